import { useEffect, useRef, useState } from 'react'
import type { SnapshotId } from '@shared/domain/ids'
import { takeDroppedFiles } from '../ui/files/file-drag'
import './ArticleFrame.css'
import { openArticleDocument, type ArticleDocument } from './article-document'
import { loadFaces } from './frame-fonts'
import { createFrameStyles, type FrameLook } from './frame-styles'
import { fitFrame } from './places'

interface PageFrameProps {
  /** Address of the page on our own host. */
  readonly src: string
  readonly title: string
  readonly look: FrameLook
  /** The article is there, set and measured; or null: the host has no such snapshot. */
  readonly onOpen: (article: ArticleDocument | null) => void
  /** Its height changed: an image arrived, or it is set in another way. */
  readonly onResize: () => void
}

/** A snapshot in a frame. */
export function ArticleFrame({
  snapshotId,
  ...props
}: Omit<PageFrameProps, 'src'> & { readonly snapshotId: SnapshotId }) {
  return <PageFrame src={`/snapshots/${snapshotId}`} {...props} />
}

/**
 * A page in a frame that cannot run scripts (`sandbox` without `allow-scripts`), as tall as its content, so that
 * the page around it scrolls as one.
 */
export function PageFrame({ src, title, look, onOpen, onResize }: PageFrameProps) {
  const frameRef = useRef<HTMLIFrameElement>(null)
  const [article, setArticle] = useState<ArticleDocument | null>(null)
  const [styles, setStyles] = useState<ReturnType<typeof createFrameStyles> | null>(null)
  const latest = useRef({ look, onOpen, onResize })
  latest.current = { look, onOpen, onResize }

  const load = async () => {
    const frame = frameRef.current
    // An answer that is no page has an origin of its own, and so no document that could be seen from here.
    if (!frame || frame.contentDocument?.URL === 'about:blank') return
    const opened = openArticleDocument(frame)
    if (opened) {
      const made = createFrameStyles(opened)
      await loadFaces(opened, latest.current.look)
      if (!frame.isConnected || frame.contentDocument !== opened.document) return
      frame.dataset['state'] = 'open'
      made.apply(latest.current.look)
      setStyles(made)
      fitFrame(opened)
    }
    setArticle(opened)
    latest.current.onOpen(opened)
  }

  useEffect(() => {
    styles?.apply(look)
    // Words may stand elsewhere at the same height: justified, say.
    if (styles) latest.current.onResize()
  }, [styles, look])
  useEffect(() => (article ? takeDroppedFiles(article.document) : undefined), [article])

  useEffect(() => {
    if (!article) return undefined
    const observer = new ResizeObserver(() => {
      if (fitFrame(article)) latest.current.onResize()
    })
    observer.observe(article.root)
    return () => observer.disconnect()
  }, [article])

  useEffect(() => {
    if (!article) return undefined
    let next = 0
    const more = () => {
      article.layout.showMore()
      if (article.layout.isWhole()) makeScrollable(article)
      // Each piece in a frame of its own, so that the page scrolls and answers meanwhile.
      else next = requestAnimationFrame(() => (next = requestAnimationFrame(more)))
    }
    next = requestAnimationFrame(more)
    return () => cancelAnimationFrame(next)
  }, [article])

  return (
    <iframe
      ref={frameRef}
      className="article-frame"
      data-state={article ? 'open' : 'loading'}
      title={title}
      sandbox="allow-same-origin"
      src={src}
      onLoad={() => void load()}
    />
  )
}

/** Lets the keyboard reach tables and code that scroll sideways; older Chromium does not do so by itself. */
function makeScrollable({ root }: ArticleDocument): void {
  for (const wide of root.querySelectorAll<HTMLElement>('table, pre')) {
    if (wide.scrollWidth > wide.clientWidth + 1) wide.tabIndex = 0
  }
}
