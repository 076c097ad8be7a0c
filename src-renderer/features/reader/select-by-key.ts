import type { ArticleDocument } from '../../frame/article-document'

const BLOCKS = 'p, li, h1, h2, h3, h4, h5, h6, blockquote, dd, dt, td, th, figcaption, pre'

/** About as much text as a window shows, in UTF-16 units. */
const SCREENFUL = 3000

/** The passage of the block that holds an offset, as offsets of the text. */
function blockAt(article: ArticleDocument, offset: number): { start: number; end: number } | null {
  const place = article.index.rangeOf(offset, Math.min(offset + 1, article.index.text.length))
  const block = place?.startContainer.parentElement?.closest(BLOCKS)
  if (!block || !article.root.contains(block)) return null
  return {
    start: article.index.offsetOf(block, 0),
    end: article.index.offsetOf(block, block.childNodes.length),
  }
}

function sentenceAt(article: ArticleDocument, offset: number): { start: number; end: number } | null {
  const block = blockAt(article, offset)
  if (!block) return null
  const language = article.document.documentElement.lang || undefined
  const text = article.index.text.slice(block.start, block.end)
  const sentence = new Intl.Segmenter(language, { granularity: 'sentence' })
    .segment(text)
    .containing(Math.min(offset - block.start, text.length - 1))
  if (!sentence) return block
  const words = sentence.segment
  const lead = words.length - words.trimStart().length
  return {
    start: block.start + sentence.index + lead,
    end: block.start + sentence.index + words.trimEnd().length,
  }
}

/**
 * Selects a sentence or paragraph without a pointer: the one after what is selected, else after what was selected last if
 * that is about in view, else the first in view. Shift with the arrow keys then changes the selection as in any text.
 * @param from offset of the first text in view
 * @param last offset behind what was selected last; null when nothing was
 * @returns what was selected, as offsets, or null when there is no text
 */
export function selectByKey(
  article: ArticleDocument,
  unit: 'sentence' | 'paragraph',
  from: number,
  last: number | null,
): { readonly start: number; readonly end: number } | null {
  const selection = article.document.getSelection()
  if (!selection) return null
  const { index } = article
  let at = last !== null && last > from && last - from < SCREENFUL ? last : from
  if (selection.rangeCount > 0 && !selection.isCollapsed) {
    const range = selection.getRangeAt(0)
    at = index.offsetOf(range.endContainer, range.endOffset)
  }
  while (at < index.text.length && /\s/u.test(index.text.charAt(at))) at += 1
  const passage = unit === 'sentence' ? sentenceAt(article, at) : blockAt(article, at)
  const range = passage && index.rangeOf(passage.start, passage.end)
  if (!passage || !range) return null
  article.window.focus()
  selection.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset)
  return passage
}
