import {
  type Element,
  append,
  attr,
  closest,
  createElement,
  createText,
  descendants,
  elements,
  hasClass,
  isText,
  plainText,
  removeAttr,
  remove,
  setAttr,
} from '../../html/html-tree'
import type { Chapter } from './chapters'
import type { Places } from './links'
import { isNote, means } from './semantics'

const MARK = /^[[({]?(?:\d{1,4}|[*†‡§¶]{1,4}|[a-z]|[ivx]{1,6})[\])}]?[.:]?$/iu
const RETURN = /^[↩↑⏎^←]\uFE0E?$/u
const BLOCK = /^(?:li|p|div|dd|dt|aside|section|tr)$/u

/**
 * Gives a book's notes the form that all our footnotes have: the mark is `a.footnote-ref`, the note has an id and leads back by
 * `a.footnote-backref`. Notes that stand where their mark is, because books show them over the page, go to their chapter's end.
 */
export function linkNotes(chapters: readonly Chapter[], places: Places): void {
  for (const chapter of chapters) {
    const moved: Element[] = []
    for (const link of elements(chapter.content, 'a')) {
      const found = noteOf(link, places)
      if (found === null) continue
      setAttr(link, 'class', 'footnote-ref')
      const isNew = !hasClass(found, LINKED)
      linkBack(link, found, chapter)
      if (isNew && found.tagName === 'aside') moved.push(found)
    }
    if (moved.length > 0) append(chapter.content, noteList(moved))
    for (const list of elements(chapter.content, 'section', 'div', 'ol', 'aside'))
      if (means(list, 'footnotes', 'endnotes', 'rearnotes')) setAttr(list, 'class', 'footnotes')
  }
}

/** Set on notes that a mark was found for; the sanitiser takes it away. */
const LINKED = 'linked-note'

/** The note that a link is the mark of. */
function noteOf(link: Element, places: Places): Element | null {
  const id = /^#(.+)$/u.exec(attr(link, 'href') ?? '')?.[1]
  const isMarked = means(link, 'noteref')
  if (id === undefined || means(link, 'backlink') || hasClass(link, 'footnote-backref')) return null
  if (!isMarked && !isMark(link)) return null
  const target = places.elementOf(id)
  if (target === null) return null
  const note = closest(target, isNote) ?? elements(target).find(isNote) ?? null
  if (note !== null) return closest(link, (element) => element === note) ? null : note
  const block = closest(target, ({ tagName }) => BLOCK.test(tagName))
  return isMarked || (block !== null && isRaised(link) && beginsWithMark(block, plainText(link))) ? block : null
}

function isMark(link: Element): boolean {
  return MARK.test(plainText(link))
}

function isRaised(link: Element): boolean {
  const words = plainText(link)
  return (
    /^[[({*†‡§¶]/u.test(words) ||
    closest(link, ({ tagName }) => tagName === 'sup') !== null ||
    elements(link, 'sup').length > 0 ||
    /note/iu.test(`${attr(link, 'class') ?? ''} ${attr(link, 'id') ?? ''}`)
  )
}

function bare(mark: string): string {
  return mark.replace(/[[\](){}.:\s]/gu, '').toLowerCase()
}

function beginsWithMark(block: Element, mark: string): boolean {
  const opening = plainText(block).slice(0, 12)
  return (
    bare(mark) !== '' &&
    bare(opening).startsWith(bare(mark)) &&
    closest(block, ({ tagName }) => tagName === 'a') === null
  )
}

function linkBack(link: Element, note: Element, chapter: Chapter): void {
  const own = attr(link, 'id') ?? refId(link) ?? `c${chapter.number}-ref-${(attr(link, 'href') ?? '').slice(1)}`
  if (attr(link, 'id') === null && refId(link) === null) setAttr(link, 'id', own)
  if (hasClass(note, LINKED)) return
  setAttr(note, 'class', LINKED)
  const mark = bare(plainText(link))
  const back = elements(note, 'a').filter((inner) => {
    const words = plainText(inner)
    const href = attr(inner, 'href') ?? ''
    return (
      means(inner, 'backlink') ||
      href === `#${own}` ||
      (href.startsWith('#') && (RETURN.test(words) || (mark !== '' && bare(words) === mark)))
    )
  })
  for (const inner of back) {
    setAttr(inner, 'class', 'footnote-backref')
    setAttr(inner, 'href', `#${own}`)
  }
  if (back.length === 0) {
    const last = elements(note, 'p').pop() ?? note
    append(last, createText(' '))
    append(last, createElement('a', { class: 'footnote-backref', href: `#${own}` }, createText('↩')))
  }
}

/** The id of what surrounds a mark, where books put it often. */
function refId(link: Element): string | null {
  const around = closest(link, ({ tagName }) => tagName === 'sup')
  return around === null ? null : attr(around, 'id')
}

/** Notes of one chapter as a list; numbered when all of them are. */
function noteList(notes: readonly Element[]): Element {
  const numbers = notes.map(numberOf)
  const isNumbered = numbers.every((number) => number !== null)
  const list = createElement(isNumbered ? 'ol' : 'div')
  for (const [at, note] of notes.entries()) {
    const id = attr(note, 'id')
    const item = createElement(isNumbered ? 'li' : 'div', id === null ? {} : { id })
    if (isNumbered) {
      setAttr(item, 'value', String(numbers[at]))
      dropNumber(note)
    }
    for (const child of note.childNodes.slice()) append(item, child)
    removeAttr(note, 'id')
    remove(note)
    append(list, item)
  }
  return createElement('section', { class: 'footnotes' }, list)
}

function numberOf(note: Element): number | null {
  const found = /^[[(]?(\d{1,4})[\])]?[.:]?(?=\s|\D|$)/u.exec(plainText(note))?.[1]
  return found === undefined ? null : Number(found)
}

/** The list says it. A number that leads back leaves the way back behind it. */
function dropNumber(note: Element): void {
  const back = elements(note, 'a').find((link) => hasClass(link, 'footnote-backref') && MARK.test(plainText(link)))
  if (back) {
    const block = closest(back, ({ tagName }) => BLOCK.test(tagName)) ?? note
    for (const child of back.childNodes.slice()) remove(child)
    append(back, createText('↩'))
    remove(back)
    append(block, createText(' '))
    append(block, back)
  }
  for (const node of descendants(note)) {
    if (!isText(node) || node.value.trim() === '') continue
    node.value = node.value.replace(/^\s*[[(]?\d{1,4}[\])]?[.:]?\s*/u, '')
    return
  }
}
