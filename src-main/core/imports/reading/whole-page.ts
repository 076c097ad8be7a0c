import { cleanPage } from '../extract/clean-page'
import { plainCode } from '../extract/code-blocks'
import { keepFormulas } from '../extract/formulas'
import { resolveLazyImages } from '../extract/lazy-images'
import {
  type Document,
  type Element,
  type Fragment,
  type Node,
  createFragment,
  elements,
  isElement,
} from '../html/html-tree'

/** Everything that stands on a page, menus and all, without what can run or only looks nice. The page's tree is used up. */
export function wholePage(page: Document): Fragment {
  keepFormulas(page)
  cleanPage(page)
  resolveLazyImages(page)
  plainCode(page)
  const fragment = createFragment()
  fragment.childNodes = elements(page, 'body')[0]?.childNodes ?? []
  for (const child of fragment.childNodes) child.parentNode = fragment
  return fragment
}

/** A path to an element: its place among the elements of its parent, from the root down. */
export type ElementPath = readonly number[]

/** The elements that paths lead to, in document order, taken from where they are; those within others are not repeated. */
export function partsOf(root: Element, paths: readonly ElementPath[]): Fragment {
  const wanted = new Set(paths.flatMap((path) => elementAt(root, path) ?? []))
  const chosen: Node[] = []
  const pending: Element[] = [root]
  for (let element = pending.pop(); element; element = pending.pop()) {
    if (wanted.has(element)) chosen.push(element)
    else pending.push(...childElements(element).reverse())
  }
  return createFragment(...chosen)
}

function elementAt(root: Element, path: ElementPath): Element | null {
  let at: Element | undefined = root
  for (const index of path) at = at === undefined ? undefined : childElements(at)[index]
  return at ?? null
}

function childElements(element: Element): Element[] {
  return element.childNodes.filter(isElement)
}
