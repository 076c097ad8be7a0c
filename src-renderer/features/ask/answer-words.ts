import type { Answer, Citation, Question } from '@shared/contract/ask'

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

/** A question, its answer and where it stands, as text to paste. */
export function answerText({ text, answer }: Question): string {
  const passages = answer.citations.slice(0, answer.state === 'answer' ? 1 : 3)
  const quotes = passages.map(({ quote, title, section }) => {
    const place = section === '' ? title : `${title}, ${section}`
    return `“${quote.replace(/\s+/gu, ' ').trim()}” (${place})`
  })
  return [text, ...quotes].join('\n\n')
}
