import { linkEmbed } from '../../extract/embeds'
import {
  type Element,
  attr,
  closest,
  createElement,
  elements,
  insertBefore,
  isElement,
  plainText,
  remove,
  removeAttr,
  rename,
  replace,
  setAttr,
  unwrap,
} from '../../html/html-tree'
import { readDrawing } from './drawing'
import type { Surroundings } from './surroundings'

const LINE = /^(?:p|h[1-6]|span|a|em|strong|b|i|dt|figcaption|caption)$/u

/**
 * Sound and film: a quiet link when they are on the web, and what they are called when they are files of the book, which are not kept.
 * Of what the book says to those who cannot play them, its links stay, as to a transcript.
 */
export function cleanMedia(media: Element, around: Surroundings): void {
  const sources = [media, ...elements(media, 'source')].flatMap((element) => attr(element, 'src')?.trim() || [])
  const remote = sources.map((src) => around.remoteAt(src)).find((url) => url !== null)
  const poster = around.pictureAt(attr(media, 'poster') ?? '')
  const instead = media.childNodes.filter((child) => isElement(child) && linksIn(child) > 0)
  if (poster === null) removeAttr(media, 'poster')
  else setAttr(media, 'poster', poster)
  for (const node of instead) insertBefore(node, media)
  const address = remote ?? fileName(sources[0] ?? '')
  if (poster !== null && remote === undefined)
    replace(media, createElement('img', { src: poster, alt: attr(media, 'title') ?? '' }))
  else if (address === '') remove(media)
  else putLink(media, address, remote !== undefined)
}

/** Within a line it is a word of it. */
function putLink(element: Element, address: string, leadsThere = true): void {
  linkEmbed(element, address, { leadsThere })
  if (element.parentNode === null || closest(element, ({ tagName }) => LINE.test(tagName)) === null) return
  for (const caption of elements(element, 'figcaption')) remove(caption)
  rename(element, 'span')
}

function linksIn(element: Element): number {
  return (element.tagName === 'a' ? 1 : 0) + elements(element, 'a').length
}

function fileName(src: string): string {
  const name = /([^/?#]+)(?:[?#].*)?$/su.exec(src)?.[1] ?? ''
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

/** Another document of the book is part of the text; one on the web is a link. */
export function cleanFrame(frame: Element, around: Surroundings): void {
  const src = attr(frame, 'src')?.trim() ?? ''
  const remote = around.remoteAt(src)
  if (remote !== null) putLink(frame, remote)
  else replace(frame, ...(around.frameAt(src)?.childNodes ?? []))
}

/** Pictures and drawings; of all else what the book gives in its stead. */
export function cleanObject(object: Element, around: Surroundings): void {
  const src = attr(object, 'data') ?? attr(object, 'src') ?? ''
  const picture = around.pictureAt(src)
  const drawing = picture === null ? around.drawingAt(src) : null
  const remote = around.remoteAt(src)
  const isEmpty = object.childNodes.every((child) => !isElement(child))
  if (picture !== null) replace(object, createElement('img', { src: picture, alt: attr(object, 'title') ?? '' }))
  else if (drawing && isEmpty) {
    insertBefore(drawing, object)
    replace(drawing, ...readDrawing(drawing, (href) => around.pictureAt(href)))
    remove(object)
  } else if (remote !== null && isEmpty && plainText(object) === '') putLink(object, remote)
  else unwrap(object)
}
