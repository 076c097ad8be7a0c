import type { Article } from '@shared/domain/article'
import type { Snapshot } from '@shared/domain/snapshot'
import type { AskStore } from './ask-store'
import { answerQuestion } from './answer'
import { isApparatus } from './retrieve/apparatus'

const MOST = 3
/** Only so many are tried: each is put to the article first. */
const TRIED = 10
const LONGEST = 60

/**
 * Questions that an article's own facts and headings suggest: of those only such that the article answers. English only, as
 * the interface is.
 */
export function suggest(store: AskStore, article: Article, snapshot: Snapshot): string[] {
  if (article.language !== null && !article.language.startsWith('en')) return []
  const facts = snapshot.facts.map(({ label }) => label).filter((label) => label.length <= LONGEST)
  const headings = snapshot.outline.filter(({ level, text }) => level <= 3 && !isApparatus(text))
  const tried = [
    ...facts
      .filter(isNoun)
      .slice(0, 4)
      .map((label) => `What ${isPlural(label) ? 'are' : 'is'} the ${lower(label)}?`),
    ...headings.slice(0, TRIED).map(({ text }) => `What does it say about ${lower(text.trim())}?`),
  ].filter((text) => text.length <= LONGEST * 2)
  return tried
    .filter(
      (text) => answerQuestion(store, text, { kind: 'article', articleId: article.id }).answer.state !== 'nothing',
    )
    .slice(0, MOST)
}

/** Labels such as “Born” or “Founded by” name what was done: no question is made of them. */
const isNoun = (label: string): boolean => !/^(?:born|known|\p{L}+ed)\b/iu.test(label)

const isPlural = (label: string): boolean => /[^sui]s$/iu.test(label)

/** A heading in the middle of a sentence; names and abbreviations keep their capitals. */
function lower(text: string): string {
  return /^\p{Lu}\p{Ll}*(?:\s\p{Ll}|$)/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
}
