import type { Link, RelatedList } from '@shared/domain/snapshot-details'
import {
  type Element,
  attr,
  classes,
  elements,
  hasClass,
  isElement,
  plainText,
  textContent,
} from '../../html/html-tree'
import { isMissing } from './links'
import { projectOf, webLink } from './address'
import { lineOf } from './words'

const MAX_LISTS = 40
const MAX_LINKS = 1500

const TITLE = /^(?:navbox-title|sidebar-(?:pretitle-)?title(?:-with-pretitle)?|navbox-above|vertical-navbox-title)$/u
const LABEL = /^(?:navbox-group|sidebar-heading|sidebar-list-title|sidebar-subgroup|navbox-subgroup-title|NavHead)$/u
const SKIPPED = ['navbar', 'mw-editsection', 'noprint', 'reference', 'mw-selflink', 'navbox-image']

/** Reads navigation boxes and side lists, the outermost of each. */
export function readRelated(boxes: readonly Element[], baseUrl: string | null): RelatedList[] {
  const lists: RelatedList[] = []
  for (const box of boxes.slice(0, MAX_LISTS)) {
    const list = listOf(box, baseUrl)
    if (list) lists.push(list)
  }
  return lists
}

function listOf(box: Element, baseUrl: string | null): RelatedList | null {
  const title = titleOf(box)
  const groups: { label: string | null; links: Link[] }[] = []
  const add = (label: string | null) => {
    const last = groups[groups.length - 1]
    if (last?.links.length === 0) last.label = label
    else groups.push({ label, links: [] })
  }
  add(null)
  let left = MAX_LINKS
  const pending = children(box).reverse()
  for (let at = pending.pop(); at; at = pending.pop()) {
    if (at === title || hasClass(at, ...SKIPPED) || isHidden(at)) continue
    if (isLabel(at)) {
      const words = lineOf(at).replace(/\s*:$/u, '')
      if (words !== '') add(words)
    } else if (at.tagName === 'a') {
      const link = linkOf(at, baseUrl)
      if (link && left-- > 0) groups[groups.length - 1]?.links.push(link)
    } else pending.push(...children(at).reverse())
  }
  const filled = groups.filter(({ links }) => links.length > 0)
  if (
    filled.length === 0 ||
    !isOwn(
      filled.flatMap(({ links }) => links),
      baseUrl,
    )
  )
    return null
  const words = title ? lineOf(withoutTools(title)) : ''
  return { title: words === '' ? (filled[0]?.label ?? 'Related') : words, groups: filled }
}

/** Boxes of register numbers lead to other sites. */
function isOwn(links: readonly Link[], baseUrl: string | null): boolean {
  const own = projectOf(baseUrl)
  return own === null || links.filter(({ url }) => url === null || projectOf(url) === own).length * 2 >= links.length
}

function children(element: Element): Element[] {
  return element.childNodes.filter(isElement)
}

function isHidden(element: Element): boolean {
  return /^(?:style|script|img|input|button)$/u.test(element.tagName)
}

function titleOf(box: Element): Element | undefined {
  const all = elements(box)
  const named = (pattern: RegExp) =>
    all.find((element) => classes(element).some((name) => pattern.test(name)) && plainText(element) !== '')
  return (
    named(TITLE) ??
    all.find(({ tagName }) => tagName === 'caption') ??
    all.find((element) => element.tagName === 'th' && plainText(element) !== '') ??
    named(/^navhead$/iu)
  )
}

function isLabel(element: Element): boolean {
  if (classes(element).some((name) => LABEL.test(name))) return true
  if (/^(?:dt|h[2-6]|caption|summary)$/u.test(element.tagName)) return true
  return element.tagName === 'th' && elements(element, 'a').length <= 2
}

/** `v · t · e`, which lead to the box's own page. */
function withoutTools(title: Element): Element {
  for (const tool of elements(title))
    if (hasClass(tool, 'navbar', 'mw-editsection', 'noprint', 'mw-collapsible-toggle', 'NavToggle'))
      tool.childNodes = []
  return title
}

/** A link with words, as plain text and absolute address; pages that do not exist keep their words. */
export function linkOf(link: Element, baseUrl: string | null): Link | null {
  const text = plainText(link)
  const href = attr(link, 'href')
  if (
    text === '' ||
    href === null ||
    href.startsWith('#') ||
    /:\/\/[^/]+\/w\/index\.php\?.*action=edit(?!.*redlink)/u.test(href)
  )
    return null
  return { text, url: isMissing(link) ? null : webLink(href, baseUrl) }
}

/** How much of a box's text is links: 0 to 1. */
export function linkShare(box: Element): number {
  const whole = textContent(box).replace(/\s/gu, '').length
  const linked = elements(box, 'a').reduce((sum, link) => sum + textContent(link).replace(/\s/gu, '').length, 0)
  return whole === 0 ? 0 : linked / whole
}
