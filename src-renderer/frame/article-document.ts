import { buildTextIndex, type TextIndex } from '../anchoring/text-index'
import { createGradualLayout, type GradualLayout } from './gradual-layout'

/** A loaded reading frame. */
export interface ArticleDocument {
  readonly frame: HTMLIFrameElement
  readonly window: Window & typeof globalThis
  readonly document: Document
  /** The content root: offsets count from its first character. */
  readonly root: HTMLElement
  readonly index: TextIndex
  readonly layout: GradualLayout
}

/** What a loaded frame shows, or null when it holds no article (the host answered with an error). */
export function openArticleDocument(frame: HTMLIFrameElement): ArticleDocument | null {
  const document = frame.contentDocument
  const window = document?.defaultView
  const root = document?.querySelector<HTMLElement>('main#content')
  if (!document || !window || !root) return null
  const index = buildTextIndex(root)
  return { frame, window, document, root, index, layout: createGradualLayout(root, index.text.length) }
}
