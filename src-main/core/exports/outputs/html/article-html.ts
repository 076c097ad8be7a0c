import { serialize } from 'parse5'
import { AssetId } from '@shared/domain/ids'
import type { NoteDocument } from '@shared/domain/note-document'
import { makeDeepLink } from '@shared/text/deep-link'
import { licenceLine } from '../../licence-line'
import { noteToMarkdown } from '../../note-markdown'
import type { ArticleOutput } from '../article-output'
import { markPassages, parseStored } from '../marking/mark-passages'
import { type NumberedHighlight, shownHighlights } from '../marking/passages-of'
import { escapeHtml } from './escape'
import { inlinePictures, type PictureData } from './inline-pictures'
import { nodesToHtml } from './nodes-to-html'
import { htmlPage } from './page'

/** Levels by which a note's headings stand lower than the page's. */
const BELOW = 2

/** An article as one HTML document that needs nothing else: its text with highlights, its pictures, and its notes at the end. */
export async function articleHtml(one: ArticleOutput, dataOf: PictureData): Promise<string> {
  const { title, language, direction } = one.article
  return htmlPage({ title, language, direction, body: await articleBody(one, dataOf) })
}

/** What stands in the document of an article. */
export async function articleBody(one: ArticleOutput, dataOf: PictureData): Promise<string> {
  const { passages, numbered, lost } = shownHighlights(one)
  const root = parseStored(one.html())
  markPassages(root, passages)
  await inlinePictures(root, dataOf)
  const notes: string[] = []
  for (const shown of numbered) if (!lost.includes(shown)) notes.push(await noteItem(shown, one, dataOf))
  const orphans: string[] = []
  for (const shown of lost) orphans.push(await orphanItem(shown, dataOf))
  const body = [
    pageHead(one),
    one.note?.body ? `<section class="notes"><h2>Note</h2>\n${await noteHtml(one.note.body, dataOf)}</section>` : '',
    `<main>${serialize(root)}</main>`,
    notes.some((item) => item !== '')
      ? `<section class="notes"><h2>Notes</h2>\n<ol>\n${notes.filter((item) => item !== '').join('\n')}\n</ol></section>`
      : '',
    orphans.length === 0
      ? ''
      : `<section class="notes"><h2>Highlights whose words are not in this version</h2>\n${orphans.join('\n')}</section>`,
    licence(one),
  ]
  return body.filter((part) => part !== '').join('\n')
}

/** A note as HTML, its pictures in it. */
export async function noteHtml(note: NoteDocument, dataOf: PictureData): Promise<string> {
  const pictures = new Map<string, string | null>()
  for (const block of note.blocks) if (block.type === 'image') pictures.set(block.asset, await dataOf(block.asset))
  const nodes = noteToMarkdown(note, { headingShift: BELOW, linkTo: () => null, imagePath: (asset) => asset })
  return nodesToHtml(nodes, (url) => pictures.get(url) ?? null)
}

async function noteItem(
  { placed: { highlight }, number }: NumberedHighlight,
  { colourNames, article }: ArticleOutput,
  dataOf: PictureData,
): Promise<string> {
  if (number === null) return ''
  const link = escapeHtml(makeDeepLink({ articleId: article.id, annotationId: highlight.id }))
  const tags = highlight.tags.map((tag) => `#${escapeHtml(tag)}`).join(' ')
  const colour = escapeHtml(colourNames[highlight.colour])
  const words = highlight.body === null ? '' : await noteHtml(highlight.body, dataOf)
  const foot = [colour, tags, `<a href="#ref-${number}">Back to the text</a>`, `<a href="${link}">Open in Lectern</a>`]
  return `<li id="note-${number}" value="${number}">${words}<p class="quiet">${foot.filter((part) => part !== '').join(' · ')}</p></li>`
}

async function orphanItem(
  { placed: { highlight, paragraphs } }: NumberedHighlight,
  dataOf: PictureData,
): Promise<string> {
  const { picture } = highlight.target
  const src = picture === undefined ? null : await dataOf(AssetId.parse(picture.asset))
  const quote =
    picture === undefined
      ? paragraphs.map((text) => `<p>${escapeHtml(text)}</p>`).join('')
      : src === null
        ? `<p>${escapeHtml(picture.alt)}</p>`
        : `<p><img src="${src}" alt="${escapeHtml(picture.alt)}"></p>`
  const words = highlight.body === null ? '' : await noteHtml(highlight.body, dataOf)
  const tags = highlight.tags.map((tag) => `#${escapeHtml(tag)}`).join(' ')
  return `<blockquote class="hl-${highlight.colour}">${quote}</blockquote>${words}${tags === '' ? '' : `<p class="quiet">${tags}</p>`}`
}

function pageHead({ article }: ArticleOutput): string {
  const { title, byline, siteName, publishedAt, sourceUrl } = article
  const facts = [byline, siteName, publishedAt?.slice(0, 10)].flatMap((fact) =>
    fact == null ? [] : [escapeHtml(fact)],
  )
  const address =
    sourceUrl !== null && /^https?:\/\//iu.test(sourceUrl)
      ? `<p class="quiet"><a href="${escapeHtml(sourceUrl)}">${escapeHtml(sourceUrl)}</a></p>`
      : ''
  const about = facts.length === 0 ? '' : `<p class="quiet">${facts.join(' · ')}</p>`
  return `<header><h1>${escapeHtml(title)}</h1>${about}${address}</header>`
}

function licence({ article, snapshot }: ArticleOutput): string {
  if (snapshot?.licence == null) return ''
  const line = nodesToHtml([{ type: 'paragraph', children: licenceLine(article, snapshot.licence) }], () => null)
  return `<footer class="licence"><hr>${line}</footer>`
}
