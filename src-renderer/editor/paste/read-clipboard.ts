import type { Inline, NoteDocument } from '@shared/domain/note-document'
import { lexicalToNote } from '../lexical-to-note'
import { isNoteLink } from '../note-normal'
import { htmlToNote } from './html-to-note'
import { fromDom, type HtmlNode } from './html-node'
import { looksLikeMarkdown, markdownToHtml, withFormulas } from './markdown-to-html'
import { LEXICAL_TYPE, readLexicalClipboard } from './read-lexical'

/** A tree of HTML, in a document where nothing runs and nothing is fetched. */
function parse(html: string): HtmlNode {
  return fromDom(new DOMParser().parseFromString(html, 'text/html').body)
}

export function markdownToNote(markdown: string, parseHtml: (html: string) => HtmlNode = parse): NoteDocument {
  const { html, formulas } = markdownToHtml(markdown.replace(/\r\n?/gu, '\n'))
  return htmlToNote(withFormulas(parseHtml(html), formulas))
}

/** Plain text: a paragraph for what stands between blank lines, a break for each line. An address is a link. */
export function textToNote(text: string): NoteDocument {
  const paragraphs = text
    .replace(/\r\n?/gu, '\n')
    .split(/\n[ \t]*\n\s*/u)
    .filter((each) => each.trim() !== '')
  return {
    version: 1,
    blocks: paragraphs.map((paragraph) => ({
      type: 'paragraph',
      children: paragraph
        .split('\n')
        .flatMap((line, at): Inline[] => [
          ...(at === 0 ? [] : [{ type: 'break' } as const]),
          ...(line === '' ? [] : [lineOf(line)]),
        ]),
    })),
  }
}

function lineOf(line: string): Inline {
  const text = { type: 'text' as const, text: line, marks: [] }
  return isNoteLink(line.trim()) && !/\s/u.test(line.trim())
    ? { type: 'link', url: line.trim(), children: [text] }
    : text
}

/** What the clipboard or a drop holds, as a note. `isPlain`: the person asked for the words alone. */
export function readTransfer(data: DataTransfer, isPlain: boolean): NoteDocument {
  const text = data.getData('text/plain')
  if (isPlain) return textToNote(text)
  const copied = readLexicalClipboard(data.getData(LEXICAL_TYPE))
  if (copied) return lexicalToNote({ root: copied })
  const html = data.getData('text/html')
  if (html !== '') {
    const note = htmlToNote(parse(html))
    if (note.blocks.length > 0) return note
  }
  return looksLikeMarkdown(text) ? markdownToNote(text) : textToNote(text)
}

/** Pictures that came as files. */
export function imageFiles(data: DataTransfer): File[] {
  return [...data.files].filter(({ type }) => type.startsWith('image/'))
}
