import type { AskScope, Citation, Question } from '@shared/contract/ask'
import type { Conversation } from '@shared/contract/conversations'

/**
 * A conversation as Markdown: each question a heading, what a model wrote marked as such, passages as quotations with links back
 * to their places (`lectern://open/<article>?at=<start>-<end>`).
 */
export function conversationMarkdown({ title, placeTitle }: Conversation, questions: readonly Question[]): string {
  const about = placeTitle === 'Library' ? 'your library' : placeTitle
  return `${[`# ${escape(title)}`, `*Asked of ${escape(about)}*`, ...questions.flatMap(questionBlocks)].join('\n\n')}\n`
}

/** The name of an exported file: safe on every system. */
export function markdownName(title: string): string {
  const clean = title
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*#^[\]]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[. ]+|[. ]+$/gu, '')
  const short = clean
    .slice(0, 60)
    .replace(/[\uD800-\uDBFF]$/u, '')
    .trim()
  return `Conversation ${short === '' ? 'with Lectern' : `- ${short}`}.md`
}

/** An address that leads to a passage. */
function passageUrl({ articleId, start, end }: Pick<Citation, 'articleId' | 'start' | 'end'>): string {
  return `lectern://open/${articleId}?at=${start}-${end}`
}

function questionBlocks({ text, scope, selected, askedAt, answer, written }: Question): string[] {
  const day = new Date(askedAt).toISOString().slice(0, 10)
  const blocks = [`## ${escape(text)}`, `*${scopeWords(scope)}, ${day}*`]
  if (selected !== null) blocks.push(quote(selected))
  const supported = written?.sentences.filter(({ support }) => support === 'supported') ?? []
  if (written !== null && supported.length > 0) {
    const said = supported.map((one) => `${escape(one.text)}${one.citations.map((at) => ` \\[${at + 1}\\]`).join('')}`)
    blocks.push(`Written by ${escape(written.model)} from the passages below:`, said.join(' '))
    return [...blocks, ...written.sources.map(source)]
  }
  if (answer.state === 'nothing') return [...blocks, 'Not found.']
  if (answer.state === 'closest') blocks.push('Nothing answers this for certain. These passages come closest.')
  return [...blocks, ...answer.citations.slice(0, 3).map(source)]
}

function source(citation: Citation, at: number): string {
  const place = citation.section === '' ? citation.title : `${citation.title}, ${citation.section}`
  return `${quote(citation.quote)}\n>\n> \\[${at + 1}\\] [${escape(place)}](${passageUrl(citation)})`
}

const scopeWords = (scope: AskScope): string =>
  ({ article: 'This article', topic: 'The topic', selection: 'A selected passage', library: 'The whole library' })[
    scope.kind
  ]

const quote = (text: string): string => `> ${escape(text)}`

/** Plain words in Markdown: nothing of them is read as markup, and they stay on one line. */
function escape(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>#|~$&]/gu, String.raw`\$&`)
    .replace(/^([-+=]|\d+[.)])/u, (mark) =>
      mark.length === 1 ? `\\${mark}` : mark.replace(/([.)])$/u, String.raw`\$1`),
    )
}
