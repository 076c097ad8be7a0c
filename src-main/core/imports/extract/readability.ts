import { Readability } from '@mozilla/readability'
import type { Document } from '../html/html-tree'
import { PageDocument, pageDocument } from '../page-dom/page-document'
import type { PageBlocks } from './page-blocks'

/** Private characters of planes 15 and 16, one before each block's first word, by which it is found again in the result. */
const FIRST_MARK = 0xf0000
const LAST_MARK = 0x10fffd

/**
 * Asks Mozilla's Readability which blocks belong to the article, on a copy of the page that has just as much of the DOM as it
 * needs. Null when it finds no article.
 */
export function askReadability(document: Document, page: PageBlocks): boolean[] | null {
  const kept = page.blocks.map(() => false)
  let found = false
  for (const [mark] of readMarked(markedCopy(document, page)).matchAll(/[\u{F0000}-\u{10FFFD}]/gu)) {
    const at = (mark.codePointAt(0) ?? 0) - FIRST_MARK
    if (at < kept.length) found = kept[at] = true
  }
  return found ? kept : null
}

/** The text that Readability keeps; none when a page is too odd for it: its voice is worth having, and no import may fail by it. */
function readMarked(page: PageDocument): string {
  const options = { keepClasses: true, disableJSONLD: true, charThreshold: 250, serializer: () => null }
  try {
    return new Reader(asDocument(page), options).parse()?.textContent ?? ''
  } catch {
    return ''
  }
}

function markedCopy(document: Document, page: PageBlocks): PageDocument {
  const firsts = page.blocks.flatMap(({ texts: [first] }) => first ?? [])
  const values = firsts.map(({ value }) => value)
  firsts.forEach((text, at) => {
    if (FIRST_MARK + at > LAST_MARK) return
    text.value = text.value.replace(/\S/u, (word) => String.fromCodePoint(FIRST_MARK + at) + word)
  })
  const copy = pageDocument(document)
  firsts.forEach((text, at) => (text.value = values[at] ?? ''))
  return copy
}

class Reader extends Readability<null> {
  /** Elements are renamed in place, as Readability does with a DOM of its own. */
  protected readonly _docJSDOMParser = true

  /** Links are made absolute later, for all formats alike. */
  protected _fixRelativeUris(_content: unknown): void {}
}

type ReadableDocument = ConstructorParameters<typeof Readability>[0]

/** Readability's types ask for a browser's document; what it uses of one is what ours has. */
function asDocument(page: unknown): ReadableDocument {
  if (!isDocument(page)) throw new TypeError('this is not a page')
  return page
}

function isDocument(page: unknown): page is ReadableDocument {
  return page instanceof PageDocument
}
