import {
  type Document,
  type Element,
  attr,
  elements,
  isElement,
  parseDocument,
  plainText,
  remove,
  serialize,
  some,
} from '../html-tree'
import { dropBoilerplate, linkDensity } from './boilerplate'
import type { Found } from './readability'

const CONTENT_NAME =
  /(?:^|[\s_-])(?:article|entry|post|story|main|page|body|node)[_-]?(?:content|body|text|main)?(?:$|[\s_-])/iu

/**
 * Finds the article by what the page's own markup says: `articleBody`, `article`, `main`, telling class names; the smallest of
 * them that holds most of the paragraphs. The way out when Readability finds nothing, or far too little.
 */
export function bySemantics(page: Document): Found | null {
  const copy = parseDocument(serialize(page), { scriptingEnabled: false })
  const body = elements(copy, 'body')[0]
  if (!body) return null
  for (const element of elements(body, 'nav', 'aside', 'footer', 'form', 'select', 'button', 'menu')) {
    if (element.tagName !== 'form' || plainText(element).length * 2 < plainText(body).length) remove(element)
  }
  dropBoilerplate(body)
  for (const list of elements(body, 'ul', 'ol', 'table'))
    if (linkDensity(list) > 0.8 && elements(list, 'sup').length === 0) remove(list)
  const weights = weigh(body)
  const whole = weights.get(body) ?? 0
  const best = [body, ...elements(body).filter(isCandidate)]
    .map((element) => ({ element, weight: weights.get(element) ?? 0 }))
    .filter((candidate) => candidate.weight >= whole * 0.6)
    // Of nested ones with nearly the same weight the innermost comes last in document order.
    .pop()
  const element = best?.element ?? body
  const length = plainText(element).length
  return length > 0 ? { html: serialize(element), length } : null
}

function isCandidate(element: Element): boolean {
  if (element.tagName === 'article' || element.tagName === 'main' || attr(element, 'role') === 'main') return true
  if (/articleBody|text/u.test(attr(element, 'itemprop') ?? '')) return true
  return (
    /^(?:div|section|td)$/u.test(element.tagName) &&
    (CONTENT_NAME.test(attr(element, 'class') ?? '') || CONTENT_NAME.test(attr(element, 'id') ?? ''))
  )
}

/** For every element, the characters in paragraphs and their kin below it that are not in links. */
function weigh(body: Element): Map<Element, number> {
  const weights = new Map<Element, number>()
  for (const element of elements(body, 'p', 'pre', 'blockquote', 'li', 'td', 'dd')) {
    if (some(element, ({ tagName }) => /^(?:p|li|td|pre)$/u.test(tagName))) continue
    const size = plainText(element).length
    if (size <= 25) continue
    const weight = size * (1 - Math.min(1, linkDensity(element)))
    for (let at = element.parentNode; at && isElement(at); at = at.parentNode)
      weights.set(at, (weights.get(at) ?? 0) + weight)
  }
  return weights
}
