import type { Reference } from '@shared/domain/snapshot'
import type { Link, RelatedList, SnapshotDetails } from '@shared/domain/snapshot-details'
import { titlePath } from '../extract/mediawiki/address'
import { collapse } from '../html/html-tree'
import { languageOf } from '../reading/language'
import type { FormatReader, RawArticle, ReaderInput } from './format'
import { escapeHtml } from './escape-html'
import { fileTitle } from './file-title'
import { factsOf } from './wikipedia-text/infobox'
import { readHead, type SideList } from './wikipedia-text/head'
import { blockHtml, infoboxHtml, listHtml, referencesHtml } from './wikipedia-text/html'
import { areReferences, readReferences } from './wikipedia-text/references'
import { sectionsOf, type Section } from './wikipedia-text/sections'
import { licenceOf, statementLine } from './wikipedia-text/statement'

/**
 * Reads an article of Wikipedia that a mirror gave away as plain text: the mirror's name, the title, a line that states the licence,
 * the short description, the infobox with labels and values run together, side lists, the text, and what stands below it.
 */
export const wikipediaTextReader = {
  matches: ({ source, text }) =>
    !/\.(?:x?html?|md|markdown)$/iu.test(source.name) && !/^\s*</u.test(text()) && statementLine(topLines(text())) >= 0,
  read,
} satisfies FormatReader

function topLines(text: string): string[] {
  return text.slice(0, 8192).split(/\r\n|[\r\n]/u)
}

function read({ source, text }: ReaderInput): RawArticle {
  const lines = text().split(/\r\n|[\r\n]/u)
  const at = statementLine(lines)
  const statement = lines[at] ?? ''
  const above = lines.slice(0, Math.max(0, at)).map(collapse)
  const title = above.filter((line) => line !== '').pop() ?? fileTitle(source.name) ?? ''
  const below = lines.slice(at + 1)
  const head = readHead(below, title)
  const sections = sectionsOf(below.slice(head.textFrom))
  const lead = sections[0]?.heading === null ? sections[0] : null
  const references = sections.filter(isReferenceList).flatMap(({ blocks }) => readReferences(blocks.flat()))
  const licence = at < 0 ? null : licenceOf(statement)
  const language = languageOf((lead?.blocks ?? sections[1]?.blocks ?? []).flat().join(' '), null)
  const address =
    title === '' || language === null ? null : `https://${language}.wikipedia.org/wiki/${titlePath(title)}`
  return {
    format: 'wikipedia-text',
    title,
    byline: null,
    siteName: 'Wikipedia',
    sourceUrl: null,
    publishedAt: null,
    declaredLanguage: null,
    excerpt: lead?.blocks[0]?.join(' ').replace(/\[\d+\]/gu, '') ?? null,
    html: [
      head.subtitle === null ? '' : `<p class="hatnote">${escapeHtml(head.subtitle)}</p>`,
      infoboxHtml(head.infobox),
      ...sectionsHtml(sections, references),
      licence === null ? '' : `<p class="licence">${escapeHtml(licence.statement)}</p>`,
    ].join('\n'),
    baseUrl: null,
    facts: factsOf(head.infobox, language),
    references,
    categories: sections.filter(isCategories).flatMap(categoriesOf),
    licence,
    authorsUrl: address === null ? null : `${address}?action=history`,
    details: detailsOf(sections, head.sideList, title, language),
    addresses: address === null ? [] : [address],
    truncated: false,
    packaged: null,
  }
}

function isReferenceList({ heading, blocks }: Section): boolean {
  return (
    /^(?:references|notes|footnotes|citations|notes and references)$/iu.test(heading ?? '') &&
    areReferences(blocks.flat())
  )
}

/** What the copy says beside the text. Titles only: addresses are lost in plain text. */
function detailsOf(
  sections: readonly Section[],
  sideList: SideList | null,
  title: string,
  language: string | null,
): SnapshotDetails {
  const named = (pattern: RegExp): Link[] =>
    sections
      .filter(({ heading }) => pattern.test(heading ?? ''))
      .flatMap(({ blocks }) => blocks.flat())
      .map((line) => ({ text: collapse(line.replace(/^\s*[-*•]\s+/u, '')), url: null }))
      .filter(({ text }) => text !== '' && text.length <= 120)
  return {
    wiki: {
      project: language === null ? null : `${language}.wikipedia.org`,
      language,
      namespace: '',
      title,
      revisionId: null,
      permalink: null,
      modifiedAt: null,
      redirects: [],
    },
    coordinates: null,
    related: sideList === null ? [] : [relatedOf(sideList)],
    seeAlso: named(/^see also$/iu),
    portals: named(/^portals?$/iu),
    pictures: [],
  }
}

/** A few lines that explain head the list. */
function relatedOf({ title, lines }: SideList): RelatedList {
  const isLegend = (line: string) => line.split(/\s+/u).length >= 5
  const legend = lines.filter(isLegend).join(' · ')
  const links = lines.filter((line) => !isLegend(line)).map((text) => ({ text, url: null }))
  return { title, groups: [{ label: legend === '' ? null : legend, links }] }
}

function isCategories({ heading }: Section): boolean {
  return /^categor(?:y|ies)$/iu.test(heading ?? '')
}

function categoriesOf({ blocks }: Section): string[] {
  return blocks
    .flat()
    .flatMap((line) => line.split(/\s*[|·•]\s*/u))
    .map(collapse)
    .filter((name) => name !== '')
}

function sectionsHtml(sections: readonly Section[], references: readonly Reference[]): string[] {
  const labels = new Set(references.map(({ label }) => label))
  const taken = new Set<string>()
  return sections.map((section) => {
    const { heading, level } = section
    const title = heading === null ? '' : `<h${level}>${escapeHtml(heading)}</h${level}>\n`
    return title + sectionHtml(section, labels, taken)
  })
}

function isBelowText(heading: string): boolean {
  return /^(?:references|notes|footnotes|citations|see also|portals?|categories|further reading|external links|sources|bibliography)/iu.test(
    heading,
  )
}

function sectionHtml(section: Section, labels: ReadonlySet<string>, taken: Set<string>): string {
  const { heading, blocks } = section
  if (isReferenceList(section)) return referencesHtml(readReferences(blocks.flat()), taken)
  if (isCategories(section)) {
    const categories = categoriesOf(section)
    return categories.length === 0 ? '' : `<p class="categories">${escapeHtml(categories.join(' · '))}</p>`
  }
  const isList = heading !== null && isBelowText(heading)
  return blocks
    .map((block) =>
      isList && block.every((line) => !isLong(line)) ? listHtml(block, labels) : blockHtml(block, labels),
    )
    .join('\n')
}

function isLong(line: string): boolean {
  return line.length > 160 && !/^\s*[-*•]/u.test(line)
}
