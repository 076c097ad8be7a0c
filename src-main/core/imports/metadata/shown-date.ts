import { type Element, attr, closest } from '../html/html-tree'
import type { DateHabits } from './date-patterns'
import { findDate, parseDate } from './date-text'
import { type Line, shortText } from './nearby'
import type { Parts, Sighting, Survey } from './survey'

const UPDATED =
  /updat|modifi|änderung|aktualisiert|geändert|stand:|mis à jour|actualiza|aggiornat|atualiza|bijgewerkt|gewijzigd|zaktualizowan|обновл|оновлен|更新|수정|güncelle|muokattu|päivitetty|oppdatert|opdateret|uppdaterad|aktualizov|frissít|actualizat|diperbarui|cập nhật|به‌روز|عודכן|עודכן/iu
const PUBLISHED =
  /(?<!\p{L})(?:posted|published|written|publiziert|veröffentlicht|gepostet|verfasst|erstellt|eingestellt|erschienen|geschrieben am|publiée?|mis en ligne|mise en ligne|paru|publicad[oa]|pubblicat[oa]|geplaatst|gepubliceerd|publicerad|publisert|opublikowano|dodano|опубликовано|опубліковано|közzétéve|publicat|yayınlan|julkaistu|publikováno|objavljeno|đăng|diterbitkan|تاریخ انتشار|نشر|פורסם|作成|投稿|公開|掲載|发布|發佈|입력|등록)(?!\p{L})/iu
const COPYRIGHT = /©|\(c\)|copyright/iu
/** Pieces of text from the heading within which an element still belongs to it. */
const NEAR = 40
/** The web is no older; an earlier day in a text is what the text is about. */
const FIRST_YEAR = '1992'
/** Characters of a text that is little more than a date. */
const SHORT = 40
/** Pieces of text at either end of a page among which a day may stand in words: no article has its date in its middle. */
const AT_EITHER_END = 1500

/** Days that a page shows a reader. */
export interface ShownDates {
  /** By the heading. */
  near(): string | null
  /** In an element made for dates, wherever it stands in the article. */
  marked(): string | null
  /** In an element that is called a date, wherever it stands in the article. */
  called(): string | null
  /** By the heading, but said to be of a change. */
  updated(): string | null
  /** With a word such as "published", wherever it stands. */
  inWords(): string | null
  /** The one day that short texts of the page name, if they all name the same. */
  only(): string | null
}

/** Reads the days that a page shows; nothing is read before it is asked for. */
export function createShownDates(
  page: Survey,
  heading: Sighting | null,
  lines: readonly Line[],
  parts: Parts,
  habits: DateHabits,
): ShownDates {
  const from = heading?.at ?? 0
  const isNear = ({ at }: Sighting) => at >= from - NEAR && at <= from + NEAR
  const first = (sightings: readonly Sighting[]) => firstOf(sightings, habits)
  const around = () => first(page.dates.filter((sighting) => isNear(sighting) && !parts.isOutside(sighting)))
  return {
    near: () => around().published ?? inLines(lines, habits).published,
    updated: () => around().updated ?? inLines(lines, habits).updated,
    marked: () => {
      const own = page.dates.filter((sighting) => !parts.isForeign(sighting) && isMachineRead(sighting.element))
      return first(own.filter((sighting) => !parts.isOutside(sighting))).published ?? first(own).published
    },
    called: () => first(page.dates.filter((sighting) => !parts.isOutside(sighting))).published,
    inWords: () => inWords(page, parts, habits),
    only: () => only(page, parts, habits),
  }
}

interface Shown {
  readonly published: string | null
  readonly updated: string | null
}

function firstOf(sightings: readonly Sighting[], habits: DateHabits): Shown {
  const ranked = sightings
    .map((sighting, order) => ({ ...sighting, rank: rankOf(sighting.element), order }))
    .sort((one, other) => one.rank - other.rank || one.order - other.order)
  let updated: string | null = null
  for (const { element } of ranked) {
    const found = dateOf(element, habits)
    if (found === null) continue
    if (!found.isUpdate) return { published: found.date, updated }
    updated ??= found.date
  }
  return { published: null, updated }
}

function rankOf(element: Element): number {
  const own = propertiesOf(element)
  if (/datePublished/u.test(own)) return 0
  if (attr(element, 'pubdate') !== null || /(?:^|\s)(?:dt-)?published(?:\s|$)/u.test(attr(element, 'class') ?? ''))
    return 1
  if (/dateCreated|dc:created/u.test(own)) return 2
  return element.tagName === 'time' || element.tagName === 'abbr' ? 3 : 4
}

function propertiesOf(element: Element): string {
  return `${attr(element, 'itemprop') ?? ''} ${attr(element, 'property') ?? ''}`
}

function isMachineRead(element: Element): boolean {
  return element.tagName === 'time' || rankOf(element) < 3
}

function dateOf(element: Element, habits: DateHabits): { date: string; isUpdate: boolean } | null {
  const words = shortText(element, 200) ?? ''
  const own = `${propertiesOf(element)} ${attr(element, 'class') ?? ''}`
  const says = rankOf(element) < 2 ? false : UPDATED.test(own)
  for (const name of ['datetime', 'content', 'title', 'data-date', 'data-datetime', 'data-published']) {
    const value = attr(element, name)
    const date = value === null ? null : parseDate(value, habits)
    if (date !== null) return { date, isUpdate: says || UPDATED.test(words) }
  }
  const found = findDate(words, habits)
  if (found === null || found.date < FIRST_YEAR || COPYRIGHT.test(words)) return null
  return { date: found.date, isUpdate: says || UPDATED.test(words.slice(0, found.start)) }
}

function inLines(lines: readonly Line[], habits: DateHabits): Shown {
  let updated: string | null = null
  for (const { text } of lines) {
    const found = COPYRIGHT.test(text) ? null : findDate(text, habits)
    if (found === null || found.date < FIRST_YEAR) continue
    if (!UPDATED.test(text.slice(0, found.start))) return { published: found.date, updated }
    updated ??= found.date
  }
  return { published: null, updated }
}

/** "Posted on 19 May 2010 at 23:03" */
function inWords(page: Survey, parts: Parts, habits: DateHabits): string | null {
  for (const piece of atEitherEnd(page)) {
    if (piece.value.length > 300 || !PUBLISHED.test(piece.value) || parts.isForeign(piece)) continue
    const around = piece.parent.parentNode
    const words =
      shortText(piece.parent, 60) === null || !around || !('tagName' in around)
        ? (shortText(piece.parent, 400) ?? piece.value)
        : (shortText(around, 200) ?? piece.value)
    const said = PUBLISHED.exec(words)?.index ?? -1
    const found =
      said < 0
        ? null
        : (findDate(words.slice(said, said + 2 * SHORT), habits) ??
          findDate(words.slice(Math.max(0, said - SHORT), said), habits))
    if (found !== null && found.date >= FIRST_YEAR) return found.date
  }
  return null
}

function atEitherEnd({ texts }: Survey): Survey['texts'] {
  if (texts.length <= 2 * AT_EITHER_END) return texts
  return [...texts.slice(0, AT_EITHER_END), ...texts.slice(-AT_EITHER_END)]
}

function only(page: Survey, parts: Parts, habits: DateHabits): string | null {
  const days = new Set<string>()
  for (const piece of atEitherEnd(page)) {
    if (piece.value.length > SHORT || !/\p{Nd}{2}/u.test(piece.value) || parts.isOutside(piece)) continue
    if (closest(piece.parent, ({ tagName }) => tagName === 'blockquote')) continue
    const date = COPYRIGHT.test(piece.value) ? null : (findDate(piece.value, habits)?.date ?? null)
    if (date !== null && date >= FIRST_YEAR) days.add(date)
    if (days.size > 1) return null
  }
  return [...days][0] ?? null
}
