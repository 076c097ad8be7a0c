import { html as spec } from 'parse5'
import { ALLOWED_ATTRIBUTES, ALLOWED_TAGS, keptClasses, MATHML_TAGS, VALUE_PATTERNS } from './allow-list'
import { type Element, type Fate, type Node, type Parent, attr, isElement, isText, reshape } from '../html/html-tree'

/** Elements that go with what they hold: none of it is text for reading, or it is not text where it stands. */
const GONE_WHOLE = new Set(
  (
    'script style title textarea option select button noscript template iframe noembed noframes object applet audio ' +
    'video canvas svg xmp plaintext annotation annotation-xml'
  ).split(' '),
)
const HTML_TAGS = new Set(ALLOWED_TAGS)
const MATHML = new Set(MATHML_TAGS)
const ATTRIBUTES = new Map(
  [...ALLOWED_TAGS, ...MATHML_TAGS].map((tag) => [
    tag,
    new Set([...(ALLOWED_ATTRIBUTES['*'] ?? []), ...(ALLOWED_ATTRIBUTES[tag] ?? [])]),
  ]),
)

/** Reduces a tree to the reader's allow-list: other elements lose their tags or go, other attributes go. */
export function keepAllowed(root: Parent): void {
  reshape(root, fateOf)
}

function fateOf(node: Node): Fate {
  if (isText(node)) return 'keep'
  if (!isElement(node) || GONE_WHOLE.has(node.tagName)) return 'drop'
  const { namespaceURI, tagName } = node
  if (namespaceURI === spec.NS.HTML ? !HTML_TAGS.has(tagName) : !isMathml(node))
    return namespaceURI === spec.NS.SVG ? 'drop' : 'unwrap'
  keepAttributes(node)
  return tagName === 'img' && attr(node, 'src') === null ? 'drop' : 'keep'
}

function isMathml({ namespaceURI, tagName }: Element): boolean {
  return namespaceURI === spec.NS.MATHML && MATHML.has(tagName)
}

function keepAttributes(element: Element): void {
  if (element.attrs.length === 0) return
  const allowed = ATTRIBUTES.get(element.tagName)
  element.attrs = element.attrs.flatMap(({ name, value, prefix }) => {
    if (!allowed?.has(name) || prefix) return []
    const safe = safeValue(element.tagName, name, value)
    return safe === null || VALUE_PATTERNS[name]?.test(safe) === false ? [] : [{ name, value: safe }]
  })
}

function safeValue(tagName: string, name: string, value: string): string | null {
  switch (name) {
    case 'id':
      return prefixed(value)
    case 'class':
      return keptClasses(tagName, value)
    case 'href':
      return safeLink(value)
    default:
      return value
  }
}

/** Ids get a prefix, so that none can take the place of one that the app or the frame's document uses. */
function prefixed(id: string): string {
  const clean = id.replace(/\s+/gu, '-')
  return clean.startsWith('a-') ? clean : `a-${clean}`
}

function safeLink(href: string): string | null {
  const link = href.trim()
  if (link.startsWith('#')) return link.length > 1 ? `#${prefixed(link.slice(1))}` : null
  return /^(?:https?:\/\/|mailto:)/iu.test(link) ? link : null
}
