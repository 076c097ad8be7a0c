import {
  type Element,
  attr,
  createElement,
  elements,
  hasClass,
  insertBefore,
  isElement,
  isText,
  plainText,
  remove,
  rename,
  setAttr,
  some,
  unwrap,
} from '../../html/html-tree'
import { boxKind } from './box-kinds'
import { linkShare } from './related'

/**
 * Parts an article's text from the boxes around it.
 * @returns the boxes of links that were taken out, for `readRelated`
 */
export function partBoxes(root: Element): Element[] {
  const related: Element[] = []
  const gone = new Set<object>()
  for (const element of elements(root)) {
    if (element.parentNode && gone.has(element.parentNode)) {
      gone.add(element)
      continue
    }
    const kind = boxKind(element)
    if (kind === 'infobox') continue
    if (kind === 'hatnote') shapeHatnote(element)
    else if (kind === 'navigation' || isLinkFrame(element)) {
      if (hasLinks(element)) related.push(element)
      gone.add(element)
      remove(element)
    } else if (kind === 'furniture' || isNotText(element) || isFoot(element)) {
      // Boxes of links stand within boxes for print or for screens.
      for (const inner of elements(element)) if (boxKind(inner) === 'navigation' && hasLinks(inner)) related.push(inner)
      gone.add(element)
      remove(element)
    }
  }
  return related.filter((box, at) => !related.slice(0, at).some((other) => other !== box && isWithin(box, other)))
}

function isWithin(element: Element, outer: Element): boolean {
  for (let at = element.parentNode; at; at = 'parentNode' in at ? at.parentNode : null) if (at === outer) return true
  return false
}

function hasLinks(box: Element): boolean {
  return elements(box, 'a').length > 1
}

/** German and other wikis' folding frame: links to other articles, or a part of the text. */
function isLinkFrame(element: Element): boolean {
  const isFrame =
    hasClass(element, 'NavFrame') || (element.tagName === 'table' && hasClass(element, 'toccolours', 'nowraplinks'))
  return isFrame && elements(element, 'a').length >= 4 && linkShare(element) > 0.6
}

/** One paragraph without the icon. */
function shapeHatnote(note: Element): void {
  for (const image of elements(note, 'img')) remove(image)
  for (const inner of elements(note)) if (hasClass(inner, 'noprint', 'mw-editsection')) remove(inner)
  if (plainText(note) === '') {
    remove(note)
    return
  }
  setAttr(note, 'class', 'hatnote')
  note.attrs = note.attrs.filter(({ name }) => name !== 'role')
  if (note.tagName === 'table' || note.tagName === 'dl') {
    for (const inner of elements(note)) if (/^(?:table|tbody|tr|td|th|dl|dd|dt)$/u.test(inner.tagName)) unwrap(inner)
    rename(note, 'div')
  }
}

function isNotText(element: Element): boolean {
  if (/^(?:input|button|form|textarea|select|nav)$/u.test(element.tagName)) return true
  if (!/display:\s*none/iu.test(attr(element, 'style') ?? '')) return false
  // A formula's MathML is hidden beside its picture, and phones fold sections away.
  return (
    !some(element, ({ tagName }) => tagName === 'math' || tagName === 'p') && !hasClass(element, 'pcs-section-hidden')
  )
}

/** The last lines of an offline copy: where it comes from and under what terms. */
function isFoot(element: Element): boolean {
  if (element.tagName !== 'div' || attr(element, 'style') === null) return false
  const links = elements(element, 'a').map((link) => attr(link, 'href') ?? '')
  return (
    links.length <= 4 &&
    links.some((href) => /[?&]oldid=\d+/u.test(href)) &&
    links.some((href) => /creativecommons\.org/u.test(href))
  )
}

/** Headings out of what skins put around them; sections that phones fold are open. */
export function shapeHeadings(root: Element, title: string | null): void {
  for (const element of elements(root)) {
    const parent = element.parentNode
    if (hasClass(element, 'mw-headline') && parent && isElement(parent)) {
      const id = attr(element, 'id')
      if (id !== null) setAttr(parent, 'id', id)
      unwrap(element)
    } else if (
      hasClass(element, 'mw-heading', 'pcs-edit-section-header', 'section-heading') &&
      element.tagName === 'div'
    )
      unwrap(element)
    else if (element.tagName === 'details') openSection(element)
  }
  for (const heading of elements(root, 'h1')) {
    if (title !== null && plainText(heading) === title) remove(heading)
  }
}

function openSection(details: Element): void {
  const summary = details.childNodes.find((node) => isElement(node) && node.tagName === 'summary')
  if (!summary || !isElement(summary) || elements(summary, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6').length === 0) return
  unwrap(summary)
  unwrap(details)
}

/** Frames that fold a part of the text are `details`. */
export function shapeFrames(root: Element): void {
  for (const frame of elements(root, 'div')) {
    if (!hasClass(frame, 'NavFrame')) continue
    const head = elements(frame, 'div').find((element) => hasClass(element, 'NavHead'))
    if (!head) continue
    const details = createElement('details')
    insertBefore(details, frame)
    remove(head)
    const summary = rename(head, 'summary')
    for (const node of [summary, ...frame.childNodes.slice()]) {
      remove(node)
      details.childNodes.push(node)
      node.parentNode = details
    }
    remove(frame)
  }
}

/** A heading with nothing left below it said what the removed box was. */
export function dropEmptySections(root: Element): void {
  for (const heading of elements(root, 'h2', 'h3', 'h4', 'h5', 'h6').reverse()) {
    const { parentNode } = heading
    const siblings = parentNode?.childNodes ?? []
    const next = siblings
      .slice(siblings.indexOf(heading) + 1)
      .find((node) =>
        isElement(node)
          ? plainText(node) !== '' || node.tagName === 'img' || elements(node, 'img').length > 0
          : isText(node) && node.value.trim() !== '',
      )
    const isAtEnd = parentNode === root || (parentNode && isElement(parentNode) && parentNode.tagName === 'section')
    const ends =
      next === undefined
        ? isAtEnd
        : isElement(next) && /^h[2-6]$/u.test(next.tagName) && next.tagName <= heading.tagName
    if (ends === true) remove(heading)
  }
}
