import type { Answer, AskScope, Citation, Question, Written } from '@shared/contract/ask'

/** A quotation cut where it is to be set bold: the few words that answer, else the sentence that speaks most for it. */
export function quoteParts(
  { quote, focus }: Pick<Citation, 'quote' | 'focus'>,
  short: Answer['short'],
): { readonly text: string; readonly isStrong: boolean }[] {
  const { start, end } = short ?? focus
  const isWhole = short === null && start === 0 && end === quote.length
  return [
    { text: quote.slice(0, start), isStrong: false },
    { text: quote.slice(start, end), isStrong: !isWhole },
    { text: quote.slice(end), isStrong: false },
  ].filter(({ text }) => text !== '')
}

/** The last word of a text apart, to be kept on one line with what follows it. */
export function lastWord(text: string): readonly [before: string, last: string] {
  const at = text.search(/\S{1,24}$/u)
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at)]
}

/** How many citations belong to what the embedded engine says; the others come close. */
export function usedCitations({ kind, state, citations, items }: Answer): number {
  if (state !== 'answer') return 0
  if (kind === 'comparison' || kind === 'summary') return citations.length
  return kind === 'list' ? Math.max(1, ...items.map(({ citation }) => citation + 1)) : 1
}

/** The sentences of a model that the library bears out. */
export const supportedOf = (written: Written | null): Written['sentences'] =>
  written?.sentences.filter(({ support }) => support === 'supported') ?? []

/** A question, its answer and where it stands, as text to paste. */
export function answerText({ text, answer, written }: Question): string {
  const said = supportedOf(written)
  const sources =
    said.length > 0 && written ? written.sources : answer.citations.slice(0, Math.max(1, usedCitations(answer)))
  const words = said.map((one) => `${one.text}${one.citations.map((at) => ` [${at + 1}]`).join('')}`).join(' ')
  const quotes = sources.map(({ quote, title, section }, at) => {
    const place = section === '' ? title : `${title}, ${section}`
    return `[${at + 1}] “${quote.replace(/\s+/gu, ' ').trim()}” (${place})`
  })
  return [text, ...(words === '' ? [] : [words]), ...quotes].join('\n\n')
}

/** What a scope is called in the middle of a sentence. */
export function scopeName(scope: AskScope): string {
  return { article: 'this article', topic: 'this topic', selection: 'the selected words', library: 'your library' }[
    scope.kind
  ]
}

/** `Searched 9 articles, 412 passages`. */
export function searchedWords({ scope, answer: { searched } }: Pick<Question, 'scope' | 'answer'>): string {
  const passages = `${searched.passages.toLocaleString('en')} ${searched.passages === 1 ? 'passage' : 'passages'}`
  if (scope.kind === 'article' || scope.kind === 'selection') return `Searched ${passages}`
  const articles = `${searched.articles.toLocaleString('en')} ${searched.articles === 1 ? 'article' : 'articles'}`
  return `Searched ${articles}, ${passages}`
}

/** What a screen reader is told when an answer is finished. */
export function saidOf({ answer, written }: Question): string {
  const said = supportedOf(written)
  if (said.length > 0) return `Written from your articles: ${said.map(({ text }) => text).join(' ')}`
  if (answer.state === 'nothing') return 'Nothing was found.'
  const start = answer.state === 'answer' ? 'Found' : 'Closest passages'
  return `${start}: ${answer.short?.text ?? answer.citations[0]?.quote ?? ''}`
}
