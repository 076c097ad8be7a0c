import { LecternError } from '@shared/contract/errors'
import sanitizeHtml from 'sanitize-html'
import { ALLOWED_ATTRIBUTES, ALLOWED_TAGS, keptClasses, VALUE_PATTERNS } from './allow-list'
import { serialize } from './html-tree'
import { contentRoot } from './snapshot-text'

/** Real pages settle in two rounds. */
const MAX_ROUNDS = 8

/**
 * Reduces HTML to the reader's allow-list: nothing in the result can run, load from elsewhere, or take a name that the app uses.
 * The result is a fixed point: cleaning it again, or reading it with a standard parser and writing it out, changes nothing. So the
 * browser that shows it sees exactly the tree that was checked here, and the same text.
 * @throws LecternError unsupported-format when it does not settle, which only hostile input brings about
 */
export function sanitize(html: string): string {
  let current = html
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const next = serialize(contentRoot(sanitizeHtml(current, OPTIONS)))
    if (next === current) return current
    current = next
  }
  throw new LecternError('unsupported-format', 'The markup of this source could not be made safe. Nothing was added.')
}

const OPTIONS: sanitizeHtml.IOptions = {
  allowedTags: [...ALLOWED_TAGS],
  allowedAttributes: Object.fromEntries(Object.entries(ALLOWED_ATTRIBUTES).map(([tag, names]) => [tag, [...names]])),
  allowedSchemes: ['http', 'https', 'mailto'],
  allowedSchemesAppliedToAttributes: ['href'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  enforceHtmlBoundary: false,
  parseStyleAttributes: false,
  nonTextTags: [
    ...[
      'script',
      'style',
      'title',
      'textarea',
      'option',
      'select',
      'button',
      'noscript',
      'template',
      'iframe',
      'noembed',
    ],
    ...[
      'noframes',
      'object',
      'applet',
      'audio',
      'video',
      'canvas',
      'svg',
      'xmp',
      'plaintext',
      'annotation',
      'annotation-xml',
    ],
  ],
  transformTags: { '*': (tagName, attribs) => ({ tagName, attribs: safeAttributes(tagName, attribs) }) },
  exclusiveFilter: ({ tag, attribs }) => tag === 'img' && attribs['src'] === undefined,
}

function safeAttributes(tagName: string, attributes: sanitizeHtml.Attributes): sanitizeHtml.Attributes {
  const safe: sanitizeHtml.Attributes = {}
  for (const [name, given] of Object.entries(attributes)) {
    const value = safeValue(tagName, name, given)
    if (value !== null && (VALUE_PATTERNS[name]?.test(value) ?? true)) safe[name] = value
  }
  return safe
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
