import {
  type Document,
  type Element,
  type Parent,
  attr,
  createElement,
  elements,
  isElement,
  parseDocument,
  remove,
  replace,
  serialize,
  setAttr,
  textContent,
} from '../../html/html-tree'
import { preCheck } from '../../cleaning/pre-check'

/** Frames with less are boxes beside the article. */
const MIN_TEXT = 400
const MAX_FRAMES = 50
/** A page that another one shows. */
interface Frame {
  readonly html: string
  readonly url: string
}

const UNSEEN = ['script', 'style', 'noscript', 'template', 'iframe', 'title']

/**
 * A page with its article in a frame, as that page: where one frame holds more text than all the page around it, its content takes
 * the frame's place. Other pages come back as they were.
 * @param frameAt the HTML that was saved for an address, and what its own addresses are relative to; null when there is none
 */
export function withFrames(html: string, baseUrl: string | null, frameAt: (url: string) => Frame | null): string {
  if (!/<i?frame\b/iu.test(html)) return html
  const page = parseDocument(preCheck(html, 'This page'), { scriptingEnabled: false })
  const frames = elements(page, 'iframe', 'frame').slice(0, MAX_FRAMES)
  const found = frames.flatMap((frame): { frame: Element; page: Document; url: string | null; length: number }[] => {
    const url = absolute(attr(frame, 'src') ?? '', baseUrl)
    const own = url === null ? null : frameAt(url)
    if (own === null) return []
    const inner = parseDocument(preCheck(own.html, 'This page'), { scriptingEnabled: false })
    return [{ frame, page: inner, url: own.url, length: lengthOf(inner) }]
  })
  const best = found.sort((one, other) => other.length - one.length)[0]
  if (best === undefined || best.length < MIN_TEXT || best.length <= lengthOf(page)) return html
  const content = contentOf(best.page, best.url)
  if (best.frame.tagName === 'iframe') replace(best.frame, content)
  else {
    // A frameset stands where a body would.
    const set = elements(page, 'frameset')[0]
    if (set) replace(set, createElement('body', {}, content))
  }
  return serialize(page)
}

function lengthOf(page: Parent): number {
  let length = 0
  for (const element of elements(page)) {
    if (UNSEEN.includes(element.tagName)) continue
    for (const child of element.childNodes) if (!isElement(child)) length += textContent(child).trim().length
  }
  return length
}

function contentOf(page: Document, url: string | null): Element {
  const content = createElement('div')
  const body = elements(page, 'body')[0]
  for (const child of body?.childNodes.slice() ?? []) {
    remove(child)
    child.parentNode = content
    content.childNodes.push(child)
  }
  for (const element of elements(content)) {
    for (const name of ['src', 'href']) {
      const value = attr(element, name)
      const resolved = value === null || value.startsWith('#') ? null : absolute(value, url)
      if (resolved !== null) setAttr(element, name, resolved)
    }
  }
  return content
}

function absolute(href: string, base: string | null): string | null {
  try {
    return new URL(href.trim(), base ?? undefined).href
  } catch {
    return null
  }
}
