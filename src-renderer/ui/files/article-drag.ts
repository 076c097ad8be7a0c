import type { DragEvent as ReactDragEvent } from 'react'
import type { DropItem } from 'react-aria-components'
import type { ArticleId } from '@shared/domain/ids'
import { isArticleId } from '../places/ids'
import './dragging.css'

/** The type under which articles are dragged: a JSON list of their ids. */
export const ARTICLES_TYPE = 'application/x-lectern-articles'

/** Begins to drag articles; elsewhere they are dropped as their titles. */
export function dragArticles(event: ReactDragEvent, ids: readonly ArticleId[], titles: string): void {
  event.dataTransfer.effectAllowed = 'copyMove'
  event.dataTransfer.setData(ARTICLES_TYPE, JSON.stringify(ids))
  event.dataTransfer.setData('text/plain', titles)
  const badge = document.createElement('div')
  badge.className = 'drag-badge'
  badge.textContent = titles
  document.body.append(badge)
  event.dataTransfer.setDragImage(badge, -10, -6)
  // The browser takes its picture when this event is over.
  setTimeout(() => badge.remove(), 0)
}

/** The articles that text dragged as `ARTICLES_TYPE` names. */
export function parseDragged(text: string): ArticleId[] {
  try {
    const ids: unknown = JSON.parse(text)
    return Array.isArray(ids) ? ids.filter(isArticleId) : []
  } catch {
    return []
  }
}

/** The articles that were dropped on something of React Aria. */
export async function droppedArticles(items: readonly DropItem[]): Promise<ArticleId[]> {
  const found = await Promise.all(
    items.map(async (item) =>
      item.kind === 'text' && item.types.has(ARTICLES_TYPE) ? parseDragged(await item.getText(ARTICLES_TYPE)) : [],
    ),
  )
  return found.flat()
}
