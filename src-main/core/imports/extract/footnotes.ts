import {
  type Document,
  type Element,
  type Fragment,
  append,
  attr,
  classes,
  closest,
  createElement,
  elements,
  hasClass,
  parseFragment,
  plainText,
  remove,
  serialize,
  setAttr,
} from '../html/html-tree'

const NOTE_NAME = /foot-?note|end-?note|^fn\d*$|^fn[:_-]|^cite_?note/iu

/** Notes of a page by id, taken before extraction, which loses lists that are mostly links. */
export type Notes = ReadonlyMap<string, string>

export function collectNotes(page: Document): Notes {
  const targets = new Map(
    elements(page).flatMap((element): [string, Element][] => {
      const id = attr(element, 'id') ?? (element.tagName === 'a' ? attr(element, 'name') : null)
      return id === null ? [] : [[id, element]]
    }),
  )
  const notes = new Map<string, string>()
  const items = new Set<Element>()
  const lengths = new Map<Element, number>()
  const lengthOf = (element: Element) => {
    const length = lengths.get(element) ?? plainText(element).length
    lengths.set(element, length)
    return length
  }
  const isNote = createNoteTest()
  for (const link of elements(page, 'a')) {
    const id = attr(link, 'href')?.match(/#(.+)$/u)?.[1] ?? null
    const target = id === null ? undefined : targets.get(id)
    if (id === null || !target || notes.has(id) || !isReference(link)) continue
    const item = closest(target, ({ tagName }) => /^(?:li|p|div|dd|aside)$/u.test(tagName))
    // Several notes in one paragraph stay as they are.
    if (!item || items.has(item) || lengthOf(item) >= 3000 || !(NOTE_NAME.test(id) || isNote(item))) continue
    items.add(item)
    notes.set(id, serialize(item))
  }
  return notes
}

/** `1`, `[1]`, `*`: in the text, raised or named as a footnote's. */
function isReference(link: Element): boolean {
  const words = plainText(link)
  if (words.length > 8 || /^[↩↑^]/u.test(words)) return false
  return (
    closest(link, ({ tagName }) => tagName === 'sup') !== null ||
    /noteref|footnote/iu.test(`${attr(link, 'class') ?? ''} ${attr(link, 'role') ?? ''}`) ||
    /^\[?[\d*†‡]{1,4}\]?$/u.test(words)
  )
}

/** What is named as a note or stands among notes, or has a link back; each element is looked at once. */
function createNoteTest(): (item: Element) => boolean {
  const named = new Map<Element, boolean>()
  const known = new Map<Element, boolean>()
  const isNamed = (element: Element) => {
    const before = named.get(element)
    if (before !== undefined) return before
    const is = classes(element).some((name) => NOTE_NAME.test(name)) || attr(element, 'role') === 'doc-endnotes'
    named.set(element, is)
    return is
  }
  return (item) => {
    const before = known.get(item)
    if (before !== undefined) return before
    const is =
      closest(item, isNamed) !== null ||
      elements(item, 'a').some((link) => (attr(link, 'href') ?? '').includes('#') && /^[↩↑^⏎]/u.test(plainText(link)))
    known.set(item, is)
    return is
  }
}

/** `a name` is what ids were before HTML 4. */
function nameTargets(anchors: readonly Element[]): void {
  for (const anchor of anchors) {
    const name = attr(anchor, 'name')
    if (name !== null && attr(anchor, 'id') === null) setAttr(anchor, 'id', name)
  }
}

/** Puts back, at the end, the notes that the extracted text refers to and that extraction lost; marks references and back links. */
export function restoreNotes(root: Fragment, notes: Notes): void {
  const all = elements(root)
  const links = all.filter(({ tagName }) => tagName === 'a')
  nameTargets(links)
  const present = new Set(all.map((element) => attr(element, 'id')))
  const missing = new Map<string, string>()
  for (const link of links) {
    const id = attr(link, 'href')?.match(/#(.+)$/u)?.[1] ?? null
    const note = id === null ? undefined : notes.get(id)
    if (id === null || note === undefined) continue
    setAttr(link, 'href', `#${id}`)
    setAttr(link, 'class', 'footnote-ref')
    if (!present.has(id)) missing.set(id, note)
  }
  if (missing.size > 0) {
    const list = createElement('ol')
    for (const [id, note] of missing) {
      const item = createElement('li', { id })
      for (const node of parseFragment(note, { scriptingEnabled: false }).childNodes.slice()) append(item, node)
      for (const inner of elements(item))
        if (attr(inner, 'id') === id) inner.attrs = inner.attrs.filter(({ name }) => name !== 'id')
      append(list, item)
    }
    append(root, createElement('section', { class: 'footnotes' }, list))
  }
  const ended = missing.size > 0 ? elements(root) : all
  const ids = missing.size > 0 ? new Set(ended.map((element) => attr(element, 'id'))) : present
  for (const link of missing.size > 0 ? elements(root, 'a') : links) {
    if (!(attr(link, 'href') ?? '').includes('#') || !/^[↩↑^⏎]\uFE0E?$/u.test(plainText(link))) continue
    const target = (attr(link, 'href') ?? '').replace(/^.*#/u, '')
    if (ids.has(target)) {
      setAttr(link, 'href', `#${target}`)
      setAttr(link, 'class', 'footnote-backref')
    } else remove(link)
  }
  for (const element of ended.filter(({ tagName }) => /^(?:section|div|ol)$/u.test(tagName)))
    if (hasClass(element, 'footnotes', 'footnote-list') || attr(element, 'role') === 'doc-endnotes')
      setAttr(element, 'class', 'footnotes')
}
