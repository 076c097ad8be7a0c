import type { ArticleNote, Highlight } from '@shared/domain/annotation'
import type { Article } from '@shared/domain/article'
import type { AnnotationId } from '@shared/domain/ids'
import type { Settings } from '@shared/domain/settings'
import type { OutlineEntry, SnapshotLicence } from '@shared/domain/snapshot'
import { makeDeepLink } from '@shared/text/deep-link'
import { frontMatter } from './front-matter'
import type { Paragraph, PhrasingContent, Root } from './mdast'
import { noteToMarkdown } from './note-markdown'
import { safeTags } from './tags'
import { toMarkdown } from './to-markdown'

/** A highlight with what its snapshot says of its place. */
export interface PlacedHighlight {
  readonly highlight: Highlight
  /** Headings over it, the outermost first. */
  readonly headings: readonly OutlineEntry[]
  /** The quote's paragraphs. */
  readonly paragraphs: readonly string[]
}

/** All that one exported file says. */
export interface ArticleExport {
  readonly article: Article
  readonly licence: SnapshotLicence | null
  readonly note: ArticleNote | null
  /** In reading order. */
  readonly highlights: readonly PlacedHighlight[]
  readonly colourNames: Settings['colourNames']
}

/** One article's highlights and notes as a Markdown file. The same state gives the same text. */
export function articleToMarkdown({ article, licence, note, highlights, colourNames }: ArticleExport): string {
  const children: Root['children'] = [{ type: 'heading', depth: 1, children: [text(article.title)] }]
  if (note?.body) children.push(...noteToMarkdown(note.body), ...tagLine(note))
  const ids = blockIds(highlights.map(({ highlight }) => highlight.id))
  let above: readonly OutlineEntry[] = []
  highlights.forEach(({ highlight, headings, paragraphs }, at) => {
    // A file has room for two levels: a section, and the nearest heading within it.
    const shown = headings.length > 2 ? [...headings.slice(0, 1), ...headings.slice(-1)] : headings
    const from = shown.findIndex((heading, level) => heading !== above[level])
    if (from >= 0) {
      shown.slice(from).forEach((heading, level) => {
        const depth = from + level === 0 ? 2 : 3
        children.push({ type: 'heading', depth, children: [text(heading.text)] })
      })
    }
    above = shown
    const said = highlight.body === null ? [] : noteToMarkdown(highlight.body)
    children.push(
      { type: 'blockquote', children: paragraphs.map((words): Paragraph => paragraph(text(words))) },
      paragraph(text(colourNames[highlight.colour]), ...tagsOf(highlight.tags)),
      ...said,
      paragraph(linkTo(article, highlight), raw(` ^${ids[at] ?? ''}`)),
    )
  })
  if (licence !== null) children.push({ type: 'thematicBreak' }, paragraph(...licenceLine(article, licence)))
  return `${frontMatter(article, licence)}\n${toMarkdown({ type: 'root', children })}`
}

function tagLine({ tags }: ArticleNote): Paragraph[] {
  const [, ...rest] = tagsOf(tags)
  return rest.length === 0 ? [] : [paragraph(...rest)]
}

function tagsOf(tags: ArticleNote['tags']): PhrasingContent[] {
  const safe = safeTags(tags)
  return safe.length === 0 ? [] : [text(' · '), raw(safe.map((tag) => `#${tag}`).join(' '))]
}

function linkTo(article: Article, highlight: Highlight): PhrasingContent {
  return {
    type: 'link',
    url: makeDeepLink({ articleId: article.id, annotationId: highlight.id }),
    children: [text('Open in Lectern')],
  }
}

/** What share-alike licences ask of whoever passes a text on: its title, its authors, the terms with their link, and what was changed. */
function licenceLine(
  article: Article,
  { statement, name, url, authorsUrl, changes }: SnapshotLicence,
): PhrasingContent[] {
  const authors: PhrasingContent[] =
    authorsUrl === null
      ? []
      : [text(`“${article.title}” by `), { type: 'link', url: authorsUrl, children: [text('its authors')] }, text('. ')]
  const label = name ?? url
  const known = label !== null && !statement.includes(label)
  const terms: PhrasingContent[] =
    url === null
      ? known
        ? [text(` (${label})`)]
        : []
      : [text(' ('), { type: 'link', url, children: [text(label ?? url)] }, text(')')]
  return [...authors, text(oneLine(statement)), ...terms, ...(changes === null ? [] : [text(` ${changes}`)])]
}

/** Block ids for Obsidian's links: the first twelve characters of each id, or as many more as tell them apart. */
function blockIds(ids: readonly AnnotationId[]): string[] {
  const plain = ids.map((id) => id.replaceAll('-', ''))
  let length = 12
  while (new Set(plain.map((id) => id.slice(0, length))).size < plain.length) length += 4
  return plain.map((id) => `hl-${id.slice(0, length)}`)
}

function paragraph(...children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children }
}

function text(value: string): PhrasingContent {
  return { type: 'text', value: oneLine(value) }
}

/** Already Markdown. */
function raw(value: string): PhrasingContent {
  return { type: 'html', value }
}

function oneLine(value: string): string {
  return value.replace(/\s+/gu, ' ')
}
