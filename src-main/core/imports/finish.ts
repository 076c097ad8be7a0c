import { LecternError } from '@shared/contract/errors'
import { dropUnreadable } from './drop-unreadable'
import { indexedPassages } from '../text/indexed-passages'
import { excerptOf } from './excerpt'
import { fileTitle } from './formats/file-title'
import type { RawArticle } from './formats/format'
import { type Element, collapse, parseFragment, serialize, textContent } from './html-tree'
import { keepImages, type LoadImage } from './images'
import { countWords, directionOf, languageOf } from './language'
import { resolveLinks } from './links'
import { outlineOf } from './outline'
import { preCheck } from './pre-check'
import type { ReadArticle, Source } from './read-source'
import { sanitize } from './sanitize'
import { contentRoot, TEXT_VERSION, textHash } from './snapshot-text'
import { tidy } from './tidy'

const MAX_TITLE = 500
const MAX_LINE = 1000

/**
 * The steps that every format shares: links resolved, images loaded, HTML tidied and sanitised, then text, outline, language,
 * direction, word count and excerpt taken from what will be stored.
 * @throws LecternError too-large, nothing-to-read, unsupported-format
 */
export async function finish(raw: RawArticle, source: Source, loadImage: LoadImage): Promise<ReadArticle> {
  const baseUrl = raw.baseUrl ?? raw.sourceUrl ?? source.url
  const fragment = parseFragment(preCheck(raw.html, source.name), { scriptingEnabled: false })
  dropUnreadable(fragment)
  resolveLinks(fragment, baseUrl)
  const images = await keepImages(fragment, source, baseUrl, loadImage)
  tidy(fragment)
  const html = sanitize(serialize(fragment).trim())
  const root = contentRoot(html)
  const text = textContent(root)
  if (text.trim() === '' && images.assets.length === 0) throw nothingToRead(source)
  const outline = outlineOf(root)
  return {
    format: raw.format,
    title: titleOf(raw, outline[0]?.text ?? null, source, root),
    byline: line(raw.byline),
    siteName: line(raw.siteName),
    sourceUrl: webAddress(source.url) ?? webAddress(raw.sourceUrl),
    publishedAt: raw.publishedAt,
    language: languageOf(text, raw.declaredLanguage),
    direction: directionOf(text),
    excerpt: excerptOf(raw.excerpt, root),
    wordCount: countWords(text),
    html,
    text,
    textVersion: TEXT_VERSION,
    textHash: textHash(text),
    outline,
    facts: raw.facts,
    references: raw.references,
    categories: raw.categories,
    licence: raw.licence,
    truncated: raw.truncated,
    assets: images.assets,
    passages: indexedPassages(html, text, outline),
    missingImages: images.missing,
  }
}

function titleOf(raw: RawArticle, heading: string | null, source: Source, root: Element): string {
  const opening = textContent(root).slice(0, 1000)
  for (const title of [raw.title, heading, fileTitle(source.name), collapse(opening).slice(0, 80)]) {
    const stated = line(title, MAX_TITLE)
    if (stated !== null) return stated
  }
  return 'Untitled'
}

/** One line of plain text. Bidirectional controls and other invisible characters could make it look like something else. */
function line(value: string | null, most = MAX_LINE): string | null {
  const visible = collapse((value ?? '').replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, ' '))
  const clean = visible.slice(0, most).replace(/\p{Cs}$/u, '')
  return clean === '' ? null : clean
}

function webAddress(value: string | null): string | null {
  try {
    const url = new URL(value ?? '')
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null
  } catch {
    return null
  }
}

function nothingToRead(source: Source): LecternError {
  const item = source.name || 'the pasted text'
  return new LecternError(
    'nothing-to-read',
    `There is no text to read in ${item}. Nothing was added; check that it is the right page.`,
  )
}
