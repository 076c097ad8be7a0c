import type { Licence } from '@shared/domain/snapshot'
import { parseFragment, plainText } from '../../html/html-tree'
import { parseDate } from '../../metadata/date-text'
import { licenceName } from '../../metadata/licence'
import { isbnIn } from './isbn'
import { childrenOf, type XmlElement } from '../../../text/xml-tree'
import type { PackageDocument } from './package-document'

/** What a book says of itself. */
export interface BookMetadata {
  readonly title: string | null
  readonly byline: string | null
  readonly publisher: string | null
  readonly publishedAt: string | null
  readonly language: string | null
  readonly description: string | null
  readonly licence: Licence | null
  /** Without hyphens. */
  readonly isbn: string | null
}

/** Reads Dublin Core with EPUB 3's refinements and EPUB 2's attributes. */
export function readBookMetadata({ metadata, language, direction }: PackageDocument): BookMetadata {
  // OPF 1 put Dublin Core into an element of its own.
  const sources = [metadata, ...childrenOf(metadata, 'dc-metadata'), ...childrenOf(metadata, 'x-metadata')]
  const children = sources.flatMap((source) => source?.children ?? [])
  const named = (name: string) => children.filter((child) => child.name.toLowerCase() === name && child.text !== '')
  const refined = refinements(children)
  return {
    title: titleOf(named('title'), refined, direction),
    byline: bylineOf(named('creator'), refined) ?? bylineOf(named('contributor'), refined, AUTHORS),
    publisher: clean(named('publisher')[0]?.text),
    publishedAt: dateOf(named('date'), children),
    language: clean(named('language')[0]?.text) ?? language,
    description: clean(named('description')[0]?.text),
    licence: licenceOf(named('rights')[0], children),
    isbn: isbnIn(
      [...named('identifier'), ...named('source')].map(({ attributes, text }) =>
        `${attributes['scheme'] ?? attributes['opf:scheme'] ?? ''} ${text}`.trim(),
      ),
    ),
  }
}

type Refinements = (element: XmlElement, property: string) => string | null

function refinements(children: readonly XmlElement[]): Refinements {
  const found = new Map<string, string>()
  for (const { name, attributes, text } of children) {
    const { refines = '', property = '' } = attributes
    if (name !== 'meta' || refines === '' || property === '' || text === '') continue
    const key = `${refines.replace(/^#/u, '')} ${property.replace(/^.*:/u, '')}`
    if (!found.has(key)) found.set(key, text)
  }
  return (element, property) =>
    element.attributes[property] ?? found.get(`${element.attributes['id'] ?? ''} ${property}`) ?? null
}

function titleOf(titles: readonly XmlElement[], refined: Refinements, direction: string | null): string | null {
  const ofType = (type: string) => titles.find((title) => refined(title, 'title-type') === type)
  const main = ofType('main') ?? titles.find((title) => refined(title, 'title-type') === null) ?? titles[0]
  const subtitle = ofType('subtitle')
  const title = clean(main?.text)
  const more = subtitle === main ? null : clean(subtitle?.text)
  if (title === null) return null
  return directed(
    more === null || title.includes(more) ? title : `${title}: ${more}`,
    main?.attributes['dir'] ?? direction,
  )
}

/** A title whose first letter does not show its direction gets the mark that does (UAX #9); plain text has no attributes. */
function directed(title: string, direction: string | null): string {
  const [letter = ''] = /\p{L}/u.exec(title) ?? []
  const isRtl = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(letter)
  if (direction === 'rtl' && !isRtl) return `\u200F${title}`
  return direction === 'ltr' && isRtl ? `\u200E${title}` : title
}

const AUTHORS = new Set(['aut', 'author', 'aui', 'cre', 'dis', 'ill', 'edt', 'com'])
const FIRST = new Set(['aut', 'author', 'cre', 'dis'])

/** Authors by their role; without any, whoever is named first of all. */
function bylineOf(
  creators: readonly XmlElement[],
  refined: Refinements,
  only: ReadonlySet<string> | null = null,
): string | null {
  const people = creators
    .map((creator, at) => ({
      name: nameOf(clean(creator.text) ?? refined(creator, 'file-as') ?? ''),
      role: refined(creator, 'role')?.toLowerCase() ?? (only === null ? 'aut' : ''),
      order: Number(refined(creator, 'display-seq') ?? NaN) || at + 1,
    }))
    .filter(({ name, role }) => name !== '' && (only === null || only.has(role)))
    .sort((one, other) => one.order - other.order)
  const authors = people.filter(({ role }) => FIRST.has(role))
  const names = (authors.length > 0 ? authors : people).map(({ name }) => name)
  return names.length === 0 ? null : [...new Set(names)].join(', ')
}

/** `Melville, Herman` is how catalogues sort him. */
function nameOf(text: string): string {
  const [, last, first] = /^([^,&;]+),\s*([^,&;\d]+)$/u.exec(text) ?? []
  return last === undefined || first === undefined || /^(?:inc|ltd|llc|jr|sr|ph\.?d|m\.?d|esq)\b/iu.test(first)
    ? text
    : `${first.trim()} ${last.trim()}`
}

function dateOf(dates: readonly XmlElement[], children: readonly XmlElement[]): string | null {
  const event = ({ attributes }: XmlElement) => attributes['event']?.toLowerCase() ?? ''
  const issued = children.filter(({ attributes }) => /^dcterms:(?:issued|created)$/u.test(attributes['property'] ?? ''))
  const candidates = [
    ...dates.filter((date) => event(date) === 'original-publication'),
    ...dates.filter((date) => /publication|issued/u.test(event(date))),
    ...dates.filter((date) => event(date) === ''),
    ...issued,
  ]
  for (const { text } of candidates) {
    // Programs that know no date write this.
    if (/^0101-01-01/u.test(text)) continue
    const date = parseDate(text)
    if (date !== null) return date
  }
  return null
}

function licenceOf(rights: XmlElement | undefined, children: readonly XmlElement[]): Licence | null {
  const links = children.filter(
    ({ name, attributes }) =>
      name === 'link' && /(?:^|[\s:])(?:licen[cs]e|rights)(?:\s|$)/iu.test(attributes['rel'] ?? ''),
  )
  const metas = children.filter(({ attributes }) => /(?:^|:)(?:licen[cs]e|rights)$/u.test(attributes['property'] ?? ''))
  const statement = clean(rights?.text) ?? clean(metas[0]?.text)
  const addresses = [...links.map(({ attributes }) => attributes['href']), statement ?? '']
  const url = addresses.map((text) => /https?:\/\/[^\s<>")]+/u.exec(text ?? '')?.[0]).find(Boolean) ?? null
  if (statement === null && url === null) return null
  return { statement: statement ?? url ?? '', name: url === null ? null : licenceName(url), url }
}

/** Plain text: publishers put HTML into descriptions, and entities into names. */
function clean(text: string | undefined): string | null {
  if (text === undefined) return null
  const plain = /[<&]/u.test(text)
    ? plainText(parseFragment(text.replace(/<\/?(?:p|div|br|li)\b[^>]*>/giu, ' '), { scriptingEnabled: false }))
    : text.replace(/\s+/gu, ' ').trim()
  return plain === '' || /^(?:unknown|unbekannt|n\/a)$/iu.test(plain) ? null : plain
}
