import type { ArticleId } from '@shared/domain/ids'
import { isArticleId } from './ids'
import { openArticle } from './route'

const PASSAGE = /^lectern:\/\/open\/([\da-f-]{36})(?:\?at=(\d+)-(\d+))?$/iu

/** An address that leads to a passage of an article, in notes and exports alike. Offsets are UTF-16 of its text. */
export function passageLink({ articleId, start, end }: { articleId: ArticleId; start: number; end: number }): string {
  return `lectern://open/${articleId}?at=${start}-${end}`
}

/** Goes to a passage, where an address leads to one; says whether it does. */
export function openPassageLink(url: string): boolean {
  const [, id, start, end] = PASSAGE.exec(url) ?? []
  if (!isArticleId(id)) return false
  openArticle(id, start === undefined ? {} : { passage: { start: Number(start), end: Number(end) } })
  return true
}
