import { csvTable } from '../../text/table-file'
import { saysSomething } from '../note-markdown'
import type { ArticleOutput } from './article-output'
import { noteNodes } from './markdown/article-markdown'
import { writeMarkdown } from './markdown/write-markdown'

/** The columns of Readwise's own export, in its order. */
const COLUMNS = ['Highlight', 'Book Title', 'Book Author', 'Amazon Book ID', 'Note', 'Color', 'Tags', 'Location Type', 'Location', 'Highlighted at', 'Document tags'] // prettier-ignore

/** Highlights and article notes as CSV (RFC 4180, UTF-8) with Readwise's columns; notes are Markdown. */
export function readwiseCsv(all: Iterable<ArticleOutput>): string {
  const lines = [COLUMNS]
  for (const one of all) {
    const { article, note, highlights } = one
    const about = (words: string, body: string, rest: readonly string[]) => [words, article.title, article.byline ?? '', '', body, ...rest, article.tags.join(', ')] // prettier-ignore
    if (note?.body) lines.push(about('', markdown(note.body), ['', note.tags.join(', '), '', '', when(note.createdAt)]))
    highlights.forEach(({ highlight, paragraphs }, at) => {
      const { quote, picture } = highlight.target
      const words = picture === undefined ? paragraphs.join('\n\n') || quote.exact : picture.alt
      const body = highlight.body !== null && saysSomething(highlight.body) ? markdown(highlight.body) : ''
      const place = ['order', String(at + 1)] as const
      lines.push(about(words, body, [highlight.colour, highlight.tags.join(', '), ...place, when(highlight.createdAt)]))
    })
  }
  return csvTable(lines)
}

function markdown(body: Parameters<typeof noteNodes>[0]): string {
  return writeMarkdown(noteNodes(body, (asset) => `attachments/${asset.slice(0, 16)}`)).trimEnd()
}

/** `2023-02-17 09:30:00+00:00` */
function when(ms: number): string {
  return new Date(ms)
    .toISOString()
    .replace('T', ' ')
    .replace(/\.\d+Z$/u, '+00:00')
}
