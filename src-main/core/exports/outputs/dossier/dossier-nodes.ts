import type { Citation, Question } from '@shared/contract/ask'
import type { DossierOrder } from '@shared/domain/output'
import { makeDeepLink } from '@shared/text/deep-link'
import { licenceLine } from '../../licence-line'
import type { BlockContent, NodeOf, PhrasingContent } from '../../mdast'
import { image, saysSomething } from '../../note-markdown'
import type { ArticleOutput } from '../article-output'
import { articleItem } from '../citing/article-item'
import { bibliographyNodes } from '../citing/bibliography-text'
import type { CslWriter } from '../citing/csl-engine'
import type { CslEntry } from '../citing/html-runs'
import { noteNodes, type PicturePath } from '../markdown/article-markdown'
import type { Dossier } from './dossier-source'

/** How a dossier is written. */
export interface DossierOptions {
  readonly by: DossierOrder
  /** Its articles, cited: `dossierSources`. */
  readonly sources: readonly CslEntry[]
  readonly pathOf: PicturePath
}

/** The most facts of an infobox that stand in a dossier. */
const FACTS = 12

/** A topic as one document, as Markdown nodes that also become HTML. */
export function dossierNodes(dossier: Dossier, { by, sources, pathOf }: DossierOptions): BlockContent[] {
  const articles = dossier.parts.flatMap((part) => part.articles)
  const count = articles.reduce((sum, { highlights }) => sum + highlights.length, 0)
  return [
    heading(1, dossier.topic.title),
    line(
      `${counted(articles.length, 'article')}, ${counted(count, 'highlight')}, ${counted(dossier.questions.length, 'question')}`,
    ),
    ...dossier.parts.flatMap(({ topic, depth, notes, articles: own }) => [
      ...(depth === 0 ? [] : [heading(Math.min(2, depth + 1), topic.title)]),
      ...notes.flatMap(({ body }) => (body === null ? [] : noteNodes(body, pathOf, 1))),
      ...own.flatMap((one) => articleNodes(one, by === 'article', pathOf)),
    ]),
    ...(by === 'tag' ? tagNodes(articles, pathOf) : []),
    ...questionNodes(dossier.questions),
    ...(sources.length === 0 ? [] : [heading(2, 'Sources'), ...asList(bibliographyNodes(sources))]),
    ...licenceNodes(articles),
  ]
}

/** The articles of a dossier as its bibliography. */
export function dossierSources({ parts }: Dossier, writer: CslWriter): CslEntry[] {
  return writer.bibliography(parts.flatMap((part) => part.articles).map(articleItem))
}

/** An article's name, its facts and its note; its highlights too where they stand by article. */
function articleNodes(one: ArticleOutput, withHighlights: boolean, pathOf: PicturePath): BlockContent[] {
  const { article, snapshot, note, highlights } = one
  const about = [article.byline, article.siteName, article.publishedAt?.slice(0, 10)].flatMap((fact) => fact ?? [])
  const facts = (snapshot?.facts ?? []).slice(0, FACTS)
  const open = link(makeDeepLink({ articleId: article.id, annotationId: null }), 'Open in Lectern')
  const head: PhrasingContent[] = [
    ...(about.length === 0 ? [] : [text(`${about.join(' · ')} · `)]),
    ...(article.sourceUrl === null ? [] : [link(article.sourceUrl, 'Source'), text(' · ')]),
    open,
  ]
  const rows = facts.map(({ label, value }): PhrasingContent[] => [
    { type: 'strong', children: [text(label)] },
    text(`: ${value}`),
  ])
  return [
    heading(3, article.title),
    paragraph(head),
    ...(rows.length === 0 ? [] : [bullets(rows)]),
    ...(note?.body ? noteNodes(note.body, pathOf, 3) : []),
    ...(withHighlights ? highlights.flatMap((placed) => highlightNodes(one, placed, false, pathOf)) : []),
  ]
}

function highlightNodes(
  { article, colourNames }: ArticleOutput,
  { highlight, paragraphs }: ArticleOutput['highlights'][number],
  withSource: boolean,
  pathOf: PicturePath,
): BlockContent[] {
  const { picture } = highlight.target
  const quote: BlockContent[] =
    picture === undefined ? paragraphs.map(line) : [paragraph([image(pathOf(picture.asset), picture.alt)])]
  const foot: PhrasingContent[] = [
    text(colourNames[highlight.colour]),
    ...highlight.tags.map((tag) => text(` · ${tag}`)),
    ...(highlight.place === 'placed' ? [] : [text(' · its words are not in the newest version')]),
    text(' · '),
    link(
      makeDeepLink({ articleId: article.id, annotationId: highlight.id }),
      withSource ? article.title : 'Open in Lectern',
    ),
  ]
  const body = highlight.body !== null && saysSomething(highlight.body) ? noteNodes(highlight.body, pathOf, 3) : []
  return [{ type: 'blockquote', children: [...quote, paragraph(foot)] }, ...body]
}

/** Every highlight under each of its tags, by the tags' letters; those without one last. */
function tagNodes(articles: readonly ArticleOutput[], pathOf: PicturePath): BlockContent[] {
  const byTag = new Map<string, BlockContent[]>()
  for (const one of articles) {
    for (const placed of one.highlights) {
      const nodes = () => highlightNodes(one, placed, true, pathOf)
      const tags = placed.highlight.tags.length === 0 ? [''] : placed.highlight.tags
      for (const tag of tags) byTag.set(tag, [...(byTag.get(tag) ?? []), ...nodes()])
    }
  }
  const letters = new Intl.Collator('en')
  const names = [...byTag.keys()].sort((a, b) => Number(a === '') - Number(b === '') || letters.compare(a, b))
  if (names.length === 0) return []
  return [
    heading(2, 'Highlights by tag'),
    ...names.flatMap((name) => [heading(3, name === '' ? 'Without a tag' : name), ...(byTag.get(name) ?? [])]),
  ]
}

function questionNodes(questions: readonly Question[]): BlockContent[] {
  if (questions.length === 0) return []
  return [heading(2, 'Questions and answers'), ...questions.flatMap(answerNodes)]
}

/** A question with what the library, or a model that was checked against it, said, and the passages it rests on. */
function answerNodes({ text: asked, answer, written }: Question): BlockContent[] {
  const supported = written?.sentences.filter(({ support }) => support === 'supported') ?? []
  if (written !== null && supported.length > 0) {
    const said = supported.map((one) => `${one.text}${one.citations.map((at) => ` [${at + 1}]`).join('')}`)
    return [
      heading(3, asked),
      paragraph([{ type: 'emphasis', children: [text(`Written by ${written.model} from the passages below`)] }]),
      line(said.join(' ')),
      ...written.sources.map(passage),
    ]
  }
  if (answer.state === 'nothing') return [heading(3, asked), line('Not found.')]
  const short = answer.fact !== null ? `${answer.fact.label}: ${answer.fact.value}` : (answer.short?.text ?? null)
  return [
    heading(3, asked),
    ...(answer.state === 'closest' ? [line('Nothing answers this for certain. These passages come closest.')] : []),
    ...(short === null || answer.state === 'closest' ? [] : [paragraph([{ type: 'strong', children: [text(short)] }])]),
    ...answer.citations.slice(0, 3).map(passage),
  ]
}

function passage(citation: Citation, at: number): BlockContent {
  const place = citation.section === '' ? citation.title : `${citation.title}, ${citation.section}`
  const url = `${makeDeepLink({ articleId: citation.articleId, annotationId: null })}?at=${citation.start}-${citation.end}`
  return { type: 'blockquote', children: [line(citation.quote), paragraph([text(`[${at + 1}] `), link(url, place)])] }
}

/** Licences with what they ask for: the title, the authors, the terms and what was changed. */
function licenceNodes(articles: readonly ArticleOutput[]): BlockContent[] {
  const rows = articles.flatMap(({ article, snapshot }): PhrasingContent[][] => {
    if (snapshot?.licence == null) return []
    const said = licenceLine(article, snapshot.licence)
    return [[{ type: 'emphasis', children: [text(article.title)] }, text(': '), ...said]]
  })
  return rows.length === 0 ? [] : [heading(2, 'Licences'), bullets(rows)]
}

/** Paragraphs as bullets; a numbered list stays one. */
function asList(sources: ReturnType<typeof bibliographyNodes>): BlockContent[] {
  const rows = sources.flatMap((node) => (node.type === 'paragraph' ? [node.children] : []))
  return rows.length === 0 ? sources : [bullets(rows)]
}

function bullets(rows: readonly PhrasingContent[][]): NodeOf<'list'> {
  return {
    type: 'list',
    ordered: false,
    spread: false,
    children: rows.map((row) => ({ type: 'listItem', spread: false, children: [paragraph(row)] })),
  }
}

function heading(depth: number, words: string): NodeOf<'heading'> {
  const levels = [1, 2, 3, 4, 5, 6] as const
  return { type: 'heading', depth: levels[depth - 1] ?? 6, children: [text(words)] }
}

function line(words: string): NodeOf<'paragraph'> {
  return paragraph([text(words)])
}

function paragraph(children: readonly PhrasingContent[]): NodeOf<'paragraph'> {
  return { type: 'paragraph', children: [...children] }
}

function link(url: string, words: string): NodeOf<'link'> {
  return { type: 'link', url, children: [text(words)] }
}

function text(value: string): NodeOf<'text'> {
  return { type: 'text', value: value.replace(/\s+/gu, ' ') }
}

function counted(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`
}
