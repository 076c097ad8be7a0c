import { createHash } from 'node:crypto'
import { stringify } from 'yaml'
import type { LinkTarget, NoteDocument } from '@shared/domain/note-document'
import type { ArticleId, NoteId } from '@shared/domain/ids'
import type { Tag } from '@shared/domain/tag'
import type { EpochMs } from '@shared/domain/time'
import type { LinkedFile } from '../flavours/flavour'
import type { OurBlock } from '../merging/merge-blocks'
import type { OurFile } from '../merging/merge-file'
import { noteToMarkdown } from '../note-markdown'
import { safeTags } from '../tags'
import { markdownOf, surroundings, type Writing } from './document'
import { frontMatter } from './front-matter'

/** A note that stands alone or belongs to a topic. */
export interface NoteExport {
  readonly id: string
  readonly title: string
  readonly topic: string | null
  readonly tags: readonly Tag[]
  readonly createdAt: EpochMs
  readonly body: NoteDocument
}

/** A topic, with what it holds in its order. */
export interface TopicExport {
  readonly id: string
  readonly title: string
  /** The topic that it is nested in. */
  readonly parent: LinkedFile | null
  readonly nested: readonly { readonly id: string; readonly file: LinkedFile }[]
  readonly notes: readonly { readonly id: NoteId; readonly title: string }[]
  readonly articles: readonly { readonly id: ArticleId; readonly title: string }[]
}

/** A standalone note as a file. */
export function noteDocument(note: NoteExport, writing: Writing): OurFile {
  const { flavour } = writing
  const nodes = noteToMarkdown(note.body, surroundings(writing, 0))
  const text = flavour.bullets
    ? nodes.map((node) => `- ${markdownOf([node], flavour).replace(/\n(?=.)/gu, '\n  ')}`).join('\n')
    : markdownOf(nodes, flavour)
  const block: OurBlock = { key: 'note', text, data: hash(note.body), token: null, tight: true, heading: false }
  const fields = {
    title: note.title,
    topic: note.topic,
    created: new Date(note.createdAt).toISOString().slice(0, 10),
    tags: safeTags(note.tags),
  }
  return { front: frontOf(note.id, fields, writing), blocks: text === '' ? [] : [block] }
}

/** A topic as a file that lists its articles and notes with links. */
export function topicDocument(topic: TopicExport, writing: Writing): OurFile {
  const { flavour } = writing
  const blocks: OurBlock[] = []
  const add = (key: string, text: string, tight: boolean, heading = false): void => {
    const shown = flavour.bullets ? `- ${text.replace(/^- /u, '')}` : text
    blocks.push({ key, text: shown, data: text, token: null, tight: tight || flavour.bullets, heading })
  }
  const heading = (depth: 1 | 2, value: string): string =>
    markdownOf([{ type: 'heading', depth, children: [{ type: 'text', value }] }], flavour)
  const entries = (name: string, all: readonly { readonly key: string; readonly link: string }[]): void => {
    if (all.length === 0) return
    add(`heading:${name}`, heading(2, name), false, true)
    all.forEach(({ key, link }, at) => add(key, `- ${link}`, at > 0))
  }
  const link = linker(writing)
  if (!flavour.bullets) add('title', heading(1, topic.title), false)
  if (topic.parent !== null) add('parent', `Part of ${flavour.linkTo(topic.parent, false)}`, false)
  entries(
    'Topics',
    topic.nested.map(({ id, file }) => ({ key: `topic:${id}`, link: flavour.linkTo(file, false) })),
  )
  entries(
    'Articles',
    topic.articles.map(({ id, title }) => ({ key: `article:${id}`, link: link({ kind: 'article', id }, title) })),
  )
  entries(
    'Notes',
    topic.notes.map(({ id, title }) => ({ key: `note:${id}`, link: link({ kind: 'note', id }, title) })),
  )
  return { front: frontOf(topic.id, { title: topic.title }, writing), blocks }
}

function linker(writing: Writing): (target: LinkTarget, title: string) => string {
  const { linkTo } = surroundings(writing, 0)
  return (target, title) => {
    const plain = title === '' ? 'Untitled' : title
    return (
      linkTo(target, plain, false) ??
      markdownOf([{ type: 'paragraph', children: [{ type: 'text', value: plain }] }], writing.flavour)
    )
  }
}

function frontOf(id: string, fields: Record<string, string | readonly string[] | null>, { flavour }: Writing) {
  const lines = Object.entries(fields).flatMap(([key, value]) => {
    if (value === null || value.length === 0) return []
    if (flavour.syntax === 'yaml')
      return [stringify({ [key]: value }, { lineWidth: 0, compat: 'yaml-1.1', blockQuote: false })]
    return [`${key}:: ${(typeof value === 'string' ? value : value.join(', ')).replace(/\s+/gu, ' ')}\n`]
  })
  return frontMatter(id, lines.join(''), flavour)
}

function hash(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 22)
}
