const SPACELESS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu

/** Words, for reading time: runs of letters and digits, and a segmenter's words in scripts that put no spaces between them. */
export function countWords(text: string): number {
  if (text.search(SPACELESS) < 0) return spacedWords(text)
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' })
  let count = 0
  for (const [run] of text.matchAll(SPACELESS)) {
    for (const segment of segmenter.segment(run)) if (segment.isWordLike) count++
  }
  return count + spacedWords(text.replace(SPACELESS, ' '))
}

function spacedWords(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.-]*/gu)?.length ?? 0
}
