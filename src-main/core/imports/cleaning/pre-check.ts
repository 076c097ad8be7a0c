import { LecternError } from '@shared/contract/errors'

/** Limits on markup, far above what real pages have and far below what makes a parser slow. */
const MAX_CHARACTERS = 32_000_000
const MAX_TAGS = 600_000
/** Whether their end tags are written or not: a table of 300,000 cells takes as long without them. */
const MAX_ELEMENTS = 300_000
const MAX_ATTRIBUTES_PER_TAG = 500
/** Deeper elements lose their tags and keep their text; Chromium's own parser stops nesting at 512. */
const MAX_DEPTH = 400
/** Unclosed formatting elements are made again in every paragraph that follows, so they multiply. */
const MAX_OPEN_FORMATTING = 40

const VOID = new Set(
  'area base br col embed hr img input link meta param source track wbr frame basefont bgsound keygen'.split(' '),
)
const RAW = new Set('script style textarea title xmp iframe noembed noframes'.split(' '))
const RAW_END: Readonly<Record<string, RegExp>> = Object.fromEntries(
  [...RAW].map((name) => [name, new RegExp(`</${name}(?=[\\s/>])`, 'giu')]),
)
const FORMATTING = new Set('a b big code em font i nobr s small strike strong tt u'.split(' '))
/** Start tags that close an open element of the same kind, so that leaving out end tags does not count as depth. */
const SIBLINGS: Readonly<Record<string, readonly string[]>> = {
  p: ['p'],
  li: ['li'],
  dt: ['dt', 'dd'],
  dd: ['dt', 'dd'],
  tr: ['tr', 'td', 'th'],
  td: ['td', 'th'],
  th: ['td', 'th'],
  option: ['option'],
  a: ['a'],
}

/** @throws LecternError too-large */
export function checkLength(text: string, most: number, name: string): void {
  if (text.length > most) throw tooLarge(name, `more than ${most / 1_000_000} million characters`)
}

/**
 * Looks over a page's markup before any tree is built, in one pass and in time proportional to its length. Ordinary pages come back
 * as they were; where nesting goes beyond any real page, the tags that go deeper are left out and their text stays.
 * @param name what to call the source in a message
 * @throws LecternError too-large
 */
export function preCheck(markup: string, name: string): string {
  checkLength(markup, MAX_CHARACTERS, name)
  const rewrite = createRewrite(markup)
  const nesting = createNesting()
  let tags = 0
  let opened = 0
  for (let at = markup.indexOf('<'); at >= 0; at = markup.indexOf('<', at)) {
    if (markup.startsWith('<!--', at)) {
      at = after(/--!?>/gu, markup, at + 2)
      continue
    }
    const tag = scanTag(markup, at)
    if (!tag) {
      at++
      continue
    }
    if (++tags > MAX_TAGS) throw tooLarge(name, `more than ${MAX_TAGS.toLocaleString('en')} lines or tags`)
    if (!tag.closing && ++opened > MAX_ELEMENTS)
      throw tooLarge(name, `more than ${MAX_ELEMENTS.toLocaleString('en')} paragraphs, cells and other elements`)
    if (tag.attributes > MAX_ATTRIBUTES_PER_TAG)
      throw tooLarge(name, `a tag with more than ${MAX_ATTRIBUTES_PER_TAG} attributes`)
    const keep = tag.closing ? nesting.close(tag.name) : nesting.open(tag.name, tag.selfClosing)
    if (!keep) rewrite.drop(at, tag.end)
    at = tag.end
    if (!tag.closing && RAW.has(tag.name)) at = after(RAW_END[tag.name] ?? /$/gu, markup, at)
  }
  return rewrite.result()
}

interface Tag {
  readonly name: string
  readonly closing: boolean
  readonly selfClosing: boolean
  readonly attributes: number
  /** Just behind its `>`; the end of the text when it has none. */
  readonly end: number
}

const NAME = /<(\/?)([a-z][^\s/>]*)/iuy
/** White space, as the standard counts it within tags, and what stands before a name. */
const isGap = (code: number): boolean => code === 32 || code === 10 || code === 9 || code === 12 || code === 13
const SLASH = 47
const EQUALS = 61
const END = 62

/** Reads one tag as the standard's tokenizer does; null when what stands there is text. */
function scanTag(markup: string, start: number): Tag | null {
  NAME.lastIndex = start
  const head = NAME.exec(markup)
  if (!head) return null
  const name = (head[2] ?? '').toLowerCase()
  const closing = head[1] === '/'
  let attributes = 0
  let at = NAME.lastIndex
  for (;;) {
    let code = markup.charCodeAt(at)
    while (isGap(code) || code === SLASH) code = markup.charCodeAt(++at)
    if (code === END) return { name, closing, selfClosing: markup[at - 1] === '/', attributes, end: at + 1 }
    if (Number.isNaN(code)) return { name, closing, selfClosing: false, attributes, end: markup.length }
    if (++attributes > MAX_ATTRIBUTES_PER_TAG) return { name, closing, selfClosing: false, attributes, end: at }
    at = endOfAttribute(markup, at)
  }
}

/** A name, which may begin with an equals sign, and its value; behind the end of the text where a quotation mark never comes again. */
function endOfAttribute(markup: string, start: number): number {
  let at = start + 1
  let code = markup.charCodeAt(at)
  while (!isGap(code) && code !== SLASH && code !== END && code !== EQUALS && at < markup.length)
    code = markup.charCodeAt(++at)
  let value = at
  while (isGap(markup.charCodeAt(value))) value++
  if (markup.charCodeAt(value) !== EQUALS) return at
  value++
  while (isGap(markup.charCodeAt(value))) value++
  const quote = markup[value]
  if (quote === '"' || quote === "'") {
    const end = markup.indexOf(quote, value + 1)
    return end < 0 ? markup.length : end + 1
  }
  for (code = markup.charCodeAt(value); !isGap(code) && code !== END && value < markup.length;)
    code = markup.charCodeAt(++value)
  return value
}

function after(pattern: RegExp, markup: string, from: number): number {
  pattern.lastIndex = from
  return pattern.exec(markup) ? pattern.lastIndex : markup.length
}

/** Follows which elements are open, nearly as a parser would, and says which tags go too deep. */
function createNesting() {
  const stack: string[] = []
  const dropped = new Map<string, number>()
  let formatting = 0
  const pop = (from: number) => {
    for (const name of stack.splice(from)) if (FORMATTING.has(name)) formatting--
  }
  return {
    /** @returns whether to keep the start tag */
    open(name: string, selfClosing: boolean): boolean {
      if (VOID.has(name) || RAW.has(name)) return true
      if (selfClosing && (stack.includes('svg') || stack.includes('math'))) return true
      const closes = SIBLINGS[name] ?? []
      while (closes.includes(stack[stack.length - 1] ?? '')) pop(stack.length - 1)
      const isFormatting = FORMATTING.has(name)
      if (stack.length >= MAX_DEPTH || (isFormatting && formatting >= MAX_OPEN_FORMATTING)) {
        dropped.set(name, (dropped.get(name) ?? 0) + 1)
        return false
      }
      stack.push(name)
      if (isFormatting) formatting++
      return true
    },
    /** @returns whether to keep the end tag */
    close(name: string): boolean {
      const missing = dropped.get(name) ?? 0
      if (missing > 0) dropped.set(name, missing - 1)
      else if (stack.includes(name)) pop(stack.lastIndexOf(name))
      return missing === 0
    },
  }
}

function createRewrite(markup: string) {
  const parts: string[] = []
  let keptTo = 0
  return {
    drop(from: number, to: number) {
      parts.push(markup.slice(keptTo, from))
      keptTo = to
    },
    result: () => (keptTo === 0 ? markup : parts.join('') + markup.slice(keptTo)),
  }
}

function tooLarge(name: string, what: string): LecternError {
  return new LecternError(
    'too-large',
    `${name || 'The pasted text'} has ${what}, more than Lectern reads. Nothing was added; cut it into parts.`,
  )
}
