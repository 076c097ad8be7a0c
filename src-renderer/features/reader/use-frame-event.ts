import { useEffect, useRef } from 'react'
import type { ArticleDocument } from '../../frame/article-document'

/** Listens inside the reading frame, which runs no script of its own. Always calls the newest listener. */
export function useFrameEvent<Name extends keyof DocumentEventMap>(
  article: ArticleDocument | null,
  name: Name,
  listener: (event: DocumentEventMap[Name]) => void,
): void {
  const newest = useRef(listener)
  newest.current = listener

  useEffect(() => {
    if (!article) return undefined
    const { document } = article
    const hear = (event: DocumentEventMap[Name]) => newest.current(event)
    document.addEventListener(name, hear)
    return () => document.removeEventListener(name, hear)
  }, [article, name])
}
