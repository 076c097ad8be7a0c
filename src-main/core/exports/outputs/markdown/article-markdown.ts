import { fromParse5 } from 'hast-util-from-parse5'
import { defaultHandlers, toMdast, type State } from 'hast-util-to-mdast'
import { stringify } from 'yaml'
import { AssetId } from '@shared/domain/ids'
import type { NoteDocument } from '@shared/domain/note-document'
import { makeDeepLink } from '@shared/text/deep-link'
import { licenceLine } from '../../licence-line'
import type { BlockContent, NodeOf, PhrasingContent } from '../../mdast'
import { image, noteToMarkdown } from '../../note-markdown'
import { safeTag } from '../../tags'
import type { ArticleOutput } from '../article-output'
import { markPassages, parseStored } from '../marking/mark-passages'
import { type NumberedHighlight, shownHighlights } from '../marking/passages-of'
import { tidyHighlights } from './highlight-node'
import { writeMarkdown } from './write-markdown'

/** Gives the way to a picture's file, percent-encoded, and remembers that it is needed. */
export type PicturePath = (asset: AssetId) => string

type HastElement = Parameters<(typeof defaultHandlers)['a']>[1]

/** A whole article as Markdown: `==highlights==`, their notes as footnotes, and where it is from. */
export function articleMarkdown(one: ArticleOutput, pathOf: PicturePath): string {
  return `${frontMatter(one)}\n${writeMarkdown(articleNodes(one, pathOf, ''))}`
}

/** Several articles as one Markdown document. */
export function articlesMarkdown(all: readonly ArticleOutput[], pathOf: PicturePath): string {
  return writeMarkdown(
    all.flatMap((one, at) => [
      ...(at === 0 ? [] : [{ type: 'thematicBreak' as const }]),
      ...articleNodes(one, pathOf, `${at + 1}-`),
    ]),
  )
}

/** @param prefix tells the footnotes of an article apart from others of the document; where there is one, it says where it is from */
function articleNodes(one: ArticleOutput, pathOf: PicturePath, prefix: string): BlockContent[] {
  const { article, snapshot } = one
  const { passages, numbered, lost } = shownHighlights(one)
  const isLost = new Set(lost)
  const notes = numbered.filter(({ number }) => number !== null)
  return [
    { type: 'heading', depth: 1, children: [words(article.title)] },
    ...(prefix === '' ? [] : [aboutLine(article)]),
    ...(one.note?.body ? [...noteNodes(one.note.body, pathOf), { type: 'thematicBreak' as const }] : []),
    ...bodyNodes(one, passages, pathOf, prefix),
    ...(lost.length === 0
      ? []
      : [
          {
            type: 'heading' as const,
            depth: 2 as const,
            children: [words('Highlights whose words are not in this version')],
          },
        ]),
    ...lost.flatMap((each) => lostNodes(each, pathOf)),
    ...(snapshot?.licence == null
      ? []
      : [
          { type: 'thematicBreak' as const },
          { type: 'paragraph' as const, children: licenceLine(article, snapshot.licence) },
        ]),
    ...notes.filter((each) => !isLost.has(each)).map((each) => footnote(each, pathOf, prefix)),
  ]
}

/** The stored text as Markdown nodes, highlights marked. */
function bodyNodes(
  one: ArticleOutput,
  passages: ReturnType<typeof shownHighlights>['passages'],
  pathOf: PicturePath,
  prefix: string,
): BlockContent[] {
  const root = parseStored(one.html())
  markPassages(root, passages)
  const tree = toMdast(fromParse5(root), {
    handlers: {
      img: (_: State, { properties }: HastElement) => pictureNode(properties, pathOf),
      mark: (state: State, element: HastElement) =>
        'dataHighlight' in element.properties
          ? { type: 'highlight' as const, children: phrasing(state.all(element)) }
          : state.all(element),
      sup: (state: State, element: HastElement) => {
        const note = element.properties['dataNote']
        return typeof note === 'string'
          ? { type: 'footnoteReference' as const, identifier: prefix + note, label: prefix + note }
          : defaultHandlers['span'](state, element)
      },
      // A place within the page is none in this file.
      a: (state: State, element: HastElement) => {
        const { href } = element.properties
        return typeof href === 'string' && /^(?:https?|mailto):/iu.test(href)
          ? defaultHandlers.a(state, element)
          : state.all(element)
      },
      math: (_: State, element: HastElement) => formulaNode(element),
    },
  })
  const children = 'children' in tree ? tree.children : [tree]
  return children.flatMap((child) => (isBlock(child) ? [tidyBlock(child)] : []))
}

function pictureNode(properties: HastElement['properties'], pathOf: PicturePath): NodeOf<'image'> | undefined {
  const src = typeof properties['src'] === 'string' ? properties['src'] : ''
  const id = AssetId.safeParse(src.replace(/^\/assets\//u, ''))
  const alt = typeof properties['alt'] === 'string' ? properties['alt'] : ''
  return id.success ? image(pathOf(id.data), alt) : undefined
}

/** MathML keeps its TeX in `alttext`; without one it gives its words. */
function formulaNode({ properties, children }: HastElement): NodeOf<'inlineMath'> | NodeOf<'text'> {
  const tex = properties['alttext'] ?? properties['altText']
  if (typeof tex === 'string' && tex.trim() !== '')
    return { type: 'inlineMath', value: tex.replace(/\s+/gu, ' ').trim() }
  return words(textOf(children))
}

function textOf(children: HastElement['children']): string {
  return children
    .map((child) => ('value' in child ? child.value : 'children' in child ? textOf(child.children) : ''))
    .join('')
}

/** Every run of words within a block with its highlights tidied. */
function tidyBlock(node: BlockContent): BlockContent {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return { ...node, children: tidyHighlights(node.children) }
    case 'blockquote':
      return { ...node, children: node.children.map((child) => tidyBlock(child)) }
    case 'list':
      return {
        ...node,
        children: node.children.map((item) => ({ ...item, children: item.children.map((child) => tidyBlock(child)) })),
      }
    case 'table':
      return {
        ...node,
        children: node.children.map((row) => ({
          ...row,
          children: row.children.map((cell) => ({ ...cell, children: tidyHighlights(cell.children) })),
        })),
      }
    default:
      return node
  }
}

const INLINE: ReadonlySet<string> = new Set([
  'text', 'emphasis', 'strong', 'delete', 'inlineCode', 'inlineMath', 'break', 'link', 'image', 'highlight', 'html',
  'footnoteReference', 'raw',
]) // prettier-ignore

type AnyNode = ReturnType<State['all']>[number]

function phrasing(nodes: readonly AnyNode[]): PhrasingContent[] {
  return nodes.flatMap((node) => (isPhrasing(node) ? [node] : []))
}
function isPhrasing(node: AnyNode): node is Extract<AnyNode, PhrasingContent> {
  return INLINE.has(node.type)
}
function isBlock(node: { readonly type: string }): node is BlockContent {
  return !INLINE.has(node.type)
}

function footnote(
  { placed: { highlight }, number }: NumberedHighlight,
  pathOf: PicturePath,
  prefix: string,
): NodeOf<'footnoteDefinition'> {
  const label = `${prefix}${number ?? ''}`
  const body = highlight.body === null ? [] : noteNodes(highlight.body, pathOf, 2)
  return { type: 'footnoteDefinition', identifier: label, label, children: [...body, ...tagLine(highlight.tags)] }
}

function lostNodes({ placed: { highlight, paragraphs } }: NumberedHighlight, pathOf: PicturePath): BlockContent[] {
  const { picture } = highlight.target
  const quote: BlockContent[] =
    picture === undefined
      ? paragraphs.map((text) => ({ type: 'paragraph', children: [words(text)] }))
      : [{ type: 'paragraph', children: [image(pathOf(picture.asset), picture.alt)] }]
  const body = highlight.body === null ? [] : noteNodes(highlight.body, pathOf, 2)
  return [{ type: 'blockquote', children: quote }, ...body, ...tagLine(highlight.tags)]
}

/** A note's nodes; links to articles lead into Lectern. */
export function noteNodes(note: NoteDocument, pathOf: PicturePath, headingShift = 1): BlockContent[] {
  return noteToMarkdown(note, {
    headingShift,
    imagePath: pathOf,
    linkTo: (target, title) =>
      target.kind === 'note'
        ? null
        : `[${title.replace(/\s+/gu, ' ').replace(/[[\]\\|]/gu, String.raw`\$&`)}](lectern://open/${target.id})`,
  })
}

function tagLine(tags: readonly string[]): BlockContent[] {
  const safe = tags.flatMap((tag) => safeTag(tag) ?? [])
  if (safe.length === 0) return []
  return [{ type: 'paragraph', children: [{ type: 'raw', value: safe.map((tag) => `#${tag}`).join(' ') }] }]
}

/** Who wrote it, where and when, and the way to it. */
function aboutLine({ id, byline, siteName, publishedAt, sourceUrl }: ArticleOutput['article']): BlockContent {
  const about = [byline, siteName, publishedAt?.slice(0, 10)].flatMap((fact) => (fact ? [`${fact} · `] : []))
  const link = (url: string, text: string): PhrasingContent => ({ type: 'link', url, children: [words(text)] })
  return {
    type: 'paragraph',
    children: [
      ...(about.length === 0 ? [] : [{ type: 'text' as const, value: about.join('') }]),
      ...(sourceUrl === null ? [] : [link(sourceUrl, 'Source'), { type: 'text' as const, value: ' · ' }]),
      link(makeDeepLink({ articleId: id, annotationId: null }), 'Open in Lectern'),
    ],
  }
}

function frontMatter({ article, snapshot }: ArticleOutput): string {
  const fields: Readonly<Record<string, unknown>> = {
    title: article.title,
    author: article.byline,
    site: article.siteName,
    source: article.sourceUrl,
    published: article.publishedAt?.slice(0, 10) ?? null,
    language: article.language,
    tags: article.tags.flatMap((tag) => safeTag(tag) ?? []),
    licence: snapshot?.licence?.name ?? snapshot?.licence?.statement ?? null,
    lectern: makeDeepLink({ articleId: article.id, annotationId: null }),
  }
  const known = Object.entries(fields).filter(
    ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
  )
  return `---\n${stringify(Object.fromEntries(known), { lineWidth: 0 })}---\n`
}

function words(value: string): NodeOf<'text'> {
  return { type: 'text', value: value.replace(/\s+/gu, ' ').trim() }
}
