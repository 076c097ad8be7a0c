import { type Document, type Element, attr, closest, elements, textContent } from '../html/html-tree'
import { type Json, isList, isObject, parseLooseJson } from '../metadata/json'
import { isHidden } from './hidden'
import { type PageBlocks, type Span, blockText } from './page-blocks'
import { isHeading } from './prose'
import type { Verdict } from './verdict'

/** What the element that holds a recipe's ingredients is called, in the languages that its authors name it in. */
const NAMED =
  /(?:^|[\s_-])(?:ingredien(?:ts?|s|tes|ti|ser|ten)|ingrédients?|zutaten(?:liste)?|skladniki|hozzavalok)(?:$|[\s_-])/iu
const FEWEST = 3
/** Characters: more is a text that has ingredients in it. */
const LONGEST = 4000
/** Share of what the page's data names that an element must hold to be the list. */
const SHARE = 0.7
const MOST_STATED = 200
/** Elements whose words are looked at; they may stand in one another. */
const MOST_TRIES = 200
const DEEPEST = 8

/**
 * A recipe's ingredients as the page's data names them (schema.org's `recipeIngredient`), as keys to look for; none for other pages. To
 * be read before scripts are taken out.
 */
export function readIngredients(page: Document): readonly string[] {
  const stated = elements(page, 'script').flatMap((script) => {
    const text = /^application\/ld\+json/iu.test(attr(script, 'type') ?? '') ? textContent(script) : ''
    return text.includes('recipeIngredient') ? listed(parseLooseJson(text), 0) : []
  })
  return [...new Set(stated.slice(0, MOST_STATED).map(keyOf))].filter((key) => key !== '')
}

function keyOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

function listed(value: Json, depth: number): string[] {
  if (depth > DEEPEST) return []
  if (isList(value)) return value.flatMap((one) => listed(one, depth + 1))
  if (!isObject(value)) return []
  const own = value['recipeIngredient']
  if (isList(own)) return own.filter((one) => typeof one === 'string')
  return Object.values(value).flatMap((one) => listed(one, depth + 1))
}

/**
 * Keeps the list of a recipe's ingredients, with its heading. It has no sentence in it, often stands in a column of its own, and without
 * it the recipe is of no use. It is known by the page's data, else by its name.
 * @param text the blocks that stay without it
 * @returns those that stay with it
 */
export function withIngredients(
  page: PageBlocks,
  stated: readonly string[],
  verdicts: readonly Verdict[],
  text: readonly boolean[],
): readonly boolean[] {
  const span = (stated.length < FEWEST ? null : statedList(page, stated)) ?? namedList(page, verdicts)
  if (span === null || !text.includes(true)) return text
  const keep = [...text]
  const { start, end } = span
  const open = verdicts.slice(start, end).filter(isOpen).length
  const isAside = open * 2 < end - start
  verdicts.slice(start, end).forEach((verdict, at) => {
    const block = page.blocks[start + at]
    const isButton = block !== undefined && block.links === block.length && !isItem(block.owner)
    if ((isAside || isOpen(verdict)) && !isButton) keep[start + at] = true
  })
  const before = page.blocks[start - 1]
  if (before && isHeading(before) && before.owner.tagName !== 'h1') keep[start - 1] = true
  return keep
}

/** The smallest element that holds most of what is stated. */
function statedList(page: PageBlocks, stated: readonly string[]): Span | null {
  const most = Math.min(LONGEST * 2, stated.reduce((sum, key) => sum + key.length, 0) * 4 + 300)
  const fewest = stated.reduce((sum, key) => sum + key.length, 0) * SHARE
  const wanted = Math.ceil(stated.length * SHARE)
  let best: Span | null = null
  let tries = 0
  for (const { element, span } of candidates(page, most)) {
    if (span.length < fewest || (best !== null && span.length >= best.length)) continue
    if (++tries > MOST_TRIES) break
    const key = keyOf(
      page.blocks
        .slice(span.start, span.end)
        .map((block) => blockText(block))
        .join(' '),
    )
    const found = stated.filter((one) => key.includes(one)).length
    if (found >= wanted && !isUnseen(element)) best = span
  }
  return best
}

/** The outermost element of that name which is a list and no text, and is not made of links. */
function namedList(page: PageBlocks, verdicts: readonly Verdict[]): Span | null {
  for (const { element, span } of candidates(page, LONGEST)) {
    if (!NAMED.test(`${attr(element, 'class') ?? ''} ${attr(element, 'id') ?? ''}`.slice(0, 300))) continue
    const blocks = page.blocks.slice(span.start, span.end)
    const links = blocks.reduce((sum, block) => sum + block.links, 0)
    const isShort = blocks.every(({ length, stops }) => length < 200 && stops < 3)
    // A column of its own is marked up as an aside, though it is the half of the recipe.
    const isReadable = element.tagName === 'aside' || verdicts.slice(span.start, span.end).some(isOpen)
    if (isShort && isReadable && links * 2 < span.length && !isUnseen(element)) return span
  }
  return null
}

function isItem(owner: Element): boolean {
  return closest(owner, ({ tagName }) => /^(?:li|d[dt]|t[dh]|tr)$/u.test(tagName)) !== null
}

function isOpen(verdict: Verdict): boolean {
  return verdict !== 'chrome' && verdict !== 'comments'
}

function* candidates(page: PageBlocks, most: number): Generator<{ readonly element: Element; readonly span: Span }> {
  for (const element of page.elements) {
    if (!/^(?:ul|ol|dl|table|tbody|div|section|article|aside|form)$/u.test(element.tagName)) continue
    const span = page.spans.get(element)
    if (span && span.length <= most && span.end - span.start >= FEWEST) yield { element, span }
  }
}

function isUnseen(element: Element): boolean {
  return closest(element, (at) => isHidden(at) || at.tagName === 'nav' || at.tagName === 'footer') !== null
}
