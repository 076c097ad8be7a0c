import type { Token } from 'markdown-it'
import { LecternError } from '@shared/contract/errors'
import type { Licence } from '@shared/domain/snapshot'
import { collapse, parseFragment, plainText } from '../html/html-tree'
import { licenceName } from '../metadata/licence'
import { parseDate } from '../metadata/date-text'
import { noteInFolder } from '../folders/folder-address'
import type { Source, SourceFolder } from '../reading/read-source'
import { fileTitle } from './file-title'
import type { FormatReader } from './format'
import { attachmentUrl, createAttachments } from './markdown/attachments'
import { splitFrontMatter, type FrontMatter } from './markdown/front-matter'
import { looksLikeMarkdown } from './markdown/looks-like-markdown'
import { NOTE_LINK } from './markdown/obsidian'
import { createMarkdown } from './markdown/render'

/** More than any book has. */
const MAX_CHARACTERS = 16 * 1024 * 1024

const md = createMarkdown()

/** Reads Markdown with front matter. */
export const markdownReader = {
  matches({ source, text }) {
    if (
      /\.(?:md|markdown|mdown|mkdn?|mdx)$/iu.test(source.name) ||
      /^text\/(?:x-)?markdown/iu.test(source.contentType ?? '')
    )
      return true
    return !/\.te?xt$/iu.test(source.name) && looksLikeMarkdown(text())
  },
  read(input) {
    const { source } = input
    const text = input.text()
    if (text.length > MAX_CHARACTERS) {
      const item = source.name || 'The pasted text'
      throw new LecternError('too-large', `${item} is longer than Lectern reads. Nothing was added.`)
    }
    const front = splitFrontMatter(text)
    const env = {}
    const tokens = md.parse(front.body, env)
    if (source.folder !== null) placeImages(tokens, source.folder)
    placeNotes(tokens, source)
    const heading = firstHeading(tokens)
    const stated = first(front, 'title')
    const title = stated ?? heading?.text ?? null
    if (heading?.isOpening === true && (stated === null || sameWords(stated, heading.text))) {
      tokens.splice(heading.at, 3)
    }
    return {
      format: 'markdown',
      title: title ?? fileTitle(source.name),
      byline: bylineOf(front),
      siteName: first(front, 'sitename', 'site', 'publisher'),
      sourceUrl: [...all(front, 'url', 'source', 'sourceurl', 'link', 'canonicalurl', 'canonical')].find(isWeb) ?? null,
      publishedAt: dateOf(front),
      declaredLanguage: first(front, 'lang', 'language'),
      excerpt: first(front, 'description', 'summary', 'excerpt', 'abstract'),
      html: md.renderer.render(tokens, md.options, env),
      baseUrl: null,
      facts: [],
      references: [],
      categories: [...new Set(all(front, 'tags', 'tag', 'categories', 'keywords'))].map((tag) =>
        tag.replace(/^#/u, ''),
      ),
      licence: licenceOf(front),
      truncated: false,
      packaged: source.folder === null ? null : createAttachments(source.folder),
    }
  },
} satisfies FormatReader

/** Pictures of the dropped folder get addresses of their own, whatever the note says of where it is from. */
function placeImages(tokens: readonly Token[], folder: SourceFolder): void {
  for (const { type, attrs } of tokens.flatMap((token) => [token, ...(token.children ?? [])])) {
    const src = type === 'image' ? attrs?.find(([name]) => name === 'src') : undefined
    const url = typeof src?.[1] === 'string' ? attachmentUrl(src[1], folder) : null
    if (src !== undefined && url !== null) src[1] = url
  }
}

/** Links to notes by name lead to addresses of their folder; without one, a note's words stay. */
function placeNotes(tokens: readonly Token[], source: Source): void {
  for (const { children } of tokens) {
    if (children === null) continue
    for (let at = children.length - 1; at >= 0; at--) {
      const attrs = children[at]?.attrs ?? []
      const href = attrs.find(([name]) => name === 'href')
      if (typeof href?.[1] !== 'string' || !href[1].startsWith(NOTE_LINK)) continue
      const [note = '', fragment] = href[1].slice(NOTE_LINK.length).split('#')
      const address = noteInFolder(decodeURIComponent(note), source)
      if (address !== null) href[1] = address + (fragment === undefined ? '' : `#${fragment}`)
      else {
        // The link's end stands behind its words.
        children.splice(at + 2, 1)
        children.splice(at, 1)
      }
    }
  }
}

interface Heading {
  readonly at: number
  readonly text: string
  /** Nothing stands before it. */
  readonly isOpening: boolean
}

function firstHeading(tokens: readonly Token[]): Heading | null {
  const at = tokens.findIndex(({ type, tag, level }) => type === 'heading_open' && tag === 'h1' && level === 0)
  const inline = tokens[at + 1]
  if (at < 0 || !inline) return null
  const text = plainText(parseFragment(md.renderer.renderInline(inline.children ?? [], md.options, {})))
  return text === '' ? null : { at, text, isOpening: at === 0 }
}

function sameWords(one: string, other: string): boolean {
  const words = (text: string) =>
    collapse(
      text
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s]/gu, ''),
    )
  return words(one) === words(other)
}

function* all({ values }: FrontMatter, ...names: readonly string[]): Generator<string> {
  for (const name of names) yield* values.get(name) ?? []
}

function first(front: FrontMatter, ...names: readonly string[]): string | null {
  for (const value of all(front, ...names)) return value
  return null
}

function bylineOf({ values }: FrontMatter): string | null {
  const authors = values.get('author') ?? values.get('authors') ?? values.get('creator') ?? values.get('byline') ?? []
  const names = authors.map((author) => author.replace(/^\[\[|\]\]$/gu, '').trim()).filter((author) => author !== '')
  return names.length === 0 ? null : names.join(', ')
}

function dateOf(front: FrontMatter): string | null {
  for (const value of all(front, 'published', 'publishedat', 'datepublished', 'pubdate', 'date', 'created')) {
    const date = parseDate(value)
    if (date !== null) return date
  }
  return null
}

function licenceOf(front: FrontMatter): Licence | null {
  const statement = first(front, 'licence', 'license', 'rights', 'copyright')
  if (statement === null) return null
  return { statement, name: licenceName(statement), url: isWeb(statement) ? statement : null }
}

function isWeb(value: string): boolean {
  return /^https?:\/\/\S+$/iu.test(value)
}
