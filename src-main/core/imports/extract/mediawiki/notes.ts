import {
  type Element,
  type Parent,
  append,
  attr,
  closest,
  createElement,
  createText,
  elements,
  hasClass,
  isElement,
  isText,
  plainText,
  remove,
  reshape,
  setAttr,
  textContent,
  unwrap,
} from '../../html/html-tree'

/** One entry of a list of notes or references. */
export interface Note {
  readonly item: Element
  /** As the marks in the text show it, without brackets: `1`, `a`, `note 1`. */
  readonly label: string
  /** `lower-alpha`, `note` and the like; null for the plain list. */
  readonly group: string | null
  /** Ids of the marks in the text that lead here. */
  readonly marks: readonly string[]
}

const MARK = /#((?:cite_note|mw-reference|endnote_|ref_)[^#]*)$/u
const BACK = /#((?:cite_ref|ref_|endnote_ref)[^#]*)$/u

/**
 * Makes marks and entries of notes the reader's own: a mark leads to its entry's id, an entry is one `li` without `^` and the letters
 * that lead back.
 */
export function shapeNotes(root: Element): Note[] {
  const labels = new Map<string, { text: string; marks: string[] }>()
  for (const link of elements(root, 'a')) {
    const id = decoded(MARK.exec(attr(link, 'href') ?? '')?.[1])
    if (id === null || closest(link, isBackLink)) continue
    setAttr(link, 'href', `#${id}`)
    setAttr(link, 'class', 'footnote-ref')
    for (const bracket of elements(link, 'span'))
      if (hasClass(bracket, 'cite-bracket', 'mw-reflink-text')) unwrap(bracket)
    nameGroup(link)
    const known = labels.get(id) ?? { text: plainText(link).replace(/^[[\s]+|[\]\s]+$/gu, ''), marks: [] }
    const mark = closest(link, (element) => attr(element, 'id') !== null && /^(?:sup|span|a)$/u.test(element.tagName))
    if (mark) known.marks.push(attr(mark, 'id') ?? '')
    labels.set(id, known)
  }
  return elements(root, 'ol', 'ul')
    .filter(isNoteList)
    .flatMap((list) => shapeList(list, labels))
}

/** Each entry leads back to every place that refers to it. */
export function linkBack(notes: readonly Note[]): void {
  for (const { item, marks } of notes)
    for (const id of marks.slice(0, 30)) {
      append(item, createText(' '))
      append(item, createElement('a', { href: `#${id}`, class: 'footnote-backref' }, createText('↩')))
    }
}

function isNoteList(list: Element): boolean {
  return (
    hasClass(list, 'references', 'mw-references') ||
    list.childNodes.some((item) => isElement(item) && /^cite_note/u.test(attr(item, 'id') ?? ''))
  )
}

function shapeList(list: Element, labels: ReadonlyMap<string, { text: string; marks: readonly string[] }>): Note[] {
  setAttr(list, 'class', 'references')
  const notes: Note[] = []
  for (const item of list.childNodes.filter(isElement)) {
    if (item.tagName !== 'li') continue
    const known = labels.get(attr(item, 'id') ?? '')
    dropBackLinks(item)
    for (const inner of elements(item)) if (hasClass(inner, 'reference-text', 'mw-reference-text')) unwrap(inner)
    if (plainText(item) === '') append(item, createText('—'))
    const label = known?.text || String(notes.length + 1)
    notes.push({ item, label, group: groupOf(list, label), marks: known?.marks ?? [] })
  }
  const style = ORDER[notes[0]?.group ?? '']
  if (style !== undefined && list.tagName === 'ol') setAttr(list, 'type', style)
  return notes
}

const ORDER: Readonly<Record<string, string>> = {
  'lower-alpha': 'a',
  'upper-alpha': 'A',
  'lower-roman': 'i',
  'upper-roman': 'I',
}

function groupOf(list: Element, label: string): string | null {
  const stated = attr(list, 'data-mw-group')
  if (stated !== null && stated !== '') return stated
  const around = closest(list, (element) => /reflist-(?:lower|upper)-/u.test(attr(element, 'class') ?? ''))
  const named = around ? /reflist-((?:lower|upper)-(?:alpha|roman|greek))/u.exec(attr(around, 'class') ?? '') : null
  if (named?.[1] !== undefined) return named[1]
  if (/^\p{Nd}+$/u.test(label)) return null
  if (/^[a-z]{1,2}$/u.test(label)) return 'lower-alpha'
  if (/^[A-Z]{1,2}$/u.test(label)) return 'upper-alpha'
  return /^(\D{1,30}?)[\s.:]*\p{Nd}+$/u.exec(label)?.[1]?.trim() ?? null
}

function isBackLink(element: Element): boolean {
  return hasClass(element, 'mw-cite-backlink') || attr(element, 'rel') === 'mw:referencedBy'
}

/** `^`, `↑`, `Jump up to: a b` at the beginning of an entry. */
function dropBackLinks(item: Element): void {
  // All at once: one work may be referred to from thousands of places.
  const holders = new Set<Parent>()
  reshape(item, (node) => {
    if (!isElement(node)) return 'keep'
    if (isBackLink(node)) return 'drop'
    if (node.tagName !== 'a' || !BACK.test(attr(node, 'href') ?? '') || plainText(node).length > 20) return 'keep'
    if (node.parentNode) holders.add(node.parentNode)
    return 'drop'
  })
  for (const holder of holders)
    if (isElement(holder) && holder !== item && textContent(holder).trim() === '') remove(holder)
  for (const node of item.childNodes.slice()) {
    const inner = isElement(node) && hasClass(node, 'reference-text', 'mw-reference-text') ? node.childNodes[0] : node
    if (inner === undefined || !isText(inner)) break
    inner.value = inner.value.replace(/^[\s^↑,]+/u, '')
    if (inner.value !== '') break
  }
}

/** Parsoid leaves it to the style sheet to show `lower-alpha 1` as `a`. */
function nameGroup(link: Element): void {
  const found = /^\[?(lower|upper)-(alpha|roman) (\d+)\]?$/u.exec(plainText(link))
  if (!found) return
  const [, letterCase = 'lower', kind = 'alpha', digits = '1'] = found
  const letters = kind === 'alpha' ? alphabetic(Number(digits)) : roman(Number(digits))
  link.childNodes = []
  append(link, createText(`[${letterCase === 'upper' ? letters.toUpperCase() : letters}]`))
}

function alphabetic(number: number): string {
  let rest = number
  let letters = ''
  for (; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(97 + ((rest - 1) % 26)) + letters
  return letters
}

function roman(number: number): string {
  const steps: readonly (readonly [number, string])[] = [
    ...([
      [100, 'c'],
      [90, 'xc'],
      [50, 'l'],
      [40, 'xl'],
      [10, 'x'],
    ] as const),
    ...([
      [9, 'ix'],
      [5, 'v'],
      [4, 'iv'],
      [1, 'i'],
    ] as const),
  ]
  let rest = Math.min(number, 399)
  let letters = ''
  for (const [value, sign] of steps) for (; rest >= value; rest -= value) letters += sign
  return letters
}

function decoded(id: string | undefined): string | null {
  if (id === undefined) return null
  try {
    return decodeURIComponent(id)
  } catch {
    return id
  }
}
