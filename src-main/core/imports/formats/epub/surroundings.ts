import type { Element } from '../../html/html-tree'

/** What a chapter's markup refers to. */
export interface Surroundings {
  /** The `package:` address of a picture that can be shown, fallbacks followed; null when there is none. */
  pictureAt(href: string): string | null
  /** The drawing that a reference leads to, as a tree; null when it leads to none. */
  drawingAt(href: string): Element | null
  /** The content of another document that this one shows in a frame. */
  frameAt(href: string): Element | null
  /** The address on the web that a reference leads to; null when it stays in the book. */
  remoteAt(href: string): string | null
}
