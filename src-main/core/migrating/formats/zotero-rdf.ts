import { allBelow, childrenOf, readXml, type XmlElement } from '../../text/xml-tree'
import { articleRecord, type ArticleRecord, type FormatReader, type GivenNote, type Reading } from '../record'
import { dateOf } from '../reading/dates'
import { manyLines, oneLine, webAddress } from '../reading/values'

/**
 * Zotero RDF, what Zotero itself writes with notes and files: items by their addresses, which name their notes (`isReferencedBy`) and
 * files (`link`) by fragments; collections name their parts. Collections become nested tags, as a browser's folders do.
 */
export const zoteroRdf: FormatReader = {
  id: 'zotero-rdf',
  tool: 'Zotero',
  recognises: ({ text }) => text.slice(0, 4096).includes('http://www.zotero.org/namespaces/export#'),
  read: (file) => {
    const root = readXml(file.text)
    if (root === null)
      return {
        articles: [],
        problems: [{ where: { file: file.name, line: null }, message: 'This file is damaged or too large.' }],
      }
    const byName = new Map(root.children.map((child) => [child.attributes['about'] ?? '', child]))
    const folders = foldersOf(root, byName)
    const referenced = new Set(root.children.flatMap((item) => resourcesOf(item, 'isReferencedBy')))
    const articles = root.children.flatMap((item, index) => {
      const isMemo = item.name === 'Memo'
      if (item.name === 'Collection' || item.name === 'Attachment') return []
      if (isMemo && referenced.has(item.attributes['about'] ?? '')) return []
      return workOf(item, index + 1, file, byName, folders) ?? []
    })
    return { articles, problems: [] }
  },
}

/** An item with its notes and the page that was saved of it; null when it has neither. */
function workOf(
  item: XmlElement,
  line: number,
  file: Reading,
  byName: ReadonlyMap<string, XmlElement>,
  folders: ReadonlyMap<string, readonly string[]>,
): ArticleRecord | null {
  const about = item.attributes['about'] ?? ''
  const memos = item.name === 'Memo' ? [item] : resourcesOf(item, 'isReferencedBy').map((name) => byName.get(name))
  const notes = memos.flatMap((memo): GivenNote[] => {
    const value = manyLines(valueOf(memo))
    return value === null ? [] : [{ kind: 'html', value }]
  })
  const page = pageOf(item, file, byName)
  if (notes.length === 0 && page === null) return null
  const uri = valueOf(allBelow(item, 'URI')[0])
  return articleRecord({
    ...{ where: { file: file.name, line }, notes, page },
    url: webAddress(uri === '' ? about : uri) ?? doiOf(item),
    title: oneLine(textOf(item, 'title')) ?? oneLine(manyLines(notes[0]?.value.replace(/<[^>]*>/gu, ' ')), 100),
    author: authorsOf(item),
    tags: [...tagsOf(item), ...(folders.get(about) ?? [])],
    addedAt: dateOf(textOf(item, 'dateSubmitted')),
    publishedAt: /^\d{4}(?:-\d{2}){0,2}$/u.exec(textOf(item, 'date'))?.[0] ?? null,
    excerpt: oneLine(textOf(item, 'abstract')),
  })
}

/** The web page among an item's files; what is a PDF cannot be read. */
function pageOf(item: XmlElement, file: Reading, byName: ReadonlyMap<string, XmlElement>): ArticleRecord['page'] {
  for (const name of resourcesOf(item, 'link')) {
    const attachment = byName.get(name)
    if (textOf(attachment, 'type') !== 'text/html') continue
    const [path] = resourcesOf(attachment, 'resource')
    const page = path === undefined ? null : file.sibling(path)
    if (page !== null) return page
  }
  return null
}

/** Every collection that an item is in, as a path of names. */
function foldersOf(root: XmlElement, byName: ReadonlyMap<string, XmlElement>): Map<string, string[]> {
  const folders = new Map<string, string[]>()
  const collections = root.children.filter(({ name }) => name === 'Collection')
  const within = new Map(collections.flatMap((one) => resourcesOf(one, 'hasPart').map((part) => [part, one] as const)))
  for (const collection of collections) {
    const path: string[] = []
    const seen = new Set<XmlElement>()
    for (
      let at: XmlElement | undefined = collection;
      at !== undefined && !seen.has(at);
      at = within.get(at.attributes['about'] ?? '')
    ) {
      seen.add(at)
      path.unshift(oneLine(textOf(at, 'title').replaceAll('/', ' '), 100) ?? '')
    }
    const tag = path.filter((part) => part !== '').join('/')
    for (const part of resourcesOf(collection, 'hasPart')) {
      if (tag === '' || byName.get(part)?.name === 'Collection') continue
      folders.set(part, [...(folders.get(part) ?? []), tag])
    }
  }
  return folders
}

function resourcesOf(element: XmlElement | undefined, name: string): string[] {
  return childrenOf(element, name).flatMap(({ attributes }) => attributes['resource'] ?? [])
}

function textOf(element: XmlElement | undefined, name: string): string {
  return childrenOf(element, name)[0]?.text ?? ''
}

function valueOf(element: XmlElement | undefined): string {
  return textOf(element, 'value')
}

function authorsOf(item: XmlElement): string | null {
  const [authors] = childrenOf(item, 'authors')
  const names = allBelow(authors ?? null, 'Person').flatMap(
    (person) => oneLine(`${textOf(person, 'givenName')} ${textOf(person, 'surname')}`) ?? [],
  )
  return names.length === 0 ? null : names.join(', ')
}

/** A subject is a word, or stands within an automatic tag. */
function tagsOf(item: XmlElement): string[] {
  return childrenOf(item, 'subject').flatMap(({ text }) => oneLine(text, 100) ?? [])
}

function doiOf(item: XmlElement): string | null {
  const identifiers = childrenOf(item, 'identifier').map(({ text }) => text)
  const found = identifiers.flatMap((text) => /^DOI\s+(10\.\d{4,9}\/\S+)/u.exec(text)?.[1] ?? [])
  return found[0] === undefined ? null : `https://doi.org/${found[0]}`
}
