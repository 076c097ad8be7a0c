import type { Citation } from '@shared/domain/citation'
import type { Reference } from '@shared/domain/snapshot'
import { type Element, attr, elements, hasClass, plainText } from '../../html/html-tree'
import { dateInText } from '../../metadata/date-text'
import { coinsAddress, isArchive, readCitation } from './citation'
import type { Note } from './notes'

const ARCHIVED =
  /(?:archived|archiviert|archivad[oa]|archivé|archiviato|gearchiveerd|arkiver|zarchiwizowan|архив|アーカイブ|存档|存檔|أرشفة|بایگانی|הועבר)\D{0,60}?/iu
const RETRIEVED =
  /(?:retrieved|accessed|abgerufen(?: am)?|consulté(?:e)? le|consultad[oa](?: el| em)?|accesso|URL consultato|geraadpleegd|hämtad|hentet|luettu|dostęp|viitattu|дата обращения|проверено|閲覧|访问|訪問|확인함|اطلع عليه|بازبینی|אחזור)[\s:]*(?:on |il |le |am |op |den )?/iu

/** Entries of an article's reference lists, in order, with what they cite. */
export function readReferences(notes: readonly Note[], root: Element): Reference[] {
  const works = bibliography(root)
  return notes.map(({ item, label, group }) => {
    const text = plainText(item)
    const own = readCitation(item)
    const full = own ? null : shortFor(item, works)
    const archiveUrl = own?.archiveUrl ?? null
    return {
      label,
      text,
      url: addressOf(item) ?? (full ? addressOf(full) : null),
      archivedAt: (archiveUrl === null ? null : stampOf(archiveUrl)) ?? dateAfter(text, ARCHIVED),
      retrievedAt: retrieved(item) ?? dateAfter(text, RETRIEVED),
      group,
      citation: own ?? (full ? { ...(readCitation(full) ?? BARE), full: plainText(full) } : null),
    }
  })
}

const BARE: Citation = {
  kind: null,
  authors: [],
  title: null,
  work: null,
  publisher: null,
  date: null,
  archiveUrl: null,
  doi: null,
  isbn: null,
  full: null,
}

/** Works of the bibliography, by the ids that short citations (`{{sfn}}`, `{{harv}}`) lead to. */
function bibliography(root: Element): ReadonlyMap<string, Element> {
  const works = new Map<string, Element>()
  for (const element of elements(root)) {
    const id = attr(element, 'id')
    if (id?.startsWith('CITEREF') === true) works.set(id, coinsBeside(element))
  }
  return works
}

/** The OpenURL stands right behind the `cite` element, within the same entry. */
function coinsBeside(cite: Element): Element {
  const parent = cite.parentNode
  return parent && 'tagName' in parent && parent.tagName === 'li' ? parent : cite
}

function shortFor(item: Element, works: ReadonlyMap<string, Element>): Element | null {
  for (const link of elements(item, 'a')) {
    const id = /#(CITEREF.+)$/u.exec(attr(link, 'href') ?? '')?.[1]
    const work = id === undefined ? undefined : (works.get(id) ?? works.get(decoded(id)))
    if (work) return work
  }
  return null
}

/** The source's own address: not an archive's, and not a page of the wiki. */
function addressOf(item: Element): string | null {
  const stated = coinsAddress(item)
  if (stated !== null && !/(?:doi|worldcat|jstor)\.org/u.test(stated)) return stated
  const external = elements(item, 'a')
    .filter(
      (link) => hasClass(link, 'external', 'extiw') || /external/u.test(attr(link, 'rel') ?? '') || isOutside(link),
    )
    .flatMap((link) => schemed(attr(link, 'href')) ?? [])
  return external.find((url) => !isArchive(url)) ?? stated ?? external[0] ?? null
}

function isOutside(link: Element): boolean {
  const href = attr(link, 'href') ?? ''
  return /^(?:https?:)?\/\//iu.test(href) && !/\/\/[^/]*\.(?:wikipedia|wiktionary|fandom)\.\w+\/wiki\//iu.test(href)
}

/** Archives that put the moment of their copy into its address. */
function stampOf(url: string): string | null {
  const [, year = '', month = '', day = ''] = /\/(\d{4})(\d{2})(\d{2})(?:\d{6})?(?:[a-z_]*)\//u.exec(url) ?? []
  return year !== '' && Number(month) <= 12 && Number(day) <= 31 && Number(year) > 1990
    ? `${year}-${month}-${day}`
    : null
}

function retrieved(item: Element): string | null {
  const marked = elements(item).find((element) => hasClass(element, 'reference-accessdate', 'accessdate'))
  return marked ? dateInText(plainText(marked)) : null
}

function dateAfter(text: string, lead: RegExp): string | null {
  const found = lead.exec(text)
  return found ? dateInText(text.slice(found.index + found[0].length).slice(0, 60)) : null
}

function schemed(href: string | null): string | null {
  const url = href?.startsWith('//') === true ? `https:${href}` : href
  return url !== null && /^https?:\/\//iu.test(url) ? url : null
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
