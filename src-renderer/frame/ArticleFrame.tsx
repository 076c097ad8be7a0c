import { useEffect, useRef, useState } from 'react'
import type { SnapshotId } from '@shared/domain/ids'
import { takeDroppedFiles } from '../ui/file-drag'
import './ArticleFrame.css'
import { openArticleDocument, type ArticleDocument } from './article-document'
import { createFrameStyles, type FrameLook } from './frame-styles'

interface ArticleFrameProps {
  readonly snapshotId: SnapshotId
  readonly title: string
  readonly look: FrameLook
  /** The article is there, set and measured; or null: the host has no such snapshot. */
  readonly onOpen: (article: ArticleDocument | null) => void
  /** Its height changed: an image arrived, or it is set in another way. */
  readonly onResize: () => void
}

/**
 * An article in a frame that cannot run scripts (`sandbox` without `allow-scripts`), as tall as its content, so that
 * the page around it scrolls as one.
 */
export function ArticleFrame({ snapshotId, title, look, onOpen, onResize }: ArticleFrameProps) {
  const frameRef = useRef<HTMLIFrameElement>(null)
  const [article, setArticle] = useState<ArticleDocument | null>(null)
  const [styles, setStyles] = useState<ReturnType<typeof createFrameStyles> | null>(null)
  const latest = useRef({ look, onOpen, onResize })
  latest.current = { look, onOpen, onResize }

  const load = () => {
    const frame = frameRef.current
    if (!frame || frame.contentWindow?.location.href === 'about:blank') return
    const opened = openArticleDocument(frame)
    if (opened) {
      frame.dataset['state'] = 'open'
      const made = createFrameStyles(opened)
      made.apply(latest.current.look)
      setStyles(made)
      fit(frame, opened)
      makeScrollable(opened)
    }
    setArticle(opened)
    latest.current.onOpen(opened)
  }

  useEffect(() => styles?.apply(look), [styles, look])
  useEffect(() => (article ? takeDroppedFiles(article.document) : undefined), [article])

  useEffect(() => {
    const frame = frameRef.current
    if (!frame || !article) return undefined
    const observer = new ResizeObserver(() => {
      if (fit(frame, article)) latest.current.onResize()
    })
    observer.observe(article.root)
    return () => observer.disconnect()
  }, [article])

  return (
    <iframe
      ref={frameRef}
      className="article-frame"
      data-state={article ? 'open' : 'loading'}
      title={title}
      sandbox="allow-same-origin"
      src={`/snapshots/${snapshotId}`}
      onLoad={load}
    />
  )
}

/** Makes the frame as tall as its content. Says whether that changed anything. */
function fit(frame: HTMLIFrameElement, { root }: ArticleDocument): boolean {
  const height = `${Math.ceil(root.getBoundingClientRect().height)}px`
  if (frame.style.height === height) return false
  frame.style.height = height
  return true
}

/** Lets the keyboard reach tables and code that scroll sideways; older Chromium does not do so by itself. */
function makeScrollable({ root }: ArticleDocument): void {
  for (const wide of root.querySelectorAll<HTMLElement>('table, pre')) {
    if (wide.scrollWidth > wide.clientWidth + 1) wide.tabIndex = 0
  }
}
