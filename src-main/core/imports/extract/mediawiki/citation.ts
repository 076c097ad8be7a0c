import type { Citation } from '@shared/domain/citation'
import { type Element, attr, classes, collapse, elements, hasClass, plainText } from '../../html/html-tree'
import { citationInText, isbnIn, preciseDate } from './citation-text'

const ARCHIVE =
  /^https?:\/\/(?:[\w-]+\.)*(?:web\.archive\.org|archive\.(?:today|is|ph|li|fo|vn|md|org\/web)|webcitation\.org|wayback|webarchive\.[\w.-]+|arquivo\.pt|megalodon\.jp|ghostarchive\.org|perma\.cc|wikiwix\.com|archive-it\.org|liveweb\.archive\.org)/iu

/** Whether an address is an archive's copy of another page. */
export function isArchive(url: string): boolean {
  return ARCHIVE.test(url)
}

/**
 * What an entry cites. Citation templates leave an OpenURL (ANSI/NISO Z39.88-2004, "COinS") that names the parts in every language;
 * without one, the parts are taken from how the entry is marked up: quoted or linked title, work in italics, DOI and ISBN.
 */
export function readCitation(item: Element): Citation | null {
  const coins = elements(item, 'span').find((span) => hasClass(span, 'Z3988'))
  const cite = elements(item, 'cite', 'span').find((element) => hasClass(element, 'citation', 'ouvrage')) ?? null
  const links = elements(item, 'a').flatMap((link) => attr(link, 'href') ?? [])
  const archiveUrl = links.map(schemed).find((url) => url !== null && isArchive(url)) ?? null
  const common = { kind: cite ? kindOf(cite) : null, archiveUrl, full: null }
  if (coins) {
    const fields = new URLSearchParams(attr(coins, 'title') ?? '')
    if ([...fields.keys()].some((key) => key.startsWith('rft'))) return { ...common, ...fromCoins(fields, links, item) }
  }
  const parts = fromMarkup(cite ?? item, links)
  const isCitation =
    cite !== null ||
    parts.doi !== null ||
    parts.isbn !== null ||
    parts.authors.length > 0 ||
    (parts.title !== null && links.some((link) => schemed(link) !== null))
  return isCitation ? { ...common, ...parts } : null
}

/** The source's own address in an OpenURL. */
export function coinsAddress(item: Element): string | null {
  const coins = elements(item, 'span').find((span) => hasClass(span, 'Z3988'))
  const ids = coins ? new URLSearchParams(attr(coins, 'title') ?? '').getAll('rft_id') : []
  return ids.find((id) => /^https?:\/\//iu.test(id)) ?? null
}

type Parts = Omit<Citation, 'kind' | 'archiveUrl' | 'full'>

function fromCoins(fields: URLSearchParams, links: readonly string[], item: Element): Parts {
  const first = (...names: string[]) =>
    names.map((name) => collapse(fields.get(`rft.${name}`) ?? '')).find((value) => value !== '') ?? null
  const [surname, given] = [first('aulast'), first('aufirst', 'auinit')]
  const lead = surname === null ? first('aucorp') : given === null ? surname : `${surname}, ${given}`
  const others = fields.getAll('rft.au').map(collapse)
  const authors = [...new Set([...(lead === null ? [] : [lead]), ...others].filter((name) => name !== ''))]
  const part = first('atitle')
  const whole = first('btitle', 'jtitle', 'stitle', 'title')
  const doi = fields
    .getAll('rft_id')
    .map((id) => /^info:doi\/(.+)$/u.exec(id)?.[1])
    .find((id) => id !== undefined)
  return {
    authors,
    title: part ?? whole,
    work: part === null ? null : whole,
    publisher: first('pub', 'inst'),
    date: preciseDate(first('date')),
    doi: doi ?? doiIn(links),
    isbn: isbnIn(first('isbn') ?? '') ?? isbnInEntry(item),
  }
}

function fromMarkup(cite: Element, links: readonly string[]): Parts {
  const words = citationInText(plainText(cite))
  const italic =
    elements(cite, 'i', 'em')
      .map(plainText)
      .find((text) => text.length > 2) ?? null
  const linked =
    elements(cite, 'a')
      .filter((link) => isOwnSource(attr(link, 'href') ?? ''))
      .map(plainText)
      .find((text) => text.length > 4 && !/^(?:https?:|10\.\d|ISBN|doi)/iu.test(text)) ?? null
  const title = words.title ?? linked ?? italic
  return {
    authors: [...words.authors],
    title: title === null ? null : title.replace(/^["“„«]|["”“».,]+$/gu, ''),
    work: italic === null || italic === title ? words.work : italic,
    publisher: null,
    date: words.date,
    doi: doiIn(links) ?? words.doi,
    isbn: words.isbn,
  }
}

function isOwnSource(href: string): boolean {
  const url = schemed(href)
  return url !== null && !isArchive(url)
}

function isbnInEntry(item: Element): string | null {
  const text = plainText(item)
  return /ISBN/u.test(text) ? isbnIn(text) : null
}

function kindOf(cite: Element): string | null {
  return (
    classes(cite).find((name) => /^[a-z]{3,20}$/u.test(name) && !/^(?:citation|ouvrage|cs\d|wikicite)$/u.test(name)) ??
    null
  )
}

function doiIn(links: readonly string[]): string | null {
  for (const link of links) {
    const found = /\/\/(?:dx\.)?doi\.org\/(10\.[^?#]+)/iu.exec(link)
    if (found?.[1] !== undefined) return decoded(found[1])
  }
  return null
}

function schemed(href: string): string | null {
  const url = href.startsWith('//') ? `https:${href}` : href
  return /^https?:\/\//iu.test(url) ? url : null
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
