import { type Document, type Element, attr, elements, hasClass, some, textContent } from '../../html/html-tree'

/** Ids and classes of the element that holds a page's content, in the skins and copies that have no parser's mark. */
const CONTENT_IDS = ['mw-content-text', 'bodyContent', 'mw-content', 'content']

/** Whether a page was made by MediaWiki: Wikipedia and its like, by either of its parsers, live, saved, mobile or copied. */
export function isMediaWiki(page: Document): boolean {
  return some(page, (element) => element.attrs.some(({ name, value }) => isMark(element, name, value)))
}

/** Whether one attribute says so; every attribute of a page is asked. */
function isMark(element: Element, name: string, value: string): boolean {
  switch (name) {
    case 'class':
      return (
        (value.includes('mw-parser-output') && hasClass(element, 'mw-parser-output')) ||
        (element.tagName === 'body' && hasClass(element, 'mediawiki'))
      )
    case 'id':
      return value === 'mw-content-text'
    case 'data-mw-section-id':
      return element.tagName === 'section'
    case 'name':
      return element.tagName === 'meta' && value === 'generator' && /^MediaWiki/u.test(attr(element, 'content') ?? '')
    case 'property':
      return element.tagName === 'meta' && value === 'mw:pageId'
    default:
      return false
  }
}

/** A page's content and the parser whose mark-up it is. */
export interface Content {
  readonly root: Element
  /** Parsoid's own document, which has no skin around it and states no licence. */
  readonly isBare: boolean
}

/** Finds the content of a wiki page; its body when nothing says more. */
export function findContent(page: Document): Content | null {
  const all = elements(page)
  const body = all.find(({ tagName }) => tagName === 'body')
  const whole = CONTENT_IDS.map((id) => all.find((element) => attr(element, 'id') === id)).find(
    (element) => element !== undefined,
  )
  const length = (element: Element) => textContent(element).length
  const outputs = all.filter((element) => hasClass(element, 'mw-parser-output') && element !== body)
  const largest = outputs.map((root) => ({ root, size: length(root) })).sort((one, other) => other.size - one.size)[0]
  // Categories and files have most of their page outside of what was parsed.
  if (whole && largest && largest.size * 3 < length(whole) && isListing(page)) return { root: whole, isBare: false }
  if (largest && largest.size > 0) return { root: largest.root, isBare: false }
  if (body && some(body, isParsoidSection) && !whole) return { root: body, isBare: true }
  const root = whole ?? body
  return root ? { root, isBare: whole === undefined } : null
}

function isParsoidSection(element: Element): boolean {
  return element.tagName === 'section' && attr(element, 'data-mw-section-id') !== null
}

function isListing(page: Document): boolean {
  return some(page, (element) =>
    ['mw-pages', 'mw-subcategories', 'mw-category-media', 'filehistory', 'mw-imagepage-section-filehistory'].includes(
      attr(element, 'id') ?? '',
    ),
  )
}
