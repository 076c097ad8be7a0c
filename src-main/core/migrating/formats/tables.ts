import {
  articleRecord,
  quoteRecord,
  type ArticleRecord,
  type FormatReader,
  type Found,
  type QuoteRecord,
  type Reading,
} from '../record'
import { dateOf } from '../reading/dates'
import { hasColumns, readTable, type TableRow } from '../reading/table'
import { isYes, manyLines, oneLine, tagsOf, webAddress } from '../reading/values'

/** A row's address; null, with a report, when it has none that leads to the web. */
function addressOf({ get }: TableRow, problem: (message: string) => void): string | null {
  const url = webAddress(get('url'))
  if (url === null)
    problem(get('url') === '' ? 'This line has no address.' : `“${get('url').slice(0, 100)}” is no web address.`)
  return url
}

/** Reads a table of which each row is an article with an address. */
function readArticles(file: Reading, toRecord: (row: TableRow, url: string) => ArticleRecord | null): Found {
  return readTable(file, (row, problem) => {
    const url = addressOf(row, problem)
    return url === null ? null : toRecord(row, url)
  })
}

/** Instapaper: `URL,Title,Selection,Folder,Timestamp,Tags`; tags are a JSON array, folders of one's own become tags. */
export const instapaper: FormatReader = {
  id: 'instapaper-csv',
  tool: 'Instapaper',
  recognises: (file) => hasColumns(file, 'url', 'title', 'selection', 'folder'),
  read: (file) =>
    readArticles(file, ({ get, where }, url) => {
      const folder = get('folder')
      const exact = manyLines(get('selection'))
      const addedAt = dateOf(get('timestamp'))
      const isOwn = !/^(?:unread|archive|starred|home|)$/iu.test(folder)
      return articleRecord({
        ...{ where, url, addedAt, title: oneLine(get('title')) },
        tags: [...tagsOf(get('tags')), ...(isOwn ? [folder] : [])],
        status: /^archive$/iu.test(folder) ? 'archive' : 'inbox',
        favourite: /^starred$/iu.test(folder),
        quotes: exact === null ? [] : [quoteRecord({ where, exact, createdAt: addedAt })],
      })
    }),
}

/** Readwise Reader: `Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen`; tags are a Python list. */
export const readwiseReader: FormatReader = {
  id: 'reader-csv',
  tool: 'Readwise Reader',
  recognises: (file) => hasColumns(file, 'url', 'document tags', 'saved date', 'location'),
  read: (file) =>
    readArticles(file, ({ get, where }, url) => {
      // Feeds are what somebody else put there.
      if (/^feed$/iu.test(get('location'))) return null
      const progress = Number(get('reading progress'))
      const isArchived = /^archive$/iu.test(get('location'))
      return articleRecord({
        ...{ where, url, title: oneLine(get('title')), author: oneLine(get('author')) },
        tags: tagsOf(get('document tags')),
        addedAt: dateOf(get('saved date')),
        status: isArchived ? 'archive' : progress > 0 && progress < 1 ? 'reading' : 'inbox',
        favourite: /^shortlist$/iu.test(get('location')),
      })
    }),
}

/** Raindrop: `id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite`; a folder `A/B` becomes a tag. */
export const raindrop: FormatReader = {
  id: 'raindrop-csv',
  tool: 'Raindrop',
  recognises: (file) => hasColumns(file, 'url', 'folder', 'created', 'excerpt'),
  read: (file) =>
    readArticles(file, (row, url) => {
      const { get, where } = row
      const folder = get('folder')
        .split('/')
        .map((part) => part.trim())
        .filter(Boolean)
        .join('/')
      const note = manyLines(get('note'))
      return articleRecord({
        ...{ where, url, title: oneLine(get('title')), addedAt: dateOf(get('created')) },
        excerpt: oneLine(get('excerpt')),
        notes: note === null ? [] : [{ kind: 'text', value: note }],
        tags: [...tagsOf(get('tags'), /,/u), ...(/^(?:unsorted|)$/iu.test(folder) ? [] : [folder])],
        favourite: isYes(get('favorite', 'favourite')),
        quotes: raindropQuotes(get('highlights'), row),
      })
    }),
}

/** Quotes, each perhaps with `Highlight:` before it and a `Note:` below it. */
function raindropQuotes(text: string, { where, get }: TableRow): QuoteRecord[] {
  if (text === '' || /^\d+$/u.test(text)) return []
  const marked = /^\s*Highlight:/imu.test(text)
  const parts = marked ? text.split(/^\s*Highlight:/imu) : text.split(/\n\s*\n/u)
  return parts.flatMap((part) => {
    const [words = '', ...notes] = part.split(/^\s*Note:/imu)
    const exact = manyLines(words)
    const note = manyLines(notes.join('\n'))
    if (exact === null) return []
    const given = note === null ? null : ({ kind: 'text', value: note } as const)
    return [quoteRecord({ where, exact, note: given, createdAt: dateOf(get('created')) })]
  })
}

/** Matter: `Title,Author,Publisher,URL,Tags,Word Count,In Queue,Favorited,Read,…,Last Interaction Date`; tags joined by `;`. */
export const matter: FormatReader = {
  id: 'matter-csv',
  tool: 'Matter',
  recognises: (file) => hasColumns(file, 'url', 'in queue', 'read', 'last interaction date'),
  read: (file) =>
    readArticles(file, ({ get, where }, url) => {
      return articleRecord({
        ...{ where, url, title: oneLine(get('title')), author: oneLine(get('author')) },
        tags: tagsOf(get('tags'), /;/u),
        addedAt: dateOf(get('last interaction date')),
        status: isYes(get('read')) || (get('in queue') !== '' && !isYes(get('in queue'))) ? 'archive' : 'inbox',
        favourite: isYes(get('favorited', 'favourited')),
      })
    }),
}

/** Hypothesis as a table: `Created at,Author,Page,URL,Group,Type,Quote/description,Comment,Tags`. */
export const hypothesisTable: FormatReader = {
  id: 'hypothesis-csv',
  tool: 'Hypothesis',
  recognises: (file) => hasColumns(file, 'url', 'quote/description', 'comment'),
  read: (file) =>
    readArticles(file, ({ get, where }, url) => {
      const exact = manyLines(get('quote/description'))
      const comment = manyLines(get('comment'))
      const note = comment === null ? null : ({ kind: 'markdown', value: comment } as const)
      const tags = tagsOf(get('tags'), /,/u)
      const hasQuote = exact !== null && !/^page note$/iu.test(get('type'))
      const createdAt = dateOf(get('created at'))
      return articleRecord({
        ...{ where, url, title: oneLine(get('page')) },
        notes: hasQuote || note === null ? [] : [note],
        tags: hasQuote ? [] : tags,
        quotes: hasQuote ? [quoteRecord({ where, exact, note, tags, createdAt })] : [],
      })
    }),
}
