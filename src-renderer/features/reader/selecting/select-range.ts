import type { ArticleDocument } from '../../../frame/article-document'

/** Selects a range of the page and gives the keyboard to it. */
export function selectRange(article: ArticleDocument, range: Range): void {
  article.window.focus()
  article.document
    .getSelection()
    ?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset)
}
