import type { Citation, Question } from '@shared/contract/ask'
import type { Block, Inline, NoteDocument } from '@shared/domain/note-document'
import { passageLink } from '../../ui/places/passage-link'
import { scopeName, supportedOf, usedCitations } from './answer-words'

const text = (words: string, marks: ('bold' | 'italic')[] = []): Inline => ({ type: 'text', text: words, marks })
const paragraph = (...children: Inline[]): Block => ({ type: 'paragraph', children })

/** An answer as a note: the question, what is said, and the passages, each number a link to where it stands. */
export function answerNote(question: Question): NoteDocument {
  const { answer, written } = question
  const said = supportedOf(written)
  const blocks: Block[] = [paragraph(text(question.text, ['bold']))]
  if (said.length > 0 && written) {
    const sentences = said.flatMap((one) => [
      text(`${one.text} `),
      ...one.citations.flatMap((at) => link(written.sources[at], at)),
      text(' '),
    ])
    blocks.push(
      paragraph(...sentences),
      paragraph(text(`Written by ${written.model} from these passages:`, ['italic'])),
    )
    return { version: 1, blocks: [...blocks, ...written.sources.flatMap(source)] }
  }
  if (answer.state === 'nothing') {
    blocks.push(paragraph(text(`Not found yet in ${scopeName(question.scope)}.`, ['italic'])))
    return { version: 1, blocks }
  }
  if (answer.state === 'closest') {
    blocks.push(paragraph(text('Nothing answers this for certain. These passages come closest.', ['italic'])))
  }
  const shown = answer.state === 'answer' ? usedCitations(answer) : 3
  return { version: 1, blocks: [...blocks, ...answer.citations.slice(0, shown).flatMap(source)] }
}

/** A note with an answer at its end. */
export function withAnswer(note: NoteDocument | null, question: Question): NoteDocument {
  const answer = answerNote(question)
  const before = note?.blocks.filter((block) => block.type !== 'paragraph' || block.children.length > 0) ?? []
  return { version: 1, blocks: [...before, ...answer.blocks] }
}

function source(citation: Citation, at: number): Block[] {
  const place = citation.section === '' ? citation.title : `${citation.title}, ${citation.section}`
  return [
    { type: 'quote', children: [text(citation.quote.replace(/\s+/gu, ' ').trim())] },
    paragraph(...link(citation, at), text(` ${place}`)),
  ]
}

function link(citation: Citation | undefined, at: number): Inline[] {
  if (!citation) return []
  const label = { type: 'text', text: `[${at + 1}]`, marks: [] } as const
  return [{ type: 'link', url: passageLink(citation), children: [{ ...label, marks: [] }] }]
}
