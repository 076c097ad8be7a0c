import MarkdownIt from 'markdown-it'
import type { NoteDocument } from '@shared/domain/note-document'
import { plainNote } from '@shared/text/note-text'
import type { GivenNote } from '../record'
import { htmlNote } from './html-note'

const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true })
const HAS_TAGS = /<\/?(?:p|br|b|i|u|em|strong|a|ul|ol|li|div|span|h[1-6]|blockquote|code|pre)\b[^<>]*>/iu
/** Far beyond any note; what is longer would take the editor minutes. */
const LONGEST = 200_000

/** The notes that another tool kept of one thing, as one note of ours. */
export function noteOf(notes: readonly GivenNote[]): NoteDocument | null {
  const unique = notes.filter(({ value }, at) => notes.findIndex((other) => other.value === value) === at)
  const blocks = unique.flatMap((note) => documentOf(note).blocks)
  return blocks.length === 0 ? null : { version: 1, blocks }
}

function documentOf({ kind, value }: GivenNote): NoteDocument {
  const text = value.slice(0, LONGEST)
  if (kind === 'html' || (kind === 'text' && HAS_TAGS.test(text))) return htmlNote(text)
  return kind === 'markdown' ? htmlNote(markdown.render(text)) : plainNote(text)
}
