import { type Element, attr, classes, isElement } from '../html/html-tree'

/** Of so many siblings one should be shown. */
const SIBLINGS = 16

/** Whether the page asks not to show an element, by its attributes alone. */
export function isHidden(element: Element): boolean {
  if (attr(element, 'hidden') !== null) return true
  return /display\s*:\s*none|visibility\s*:\s*hidden/iu.test(attr(element, 'style') ?? '')
}

/**
 * Whether a hidden element has a sibling of its own kind that is shown: pages, slides and folded parts of one text are hidden by
 * turns, and a program shows the next.
 */
export function isTurnedAway(element: Element): boolean {
  const kind = kindOf(element)
  const siblings = element.parentNode?.childNodes.slice(0, SIBLINGS) ?? []
  return kind !== '' && siblings.some((node) => isElement(node) && !isHidden(node) && kindOf(node) === kind)
}

/** The class that its stylesheet knows it by: the first that is not about being shown. */
function kindOf(element: Element): string {
  const name = classes(element).find((each) => !/hid|show|active|open|collapse|current|visible/iu.test(each))
  return name ?? (attr(element, 'role') === 'tabpanel' ? 'tabpanel' : '')
}
