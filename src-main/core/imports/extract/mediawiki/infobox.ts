import {
  type Element,
  append,
  attr,
  closest,
  createElement,
  createText,
  elements,
  hasClass,
  isElement,
  plainText,
  remove,
  rename,
  replace,
  setAttr,
} from '../../html/html-tree'
import { boxKind } from './box-kinds'

const FLOATED = /(?:^|[\s_-])(?:float-?right|float-?left|tright|right|infobox\S*|toccolours)(?:\s|$)/iu

/** Gives every infobox the one shape that facts are read from and the page is shown with: a table with the class `infobox`. */
export function shapeInfoboxes(root: Element): void {
  for (const box of elements(root)) {
    const isNamed = boxKind(box) === 'infobox'
    const parent = box.parentNode
    if ((!isNamed && box.tagName !== 'table') || parent === null) continue
    if (isElement(parent) && closest(parent, isInfobox)) continue
    if (isNamed) toTable(box)
    else if (isUnnamedInfobox(box, root)) setAttr(box, 'class', 'infobox')
  }
}

/** Whether an element is an infobox in the shape given by `shapeInfoboxes`. */
export function isInfobox(element: Element): boolean {
  return element.tagName === 'table' && attr(element, 'class') === 'infobox'
}

function toTable(box: Element): void {
  if (box.tagName === 'table') {
    setAttr(box, 'class', 'infobox')
    return
  }
  const table = createElement('table', { class: 'infobox' })
  const body = createElement('tbody')
  append(table, body)
  if (hasClass(box, 'portable-infobox')) fromPortable(box, body)
  else fromDivision(box, body)
  if (body.childNodes.length > 0) replace(box, table)
  else setAttr(box, 'class', 'infobox')
}

/** Divisions that hold pictures, headings and tables (French, Catalan and others). */
function fromDivision(box: Element, body: Element): void {
  for (const child of box.childNodes.slice()) {
    if (!isElement(child)) continue
    const tables = child.tagName === 'table' ? [child] : elements(child, 'table')
    if (tables.length > 0) {
      for (const table of tables) {
        const caption = elements(table, 'caption')[0]
        if (caption) append(body, headingRow(caption))
        for (const row of elements(table, 'tr')) append(body, row)
      }
    } else if (elements(child, 'img').length > 0 || plainText(child) !== '') {
      const isHeading = plainText(child).length <= 80 && elements(child, 'img').length === 0
      append(body, isHeading ? headingRow(child) : wideRow(child))
    }
  }
}

/** The infoboxes of Fandom: `aside.portable-infobox`. */
function fromPortable(box: Element, body: Element): void {
  for (const part of elements(box)) {
    if (hasClass(part, 'pi-title', 'pi-header')) append(body, headingRow(part))
    else if (hasClass(part, 'pi-image')) append(body, wideRow(part))
    else if (hasClass(part, 'pi-data')) {
      const label = elements(part).find((element) => hasClass(element, 'pi-data-label'))
      const value = elements(part).find((element) => hasClass(element, 'pi-data-value'))
      if (!value) continue
      const row = createElement('tr')
      if (label) append(row, createElement('th', { scope: 'row' }, ...label.childNodes.slice()))
      append(row, createElement('td', label ? {} : { colspan: '2' }, ...value.childNodes.slice()))
      append(body, row)
    }
  }
}

function headingRow(heading: Element): Element {
  return createElement('tr', {}, createElement('th', { colspan: '2' }, createText(plainText(heading))))
}

function wideRow(content: Element): Element {
  const cell = createElement('td', { colspan: '2' })
  append(cell, /^(?:div|p|figure)$/u.test(content.tagName) ? content : rename(content, 'div'))
  return createElement('tr', {}, cell)
}

/** A table beside the first paragraphs that pairs labels with values, whatever its wiki calls it. */
function isUnnamedInfobox(table: Element, root: Element): boolean {
  const names = attr(table, 'class') ?? ''
  const isNamed = /(?:^|[\s_-])infobox/iu.test(`${names} ${attr(table, 'id') ?? ''}`)
  const isFloated =
    FLOATED.test(names) ||
    /float\s*:\s*(?:right|left)/iu.test(attr(table, 'style') ?? '') ||
    /^(?:right|left)$/iu.test(attr(table, 'align') ?? '')
  if (!isNamed && (!isFloated || hasClass(table, 'wikitable'))) return false
  if (!comesFirst(table, root)) return false
  const rows = elements(table, 'tr').map((row) => row.childNodes.filter(isElement))
  const pairs = rows.filter(
    (cells) => cells.length === 2 && cells.every((cell) => elements(cell, 'table').length === 0),
  )
  const labelled = pairs.filter(([first]) => first !== undefined && isLabel(first))
  return pairs.length >= 3 && labelled.length * 3 >= pairs.length * 2 && pairs.length * 2 >= rows.length
}

/** A cell that names what the cell beside it says. */
export function isLabel(cell: Element): boolean {
  if (cell.tagName === 'th') return true
  const text = plainText(cell)
  const bold = elements(cell, 'b', 'strong').reduce((sum, element) => sum + plainText(element).length, 0)
  return (
    text !== '' &&
    text.length <= 60 &&
    (bold * 3 >= text.length * 2 || /:$/u.test(text) || /bold/iu.test(attr(cell, 'style') ?? ''))
  )
}

/** Before the first heading of the text. */
function comesFirst(table: Element, root: Element): boolean {
  for (const element of elements(root)) {
    if (element === table) return true
    if (/^h[2-6]$/u.test(element.tagName)) return false
  }
  return false
}

export function dropEmptyInfoboxes(root: Element): void {
  for (const box of elements(root, 'table'))
    if (isInfobox(box) && plainText(box) === '' && elements(box, 'img').length === 0) remove(box)
}
