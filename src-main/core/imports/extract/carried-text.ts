import {
  type Document,
  type Fragment,
  type Parent,
  append,
  attr,
  collapse,
  createElement,
  createFragment,
  createText,
  elements,
  parseFragment,
  textContent,
} from '../html/html-tree'

/** Shorter than this, what was found on the page may be a stub of what the page carries elsewhere. */
const STUB = 400

/** Shorter attributes hold no text. */
const SHORTEST_DATA = 200
/** With less than this there is nothing to read on the page itself. */
const NOTHING = 40

const BULLETIN = /\[\/(?:p|b|i|url|list|h[1-6])\]/iu
const BULLETIN_TAGS = /\[\/?[a-z][a-z\d]{0,20}(?:=[^\]]{0,300})?\]/giu

/** Text that a page carries where no reader sees it without its scripts. */
export interface CarriedText {
  /** JSON-LD's `articleBody`; plain text, or HTML. */
  readonly articleBody: string | null
  /** A `script` that is no program but HTML for one to show. */
  readonly template: string | null
  /** JSON that a program of the page would make its text from: in scripts, and in attributes. */
  readonly data: readonly string[]
}

/** Reads what the page carries, before its scripts are taken out. */
export function readCarriedText(page: Document): CarriedText {
  let articleBody: string | null = null
  let template: string | null = null
  const scripts: string[] = []
  const attributes: string[] = []
  for (const element of elements(page)) {
    for (const { name, value } of element.attrs)
      if (value.length > SHORTEST_DATA && name.startsWith('data-') && isData(value)) attributes.push(value)
    if (element.tagName !== 'script') continue
    const type = attr(element, 'type') ?? ''
    if (/^application\/ld\+json/iu.test(type)) articleBody = longer(articleBody, bodyIn(textContent(element)))
    else if (/^text\/(?:html|template|x-template)$/iu.test(type)) template = longer(template, textContent(element))
    else if (/^application\/json/iu.test(type)) scripts.push(textContent(element))
  }
  return { articleBody, template, data: [...scripts.filter(isData), ...attributes] }
}

function isData(text: string): boolean {
  return /^\s*[[{]/u.test(text)
}

/** The longest text in some JSON that is HTML, or that is marked up as bulletin boards do. */
function textIn(json: string): string | null {
  let most: string | null = null
  try {
    const open: unknown[] = [JSON.parse(json)]
    for (let value = open.pop(); value !== undefined; value = open.pop()) {
      if (typeof value === 'string') {
        if (/<p[\s>]/iu.test(value) || BULLETIN.test(value)) most = longer(most, value)
      } else if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) open.push(inner)
    }
  } catch {
    return null
  }
  return most !== null && !/<p[\s>]/iu.test(most) ? most.replace(BULLETIN_TAGS, ' ') : most
}

function longer(one: string | null, other: string | null): string | null {
  return (other?.length ?? 0) > (one?.length ?? 0) ? other : one
}

function bodyIn(json: string): string | null {
  if (!json.includes('articleBody')) return null
  const literal = literalBehind(json, /"articleBody"\s{0,20}:\s{0,20}"/u)
  try {
    const body: unknown = JSON.parse((literal ?? 'null').replace(/[\n\r\t]/gu, ' '))
    return typeof body === 'string' ? body : null
  } catch {
    return null
  }
}

/** A JSON string with its quotation marks. A loop, because a pattern keeps a place to return to for each character. */
function literalBehind(json: string, opening: RegExp): string | null {
  const found = opening.exec(json)
  if (found === null) return null
  const start = found.index + found[0].length
  let end = start
  while (end < json.length && json[end] !== '"') end += json[end] === '\\' ? 2 : 1
  return end < json.length ? json.slice(start - 1, end + 1) : null
}

/** The carried text, if what was found is no more than a stub beside it; else null. */
export function insteadOfStub(found: Fragment, { articleBody, template, data }: CarriedText): Fragment | null {
  if (template === null && articleBody === null && data.length === 0) return null
  const length = lengthOf(found)
  if (length >= STUB) return null
  const least = length < NOTHING ? NOTHING * 2 : Math.max(STUB, length * 3)
  for (const text of [template, articleBody, ...data.map(textIn)]) {
    if (text === null) continue
    const carried = /<(?:p|br|div)\b/iu.test(text) ? parseFragment(text, { scriptingEnabled: false }) : paragraphs(text)
    if (lengthOf(carried) > least) return carried
  }
  return null
}

function paragraphs(text: string): Fragment {
  const root = createFragment()
  for (const words of text.split(/\n\s*\n|\r\n|\n/u))
    if (words.trim() !== '') append(root, createElement('p', {}, createText(words.trim())))
  return root
}

function lengthOf(root: Parent): number {
  return collapse(textContent(root)).length
}
