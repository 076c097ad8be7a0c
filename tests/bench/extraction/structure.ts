import {
  type Document,
  type Element,
  type Fragment,
  attr,
  closest,
  descendants,
  elements,
  isElement,
  isText,
  parseDocument,
  parseFragment,
  plainText,
  textContent,
} from '../../../src-main/core/imports/html/html-tree'
import { textOf } from './block-text'
import { isIn, shingles, tokens } from './shingles'

/** How many things of a kind the article has in its source, and how many of them an engine kept. */
export interface Kept {
  readonly of: number
  readonly kept: number
}

export const KINDS = ['links', 'images', 'tables', 'code', 'footnotes'] as const
export type Structure = Record<(typeof KINDS)[number], Kept>

/** What of a source's markup belongs to its article. */
export interface Inventory {
  /** Absolute addresses. */
  readonly links: readonly string[]
  /** Per image, the file names by which it may be known. */
  readonly images: readonly (readonly string[])[]
  /** Per table, its rows. */
  readonly tables: readonly (readonly string[])[]
  readonly code: readonly { readonly shingles: ReadonlySet<string>; readonly lines: number }[]
  /** Ids that in-text marks point to. */
  readonly footnotes: readonly string[]
}

const BLOCK = /^(?:p|li|td|th|dd|dt|h[1-6]|blockquote|pre|figcaption|div|section|article)$/u
const TINY = 60

/**
 * Counts by the right text, not by any engine's choice: a block (text of its own, four words at least) belongs to the article if
 * four fifths of its runs of four words stand in the right text. Links, code, tables and marks of notes count inside such
 * blocks; an image counts inside one, or between two of them in a part of the page that has no words but a caption.
 */
export function inventoryOf(html: string, url: string, rightText: string): Inventory {
  const page = parseDocument(html, { scriptingEnabled: false })
  const right = shingles(rightText)
  const isRight = (text: string) => tokens(text).length >= 4 && isIn(text, right) >= 0.8
  const blocks = new Set(elements(page).filter((element) => hasOwnText(element) && isRight(textOf(element))))
  const blockOf = (element: Element) => closest(element, (at) => blocks.has(at))
  const links = elements(page, 'a').filter((link) => blockOf(link) && plainText(link) !== '')
  return {
    links: [...new Set(links.map((link) => address(link, url)).filter((link) => link !== null))],
    images: contentImages(page, blocks)
      .map(fileNames)
      .filter((names) => names.length > 0),
    tables: elements(page, 'table')
      .filter((table) => elements(table, 'table').length === 0 && isRight(textOf(table)))
      .map(rowsOf)
      .filter((rows) => rows.length > 1 && rows.some((row) => row.includes('\t'))),
    code: elements(page, 'pre')
      .filter((pre) => isRight(textOf(pre)))
      .map((pre) => ({ shingles: shingles(textContent(pre)), lines: lineCount(pre) })),
    footnotes: markTargets(page, (link) => blockOf(link) !== null),
  }
}

/** How much of it is in what an engine made. */
export function keptOf(inventory: Inventory, html: string, url: string): Structure {
  const article = parseFragment(html, { scriptingEnabled: false })
  const links = new Set(elements(article, 'a').map((link) => address(link, url)))
  const images = new Set(elements(article, 'img', 'source').flatMap(fileNames))
  const rows = new Set(elements(article, 'table').flatMap(rowsOf))
  const code = elements(article, 'pre').map((pre) => ({ shingles: shingles(textContent(pre)), lines: lineCount(pre) }))
  const notes = markTargets(article, () => true)
  const count = <T>(all: readonly T[], test: (one: T) => boolean): Kept => ({
    of: all.length,
    kept: all.filter(test).length,
  })
  return {
    links: count(inventory.links, (link) => links.has(link)),
    images: count(inventory.images, (names) => names.some((name) => images.has(name))),
    tables: count(inventory.tables, (table) => table.filter((row) => rows.has(row)).length >= table.length * 0.9),
    code: count(inventory.code, (block) =>
      code.some(
        (one) =>
          one.lines >= block.lines * 0.9 &&
          [...block.shingles].filter((run) => one.shingles.has(run)).length >= block.shingles.size * 0.9,
      ),
    ),
    // Ids may be renamed, so only their number can be compared.
    footnotes: { of: inventory.footnotes.length, kept: Math.min(inventory.footnotes.length, notes.length) },
  }
}

function hasOwnText(element: Element): boolean {
  return (
    BLOCK.test(element.tagName) &&
    textOf(element).trim() !== '' &&
    !elements(element).some((inner) => BLOCK.test(inner.tagName) && inner.tagName !== 'div')
  )
}

function contentImages(page: Document, blocks: ReadonlySet<Element>): Element[] {
  const found: Element[] = []
  const holders = new Set([...blocks].flatMap(ancestors))
  let waiting: Element[] = []
  let started = false
  for (const node of descendants(page)) {
    if (!isElement(node)) continue
    if (blocks.has(node)) {
      if (started) found.push(...waiting)
      waiting = []
      started = true
    }
    if (node.tagName !== 'img' || Number(attr(node, 'width') ?? 999) <= TINY) continue
    if (closest(node, (at) => blocks.has(at))) found.push(node)
    else if (standsAlone(node, holders)) waiting.push(node)
  }
  return found
}

function ancestors(element: Element): Element[] {
  const found: Element[] = []
  closest(element, (at) => {
    found.push(at)
    return false
  })
  return found
}

function standsAlone(image: Element, holders: ReadonlySet<Element>): boolean {
  const part = ancestors(image).findLast((at) => !holders.has(at))
  if (!part) return true
  return descendants(part).every(
    (node) =>
      !isText(node) ||
      node.value.trim() === '' ||
      closest(node, ({ tagName }) => /^(?:figcaption|noscript|script|style)$/u.test(tagName)) !== null,
  )
}

/** The last parts of every address an image has, lazy ones too. */
function fileNames(image: Element): string[] {
  const names = image.attrs
    .filter(({ name }) => /^(?:src|srcset|data-[a-z-]*src(?:set)?|data-original|data-lazy[a-z-]*)$/u.test(name))
    .flatMap(({ value }) => value.split(/,?\s+/u))
    .filter((value) => !value.startsWith('data:') && /[./]/u.test(value))
    .map(
      (value) =>
        value
          .replace(/[?#].*$/su, '')
          .split('/')
          .at(-1) ?? '',
    )
  return [...new Set(names.filter((name) => name.length > 2))]
}

function address(link: Element, base: string): string | null {
  const href = attr(link, 'href')?.trim() ?? ''
  if (href === '' || href.startsWith('#')) return null
  try {
    const url = new URL(href, base)
    return /^https?:$/u.test(url.protocol) ? url.href : null
  } catch {
    return null
  }
}

function rowsOf(table: Element): string[] {
  return elements(table, 'tr').map((row) =>
    elements(row, 'td', 'th')
      .map((cell) => tokens(textOf(cell)).join(' '))
      .join('\t'),
  )
}

function lineCount(pre: Element): number {
  const breaks = elements(pre, 'br', 'div', 'p', 'li', 'tr').length
  return Math.max(breaks, textContent(pre).trim().split('\n').length)
}

/** Ids to which short marks point and which are there. */
function markTargets(root: Document | Fragment, test: (link: Element) => boolean): string[] {
  const ids = new Set(elements(root).flatMap((element) => attr(element, 'id') ?? attr(element, 'name') ?? []))
  const marks = elements(root, 'a').filter(
    (link) => /^\[?(?:\p{N}{1,3}|[a-z*†‡§])\]?$/u.test(plainText(link)) && test(link),
  )
  const targets = marks.flatMap((link) => /^#(.+)$/u.exec(attr(link, 'href') ?? '')?.[1] ?? [])
  return [...new Set(targets.filter((id) => ids.has(id)))]
}
