import { decode } from '../../reading/charset'
import { type Element, attr, classes, createElement, elements } from '../../html/html-tree'
import type { ZipArchive } from '../zip/zip-archive'
import { pathOf } from '../package-path'

const MAX_SHEET = 512 * 1024
const RULE = /([^{}]+)\{([^{}]*)\}/gu
const SELECTOR = /^(?:[a-z]+\d?)?\.([\w-]+)$/iu

/** What a declaration means in HTML. */
const MEANINGS: readonly (readonly [RegExp, string])[] = [
  [/font-style\s*:\s*(?:italic|oblique)/iu, 'em'],
  [/font-weight\s*:\s*(?:bold|[6-9]00)/iu, 'strong'],
  [/vertical-align\s*:\s*super/iu, 'sup'],
  [/vertical-align\s*:\s*sub(?!e)/iu, 'sub'],
  [/text-decoration(?:-line)?\s*:[^;]*line-through/iu, 's'],
]

/**
 * Makes the function that gives spans the meaning that a book's style sheets give them: many books set what is stressed as
 * `<span class="italic">`, and without style sheets the stress would be lost.
 */
export function styledElements(zip: ZipArchive, sheets: readonly string[]): (root: Element) => void {
  const byClass = new Map<string, readonly string[]>()
  for (const url of sheets) {
    const bytes = zip.get(pathOf(url) ?? '')
    if (bytes === null || bytes.byteLength > MAX_SHEET) continue
    for (const [, selectors = '', declarations = ''] of withoutComments(decode(bytes, null)).matchAll(RULE)) {
      const names = meanings(declarations)
      if (names.length === 0) continue
      for (const selector of selectors.split(',')) {
        const name = SELECTOR.exec(selector.trim())?.[1]
        if (name !== undefined) byClass.set(name, names)
      }
    }
  }
  return (root) => {
    for (const span of elements(root, 'span')) {
      const names = new Set([
        ...classes(span).flatMap((name) => byClass.get(name) ?? []),
        ...meanings(attr(span, 'style') ?? ''),
      ])
      for (const name of names) wrapContent(span, name)
    }
  }
}

function withoutComments(css: string): string {
  return css.replace(/\/\*[\s\S]*?(?:\*\/|$)/gu, '')
}

function meanings(declarations: string): string[] {
  return MEANINGS.flatMap(([declaration, name]) => (declaration.test(declarations) ? [name] : []))
}

function wrapContent(element: Element, name: string): void {
  if (element.childNodes.length === 0) return
  const inner = createElement(name)
  inner.childNodes = element.childNodes
  for (const child of inner.childNodes) child.parentNode = inner
  inner.parentNode = element
  element.childNodes = [inner]
}
