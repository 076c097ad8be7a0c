import {
  append,
  attr,
  createElement,
  type Document,
  type Element,
  elements,
  isElement,
  isText,
  textContent,
} from '../html/html-tree'

/** A style sheet of a page, with the address that its references are relative to; null for the page's own. */
export interface StyleSheet {
  readonly url: string | null
  readonly text: string
}

/** What a rule, or an element's own style, says of pictures; worked out once, however many elements it is for. */
interface Look {
  /** Address of the background as it is written. */
  readonly background: string | null
  readonly isLarge: boolean
  /** What the address is relative to. */
  readonly base: string | null
}

/** What an image is shown by, when no `<img>` shows it. */
const FRAMES = ['div', 'span', 'figure', 'a', 'section', 'header', 'i']
const MAX_IMAGES = 40
const MAX_RULES = 20_000
/** Rules for one selector that are looked at. */
const MAX_FOR_ONE = 20
/** Characters before a rule's brace, and of an element's classes. */
const MAX_SELECTORS = 2000
/** Classes of one element that are looked up. */
const MAX_CLASSES = 30
/** What is smaller is an icon, in CSS pixels. */
const LARGE = 100

/**
 * Gives elements that show a picture as their CSS background an `<img>`, so that it is kept as any other. Only where it is content:
 * the element has no words and no picture of its own, and either says that it is an image or is large. Only plain selectors are
 * understood (`#id`, `.class`, `tag.class`); a page's layout is not worked out.
 */
export function restoreBackgrounds(page: Document, sheets: readonly StyleSheet[]): void {
  const found = elements(page, 'style', ...FRAMES)
  const own = found.filter(({ tagName }) => tagName === 'style')
  const frames = found.filter((element) => element.tagName !== 'style' && isEmpty(element))
  const all = [...own.map((style): StyleSheet => ({ url: null, text: textContent(style) })), ...sheets]
  // Most pages show nothing by their styles, and working out their rules takes long.
  if (frames.length === 0 || !(all.some(({ text }) => SHOWS.test(text)) || frames.some(showsItself))) return
  const rules = rulesBySelector(all, new Set(frames.flatMap(selectorsOf)))
  let kept = 0
  for (const frame of frames) {
    if (kept >= MAX_IMAGES) return
    const matched = selectorsOf(frame).flatMap((selector) => rules.get(selector) ?? [])
    const looks = [lookOf(attr(frame, 'style') ?? '', null), ...matched]
    const shows = looks.find(({ background }) => background !== null)
    if (shows === undefined || !isImage(frame, looks)) continue
    const src = absolute(shows.background ?? '', shows.base)
    const alt = attr(frame, 'aria-label') ?? attr(frame, 'title') ?? ''
    if (src === null) continue
    append(frame, createElement('img', { src, alt }))
    kept++
  }
}

const SHOWS = /background[^{};]{0,500}url\(/iu

function showsItself(frame: Element): boolean {
  return SHOWS.test(attr(frame, 'style') ?? '')
}

/** Whether a page may have such elements, for which its style sheets are worth fetching. */
export function mayHaveBackgrounds(html: string): boolean {
  return /<(?:div|span|figure|a|section|header|i)\b[^<>]{0,500}\b(?:class|id)\s?=[^<>]{0,500}>\s{0,100}<\//iu.test(html)
}

function isEmpty({ childNodes }: Element): boolean {
  return childNodes.every((child) => !isElement(child) && (!isText(child) || child.value.trim() === ''))
}

function isImage(element: Element, looks: readonly Look[]): boolean {
  return attr(element, 'role')?.toLowerCase() === 'img' || looks.some((look) => look.isLarge)
}

function lookOf(declarations: string, base: string | null): Look {
  return { background: backgroundOf(declarations), isLarge: isLarge(declarations), base }
}

function isLarge(declarations: string): boolean {
  if (/(?:^|[;\s])(?:aspect-ratio\s*:|padding(?:-bottom|-top)?\s*:[^;]{0,200}\d%)/iu.test(declarations)) return true
  for (const [, value = '', unit = ''] of declarations.matchAll(
    /(?:^|[;\s])(?:min-)?height\s*:\s*(\d{0,9}\.?\d{1,9})\s*(px|rem|em|vh|vw)/giu,
  )) {
    const scale = /em$/iu.test(unit) ? 16 : unit.toLowerCase() === 'px' ? 1 : 8
    if (Number(value) * scale >= LARGE) return true
  }
  return false
}

function backgroundOf(declarations: string): string | null {
  const url = /(?:^|[;\s])background(?:-image)?\s*:[^;]{0,500}?url\(\s*(?:"([^"]*)"|'([^']*)'|([^)\s]*))\s*\)/iu.exec(
    declarations,
  )
  return url?.[1] ?? url?.[2] ?? url?.[3] ?? null
}

function absolute(src: string, base: string | null): string | null {
  if (src.trim() === '' || src.startsWith('#')) return null
  if (base === null) return src
  return URL.canParse(src, base) ? new URL(src, base).href : null
}

function rulesBySelector(sheets: readonly StyleSheet[], wanted: ReadonlySet<string>): Map<string, Look[]> {
  const rules = new Map<string, Look[]>()
  let count = 0
  for (const { url, text } of sheets) {
    for (const { selectors, declarations } of rulesIn(withoutComments(text))) {
      if (count++ > MAX_RULES) return rules
      let look: Look | null = null
      for (const part of selectors.split(',')) {
        const selector = part.trim()
        if (!wanted.has(selector)) continue
        const list = rules.get(selector) ?? []
        rules.set(selector, list)
        if (list.length < MAX_FOR_ONE) list.push((look ??= lookOf(declarations, url)))
      }
    }
  }
  return rules
}

/** Innermost rules, in one pass. */
function* rulesIn(text: string): Generator<{ readonly selectors: string; readonly declarations: string }> {
  let start = 0
  let selectors: string | null = null
  for (const { 0: brace, index } of text.matchAll(/[{}]/gu)) {
    const part = text.slice(start, index)
    if (brace === '}' && selectors !== null) yield { selectors, declarations: part }
    selectors = brace === '{' && part.length <= MAX_SELECTORS ? part : null
    start = index + 1
  }
}

function withoutComments(text: string): string {
  return text
    .split('/*')
    .map((part, at) => (at === 0 ? part : part.slice(part.includes('*/') ? part.indexOf('*/') + 2 : part.length)))
    .join('')
}

/** The plain selectors that an element answers to. */
function selectorsOf(element: Element): string[] {
  const id = attr(element, 'id')
  const names = (attr(element, 'class') ?? '')
    .slice(0, MAX_SELECTORS)
    .split(/\s+/u)
    .filter((name) => name !== '')
    .slice(0, MAX_CLASSES)
  return [...(id ? [`#${id}`] : []), ...names.map((name) => `.${name}`)].flatMap((part) => [
    part,
    `${element.tagName}${part}`,
  ])
}
