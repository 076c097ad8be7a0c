import type { TextTarget } from '../domain/annotation'

/** What a target is called where its words are shown: its words; of a picture without words what it shows. */
export function targetWords({ quote, picture }: Pick<TextTarget, 'quote' | 'picture'>): string {
  if (picture === undefined) return quote.exact
  return picture.alt === '' ? 'Picture' : `Picture: ${picture.alt}`
}
