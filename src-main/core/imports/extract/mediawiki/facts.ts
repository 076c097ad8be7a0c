import type { Fact } from '@shared/domain/snapshot'
import type { Link } from '@shared/domain/snapshot-details'
import { type Element, closest, elements, hasClass, isElement, plainText } from '../../html/html-tree'
import { isInfobox, isLabel } from './infobox'
import { quantityOf } from './quantity'
import { linkOf } from './related'
import { isNoteMark, lineOf } from './words'

const BULLET = /^[•·▪‣–-]\s*/u

/**
 * Rows of an article's infoboxes that pair a label with values, as plain text, each under the heading within the box. Rows that begin
 * with a bullet belong to the row above them.
 */
export function readFacts(root: Element, baseUrl: string | null, language: string | null): Fact[] {
  return elements(root, 'table')
    .filter(isInfobox)
    .flatMap((box) => factsOf(box, baseUrl, language))
}

function factsOf(box: Element, baseUrl: string | null, language: string | null): Fact[] {
  const facts: Fact[] = []
  let section: string | null = null
  let above: string | null = null
  let isFirst = true
  let hasBullets = false
  for (const row of elements(box, 'tr')) {
    const cells = row.childNodes.filter(isElement).filter(({ tagName }) => tagName === 'th' || tagName === 'td')
    if (cells.some((cell) => elements(cell, 'tr').length > 0)) continue
    const [first, ...others] = cells
    if (!first) continue
    const value = others.map(lineOf).filter((line) => line !== '')
    if (others.length === 0) {
      const words = headingOf(first)
      // The box's own title is no heading within it.
      if (words !== null && !isFirst) [section, above, hasBullets] = [words, null, false]
      if (plainText(first) !== '') isFirst = false
      continue
    }
    isFirst = false
    const words = lineOf(first).replace(/\s*[:：]$/u, '')
    if (words === '' || (cells.length > 2 && first.tagName !== 'th')) continue
    const isBullet = BULLET.test(words)
    // A heading over bulleted rows is theirs alone: it ends with them.
    if (isBullet) hasBullets ||= above === null
    else [section, above, hasBullets] = [hasBullets ? null : section, words, false]
    if (value.length === 0) continue
    if (first.tagName !== 'th' && !isLabel(first) && cells.length !== 2) continue
    const text = value.join(' · ')
    facts.push({
      label: words.replace(BULLET, ''),
      value: text,
      group: isBullet ? (above ?? section) : section,
      links: others.flatMap((cell) => linksIn(cell, baseUrl)),
      quantity: quantityOf(text, language),
    })
  }
  return facts
}

function headingOf(cell: Element): string | null {
  if (cell.tagName !== 'th' && elements(cell, 'img').length > 0) return null
  const words = plainText(cell)
  const isHeading = cell.tagName === 'th' || isLabel(cell) || hasClass(cell, 'infobox-header')
  return isHeading && words !== '' && words.length <= 80 ? lineOf(cell) : null
}

function linksIn(cell: Element, baseUrl: string | null): Link[] {
  return elements(cell, 'a')
    .filter((link) => !closest(link, isNoteMark))
    .flatMap((link) => linkOf(link, baseUrl) ?? [])
    .slice(0, 60)
}
