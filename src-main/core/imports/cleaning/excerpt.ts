import { type Element, closest, collapse, elements, textContent } from '../html/html-tree'

const MAX_CHARACTERS = 280
const ENOUGH = 60

/** One or two sentences for lists: the source's own summary, or else the first paragraphs that say something. */
export function excerptOf(summary: string | null, root: Element): string {
  const stated = collapse(summary ?? '')
  if (stated.length >= ENOUGH / 2) return shorten(stated)
  let text = ''
  for (const paragraph of elements(root, 'p')) {
    if (closest(paragraph, ({ tagName }) => tagName === 'table' || tagName === 'figure' || tagName === 'dl')) continue
    const words = collapse(textContent(paragraph).replace(/\[\d+\]/gu, ''))
    if (words.length < 20 && text === '') continue
    text = `${text} ${words}`.trim()
    if (text.length >= ENOUGH) break
  }
  return shorten(text || collapse(textContent(root)))
}

/** Ends at a sentence if one ends late enough, else at a word. */
function shorten(text: string): string {
  if (text.length <= MAX_CHARACTERS) return text
  const cut = text.slice(0, MAX_CHARACTERS)
  const sentence = Math.max(...['. ', '! ', '? ', '。', '！', '？'].map((end) => cut.lastIndexOf(end)))
  if (sentence >= MAX_CHARACTERS / 2) return cut.slice(0, sentence + 1)
  const word = cut.lastIndexOf(' ')
  return `${cut.slice(0, word > MAX_CHARACTERS / 2 ? word : MAX_CHARACTERS - 1)}…`
}
