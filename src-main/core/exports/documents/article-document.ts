import { createHash } from 'node:crypto'
import type { ArticleNote, TextTarget } from '@shared/domain/annotation'
import type { Article } from '@shared/domain/article'
import type { AnnotationId } from '@shared/domain/ids'
import type { NoteDocument } from '@shared/domain/note-document'
import type { Settings } from '@shared/domain/settings'
import type { SnapshotLicence } from '@shared/domain/snapshot'
import { makeDeepLink } from '@shared/text/deep-link'
import type { Flavour } from '../flavours/flavour'
import { licenceLine } from '../licence-line'
import type { OurBlock } from '../merging/merge-blocks'
import type { BlockContent } from '../mdast'
import type { OurFile } from '../merging/merge-file'
import { image, noteToMarkdown } from '../note-markdown'
import type { PlacedHighlight } from '../place'
import { safeTags } from '../tags'
import { MarkdownValue } from '../templates/markdown-value'
import { textFragmentLink } from '../text-fragment'
import { blockText, markdownOf, surroundings, type Writing } from './document'
import { frontMatter } from './front-matter'

/** All that one exported file says. */
export interface ArticleExport {
  readonly article: Article
  /** Titles of the topics that it is in. */
  readonly topics: readonly string[]
  readonly licence: SnapshotLicence | null
  readonly note: ArticleNote | null
  /** In reading order. */
  readonly highlights: readonly PlacedHighlight[]
  readonly colourNames: Settings['colourNames']
}

/** An article's values for every template; the parts add their own. */
export function articleValues({ article, licence, topics, highlights }: ArticleExport): Record<string, unknown> {
  return {
    id: article.id,
    title: article.title,
    author: article.byline,
    site: article.siteName,
    url: article.sourceUrl,
    // The day as the source writes it, which Obsidian takes for a date.
    published: article.publishedAt?.slice(0, 10) ?? null,
    added: new Date(article.addedAt).toISOString().slice(0, 10),
    language: article.language,
    status: article.status,
    favourite: article.favourite,
    tags: safeTags(article.tags).map((tag) => new MarkdownValue(tag)),
    topics: [...topics],
    licence: licence === null ? null : (licence.name ?? licence.statement),
    licenceUrl: licence?.url ?? null,
    licenceAuthors: licence?.authorsUrl ?? null,
    link: new MarkdownValue(makeDeepLink({ articleId: article.id, annotationId: null })),
    highlightCount: highlights.length,
  }
}

/** One article's highlights and notes as a file. The same state gives the same text. */
export function articleDocument(one: ArticleExport, writing: Writing): OurFile {
  const { flavour, templates } = writing
  const values = articleValues(one)
  const blocks: OurBlock[] = []
  const add = (block: Omit<OurBlock, 'text' | 'tight'>, text: string): void => {
    const said = blockText(text)
    if (said !== null) blocks.push({ ...block, text: said, tight: flavour.bullets })
  }
  add({ key: 'title', data: one.article.title, token: null, heading: false }, templates.header(values))
  if (one.note?.body) {
    const said = { ...values, tags: tagValues(one.note.tags), link: values['link'] }
    const data = hash([one.note.body, one.note.tags])
    const text = templates.note(withLazy(said, noteValues(one.note.body, writing)))
    add({ key: 'note', data, token: null, heading: false }, text)
  }
  const ids = shortIds(one.highlights.map(({ highlight }) => highlight.id))
  let above: readonly string[] = []
  one.highlights.forEach((placed, at) => {
    // A file has room for two levels: a section, and the nearest heading within it.
    const { headings } = placed
    const shown = headings.length > 2 ? [...headings.slice(0, 1), ...headings.slice(-1)] : headings
    const names = shown.map(({ text, start }) => `${start}:${text}`)
    const from = names.findIndex((name, level) => name !== above[level])
    shown.forEach((heading, level) => {
      if (from < 0 || level < from) return
      const text = markdownOf([{ type: 'heading', depth: level === 0 ? 2 : 3, children: [{ type: 'text', value: oneLine(heading.text) }] }], flavour) // prettier-ignore
      const key = headingKey(blocks, shown.slice(0, level + 1).map((entry) => oneLine(entry.text))) // prettier-ignore
      add({ key, data: key, token: null, heading: true }, flavour.bullets ? `- ${text}` : text)
    })
    above = names
    const { highlight } = placed
    const token = flavour.blockId(highlight.id, ids[at] ?? highlight.id)
    const text = templates.highlight(withLazy({ ...values, ...highlightValues(placed, one, token) }, passageValues(placed, writing))) // prettier-ignore
    const { exact } = highlight.target.quote
    const picture = highlight.target.picture ?? null
    const data = hash([exact, picture, highlight.colour, highlight.tags, highlight.body])
    const whole = text.includes(token) ? text : withToken(text, token, flavour)
    add({ key: `highlight:${highlight.id}`, data, token, heading: false }, whole)
  })
  if (one.licence !== null) {
    const line = markdownOf([{ type: 'paragraph', children: licenceLine(one.article, one.licence) }], flavour)
    add({ key: 'licence', data: line, token: null, heading: false }, flavour.bullets ? `- ${line}` : `---\n\n${line}`)
  }
  return { front: frontMatter(one.article.id, templates.frontMatter(values), flavour), blocks }
}

function highlightValues(
  { highlight, headings, paragraphs }: PlacedHighlight,
  { article, colourNames }: ArticleExport,
  token: string,
): Record<string, unknown> {
  const { picture, quote } = highlight.target
  return {
    blockId: new MarkdownValue(token),
    colour: colourNames[highlight.colour],
    colourKey: highlight.colour,
    tags: tagValues(highlight.tags),
    section: headings.at(-1)?.text ?? null,
    link: new MarkdownValue(makeDeepLink({ articleId: article.id, annotationId: highlight.id })),
    sourceLink: linkValue(picture === undefined ? sourceLink(article, quote, paragraphs) : null),
    created: new Date(highlight.createdAt).toISOString(),
    updated: new Date(highlight.updatedAt).toISOString(),
  }
}

function sourceLink(
  { format, sourceUrl }: ArticleExport['article'],
  quote: TextTarget['quote'],
  paragraphs: readonly string[],
): string | null {
  // What stands around a quotation that was brought in is not what stands around it at the source.
  return textFragmentLink(sourceUrl, format === 'excerpts' ? { ...quote, prefix: '', suffix: '' } : quote, paragraphs)
}

/** What takes long to make, and what not every template names. */
function passageValues({ highlight, paragraphs }: PlacedHighlight, writing: Writing): Lazy {
  const { flavour, imagePath } = writing
  const { picture } = highlight.target
  const shown = (): BlockContent[] =>
    picture === undefined
      ? paragraphs.map((text) => ({ type: 'paragraph', children: [{ type: 'text', value: text }] }))
      : [{ type: 'paragraph', children: [image(imagePath(picture.asset), picture.alt)] }]
  return {
    quote: () => new MarkdownValue(markdownOf([{ type: 'blockquote', children: shown() }], flavour)),
    text: () => new MarkdownValue(markdownOf(shown(), flavour)),
    ...noteValues(highlight.body, writing),
  }
}

/** A note as one Markdown text, and block by block for programs where each is a bullet. */
function noteValues(body: NoteDocument | null, writing: Writing): Lazy {
  const nodes = () => (body === null ? [] : noteToMarkdown(body, surroundings(writing, 3)))
  const { flavour } = writing
  return {
    note: () => (body === null || nodes().length === 0 ? null : new MarkdownValue(markdownOf(nodes(), flavour))),
    noteBlocks: () => nodes().map((node) => new MarkdownValue(markdownOf([node], flavour))),
  }
}

type Lazy = Readonly<Record<string, () => unknown>>

/** Values of which some are made only when a template asks for them, and once. */
function withLazy(values: Record<string, unknown>, lazy: Lazy): Record<string, unknown> {
  for (const [name, make] of Object.entries(lazy)) {
    let made: { readonly value: unknown } | null = null
    const get = (): unknown => (made ??= { value: make() }).value
    Object.defineProperty(values, name, { get, enumerable: true })
  }
  return values
}

function tagValues(tags: ArticleNote['tags']): MarkdownValue[] {
  return safeTags(tags).map((tag) => new MarkdownValue(tag))
}

function linkValue(link: string | null): MarkdownValue | null {
  return link === null ? null : new MarkdownValue(link)
}

/** A template that forgot the block's id gets it all the same. */
function withToken(text: string, token: string, { bullets, name }: Flavour): string {
  if (bullets) return text.replace(/^- /u, `- ${token}\n  `)
  return name === 'markdown' ? `${token}${text.trimStart()}` : `${text.trimEnd()}\n\n${token}`
}

/** Block ids: the first twelve characters of each id, or as many more as tell them apart. */
export function shortIds(ids: readonly AnnotationId[]): string[] {
  const plain = ids.map((id) => id.replaceAll('-', ''))
  let length = 12
  while (new Set(plain.map((id) => id.slice(0, length))).size < plain.length) length += 4
  return plain.map((id) => id.slice(0, length))
}

/** Headings of the same name are counted. */
function headingKey(blocks: readonly OurBlock[], path: readonly string[]): string {
  const name = `heading:${path.join(' / ')}`
  let key = name
  for (let count = 2; blocks.some((block) => block.key === key); count += 1) key = `${name} ${count}`
  return key
}

function hash(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 22)
}

function oneLine(value: string): string {
  return value.replace(/\s+/gu, ' ').trim()
}
