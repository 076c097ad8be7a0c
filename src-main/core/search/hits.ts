import type { z } from 'zod'
import type { Excerpt, SearchHit } from '@shared/contract/search'
import { segmentsOf } from '../text/passages'
import { excerptOf, focusOf, marksIn } from './excerpt-marks'
import type { Found } from './found-store'
import type { Term } from './query'

/** A row as a result shows it: the words that were found marked, and where it leads. */
export function hitOf(row: Found, terms: readonly Term[]): SearchHit | null {
  const { kind, articleId, articleTitle, annotationId, colour } = row
  const marked = (text: string): Excerpt => ({ text, marks: marksIn(text, terms) })
  const shown = (text: string | null) => excerptOf((text ?? '').replace(/\s+/gu, ' ').trim(), terms)
  if (kind === 'own-note') {
    const { noteId, topicId, ownTitle, ownText } = row
    return noteId && { kind, noteId, topicId, title: marked(ownTitle ?? ''), excerpt: shown(ownText) }
  }
  if (kind === 'answer') {
    const { questionId, conversationId, topicId, ownTitle, ownText } = row
    const owner = { conversationId, articleId, articleTitle, topicId }
    return questionId && { kind, questionId, ...owner, question: marked(ownTitle ?? ''), excerpt: shown(ownText) }
  }
  if (articleId === null || articleTitle === null) return null
  const passage = passageOf(row)
  if (kind === 'passage') {
    if (passage === null || row.text === null) return null
    const text = segmentsOf(row.text, { ...passage, breaks: row.breaks }).join(' ')
    const focus = focusOf(row.text.slice(passage.start, passage.end), terms)
    const words =
      focus === null ? passage : { ...passage, start: passage.start + focus[0], end: passage.start + focus[1] }
    const excerpt = excerptOf(text, terms)
    return { kind: 'article', articleId, articleTitle, title: marked(articleTitle), excerpt, passage: words }
  }
  if (annotationId === null) return null
  const hit = { articleId, articleTitle, annotationId, excerpt: shown(kind === 'highlight' ? row.quote : row.noteText) }
  if (kind === 'note') return { kind, ...hit, passage }
  return colour === null ? null : { kind, ...hit, passage, colour }
}

function passageOf({ snapshotId, start, end }: Found): (z.infer<typeof SearchHit> & { kind: 'article' })['passage'] {
  return snapshotId === null || start === null || end === null ? null : { snapshotId, start, end }
}
