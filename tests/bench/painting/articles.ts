import type { HighlightColour } from '@shared/domain/colour'
import type { TextTarget } from '@shared/domain/annotation'
import type { SnapshotId } from '@shared/domain/ids'
import type { NoteDocument } from '@shared/domain/note-document'
import { quoteOf } from '../../../src-renderer/anchoring/describe'

/** How many characters the long article has: 1 MB. */
const LENGTH = 1_000_000
const COLOURS: readonly HighlightColour[] = ['yellow', 'green', 'blue', 'pink', 'purple']
const WORDS =
  'water pump street well record house answer reader pencil margin paper number doubt claim early later under over between because'.split(
    ' ',
  )

/** A page of about 1 MB of text in paragraphs and sections, the same on every run. */
export function longPage(title: string): string {
  let seed = 7
  const next = (below: number) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff
    return (seed >>> 8) % below
  }
  const sentence = () =>
    `The ${Array.from({ length: 6 + next(14) }, () => WORDS[next(WORDS.length)]).join(' ')} ${next(9999)}.`
  const parts = [`<h1>${title}</h1>`]
  let length = 0
  for (let at = 0; length < LENGTH; at += 1) {
    if (at % 12 === 0) parts.push(`<h2>Section ${at / 12 + 1}</h2>`)
    const text = Array.from({ length: 4 + next(5) }, sentence).join(' ')
    length += text.length
    parts.push(`<p>${text}</p>`)
  }
  return `<!doctype html><html lang="en"><title>${title}</title><article>${parts.join('\n')}</article>`
}

/** Highlights over the whole text: of a few words up to a few sentences, some crossing paragraphs, every fifth overlapping. */
export function targetsIn(
  text: string,
  snapshotId: SnapshotId,
  count: number,
): { target: TextTarget; colour: HighlightColour }[] {
  const step = Math.floor((text.length - 2000) / count)
  return Array.from({ length: count }, (_, at) => {
    const begin = text.indexOf(' ', at * step + (at % 5 === 4 ? -step + 20 : 0) + 200) + 1
    const end = text.indexOf(' ', begin + 20 + ((at * 37) % 320))
    const start = /\s/u.test(text.charAt(begin)) ? begin + 1 : begin
    return {
      target: { snapshotId, position: { start, end }, quote: quoteOf(text, start, end) },
      colour: COLOURS[at % COLOURS.length] ?? 'yellow',
    }
  })
}

/** A note of two lines. */
export function noteAbout(number: number): NoteDocument {
  const line = (text: string) => ({
    type: 'paragraph' as const,
    children: [{ type: 'text' as const, text, marks: [] }],
  })
  return { version: 1, blocks: [line(`What is said here is doubted, number ${number}.`), line('A second line.')] }
}
