import { LecternError } from '@shared/contract/errors'
import type { SnapshotLicence } from '@shared/domain/snapshot'
import { dropUnreadable } from './drop-unreadable'
import { indexedPassages } from '../../text/indexed-passages'
import { excerptOf } from './excerpt'
import { folderAddresses, linkInFolder } from '../folders/folder-address'
import { fileTitle } from '../formats/file-title'
import type { RawArticle } from '../formats/format'
import { type Fragment, collapse, parseFragment, textContent } from '../html/html-tree'
import { keepImages, type LoadImage } from '../images/images'
import { keepLeadImage } from '../images/keep-lead-image'
import { countWords } from './count-words'
import { directionOf, languageOf } from '../reading/language'
import { resolveLinks } from './links'
import { openFences } from './mathml'
import { outlineOf } from './outline'
import { preCheck } from './pre-check'
import type { ReadArticle, Source, WholePage } from '../reading/read-source'
import { type SafeContent, safeContent } from './sanitize'
import { TEXT_VERSION, textHash } from './snapshot-text'
import { tidy, tidyWhole } from './tidy'
import { partsOf } from '../reading/whole-page'

const MAX_TITLE = 500
const CHANGES = 'Lectern kept the article and left out the page around it: menus, edit links, scripts and styles.'
const MAX_LINE = 1000

/**
 * The steps that every format shares: links resolved, images loaded, HTML tidied and sanitised, then text, outline, language,
 * direction, word count and excerpt taken from what will be stored.
 * @throws LecternError too-large, nothing-to-read, unsupported-format
 */
export async function finish(raw: RawArticle, source: Source, loadImage: LoadImage): Promise<ReadArticle> {
  const baseUrl = raw.baseUrl ?? raw.sourceUrl ?? source.url
  const fragment = raw.tree ?? parseFragment(preCheck(raw.html, source.name), { scriptingEnabled: false })
  dropUnreadable(fragment)
  openFences(fragment)
  resolveLinks(fragment, baseUrl, (href) => linkInFolder(href, source))
  const keep = (root: Fragment) => keepImages(root, source, baseUrl, raw.packaged, loadImage)
  const images = await keepLeadImage(raw.leadImage ?? null, baseUrl, await keep(fragment), keep)
  const { html, root } = source.whole ? wholeContent(fragment, source.whole) : articleContent(fragment)
  const text = textContent(root)
  if (text.trim() === '' && !html.includes('<img')) throw nothingToRead(source)
  const outline = outlineOf(root)
  return {
    format: source.archive === undefined ? raw.format : 'zim',
    title: titleOf(raw, outline[0]?.text ?? null, source, text),
    byline: line(raw.byline),
    siteName: line(raw.siteName),
    sourceUrl: webAddress(source.url) ?? webAddress(raw.sourceUrl),
    publishedAt: raw.publishedAt,
    language: languageOf(text, raw.declaredLanguage),
    direction: directionOf(text),
    excerpt: excerptOf(raw.excerpt, root),
    leadImage: images.leadImage,
    wordCount: countWords(text),
    html,
    text,
    textVersion: TEXT_VERSION,
    textHash: textHash(text),
    outline,
    facts: raw.facts,
    references: raw.references,
    categories: raw.categories,
    licence: attributed(raw),
    details: raw.details ?? null,
    addresses: [source.url, raw.sourceUrl, ...(raw.addresses ?? []), ...folderAddresses(source)].flatMap(
      (address) => webAddress(address) ?? [],
    ),
    truncated: raw.truncated,
    assets: source.whole
      ? images.assets.filter(({ id }) => html.includes(id) || id === images.leadImage)
      : images.assets,
    images: images.places,
    passages: indexedPassages(root, text, outline),
    missingImages: images.missing,
  }
}

function articleContent(fragment: Fragment): SafeContent {
  tidy(fragment)
  return safeContent(fragment, tidy)
}

/** Parts are looked up in the page as it was shown, and then they are an article like any other. */
function wholeContent(fragment: Fragment, { parts }: WholePage): SafeContent {
  tidyWhole(fragment)
  const page = safeContent(fragment, tidyWhole)
  return parts === null ? page : articleContent(partsOf(page.root, parts))
}

function titleOf(raw: RawArticle, heading: string | null, source: Source, text: string): string {
  const opening = text.slice(0, 1000)
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

/** Licences that let a text be adapted ask that changes be named; these are the ones that every import makes. */
function attributed({ licence, authorsUrl = null }: RawArticle): SnapshotLicence | null {
  return licence === null ? null : { ...licence, authorsUrl, changes: CHANGES }
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
