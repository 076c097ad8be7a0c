import { blockEdges } from '../anchoring/block-edges'
import type { SteppedText } from '../anchoring/steps'
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
  /** The text with what is needed to go through it by words and sentences. Made when it is first asked for. */
  readonly stepped: SteppedText
}

/** What a loaded frame shows, or null when it holds no article (the host answered with an error). */
export function openArticleDocument(frame: HTMLIFrameElement): ArticleDocument | null {
  const document = frame.contentDocument
  const window = document?.defaultView
  const root = document?.querySelector<HTMLElement>('main#content')
  if (!document || !window || !root) return null
  const index = buildTextIndex(root)
  let stepped: SteppedText | undefined
  return {
    frame,
    window,
    document,
    root,
    index,
    layout: createGradualLayout(root, index.text.length),
    get stepped() {
      const language = document.documentElement.lang || undefined
      return (stepped ??= { text: index.text, edges: blockEdges(root), language })
    },
  }
}
