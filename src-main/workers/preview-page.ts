import { createHash } from 'node:crypto'
import { LecternError } from '@shared/contract/errors'
import type { EntryBytes, PreviewPage } from '../core/archives/archive-reader'
import { linkTarget } from '../core/archives/entry-address'
import { decode } from '../core/imports/reading/charset'
import { dropUnreadable } from '../core/imports/cleaning/drop-unreadable'
import { resolveLazyImages } from '../core/imports/extract/lazy-images'
import {
  append,
  attr,
  createElement,
  createText,
  elements,
  parseDocument,
  parseFragment,
  plainText,
  remove,
  removeAttr,
  serialize,
  setAttr,
  type Document,
  type Element,
  type Parent,
} from '../core/imports/html/html-tree'
import { preCheck } from '../core/imports/cleaning/pre-check'
import { sanitize } from '../core/imports/cleaning/sanitize'

/**
 * Makes a page of an archive safe to show, by the same allow-list that imports go through: nothing in it can run or load from
 * elsewhere. Links and images that lead into the archive get addresses below `base`; links that lead out keep theirs.
 * @throws LecternError unsupported-format, too-large
 */
export function previewPage(page: EntryBytes, base: string): PreviewPage {
  const { mediaType, path, title, bytes } = page
  // What it is shows itself when it is served: only raster images are.
  if (mediaType.startsWith('image/'))
    return shown(`<p><img src="${addressOf(base, 'file', path)}" alt=""></p>`, title, '')
  const text = decode(bytes, mediaType)
  if (/html/u.test(mediaType)) return fromHtml(text, page, base)
  if (/^text\/plain|^application\/json/u.test(mediaType)) return shown(`<pre>${escapeHtml(text)}</pre>`, title, text)
  throw new LecternError(
    'unsupported-format',
    `${title} is no page: its type is ${mediaType || 'unknown'}. Lectern shows the pages and images of an archive.`,
  )
}

function fromHtml(text: string, { path, title }: EntryBytes, base: string): PreviewPage {
  const page = parseDocument(preCheck(text, title), { scriptingEnabled: false })
  const html = elements(page, 'html')[0]
  const declared = html ? attr(html, 'lang') : null
  const stated = elements(page, 'title')[0]
  const body = elements(page, 'body')[0]
  if (body === undefined) return shown('', title, '')
  resolveLazyImages(page)
  dropUnreadable(body)
  const onward = plainText(body) === '' ? refreshTarget(page) : null
  if (onward !== null) append(body, onwardLink(onward))
  const addresses = new Map<string, string>()
  for (const link of elements(body, 'a')) pointLink(link, path, base, addresses)
  for (const image of elements(body, 'img')) pointImage(image, path, base, addresses)
  const safe = parseFragment(sanitize(serialize(body)))
  restore(safe, addresses)
  const words = plainText(safe)
  return {
    html: serialize(safe),
    title: (stated ? plainText(stated) : '') || title,
    language: declared !== null && /^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/iu.test(declared) ? declared : null,
    direction: directionOf(words),
  }
}

/** Some archives begin with a page that does nothing but lead on, after no time, to another one. */
function refreshTarget(page: Document): string | null {
  const refresh = elements(page, 'meta').find((meta) => /^refresh$/iu.test(attr(meta, 'http-equiv') ?? ''))
  return /url\s*=\s*["']?([^"']+)/iu.exec((refresh && attr(refresh, 'content')) ?? '')?.[1]?.trim() ?? null
}

function onwardLink(href: string): Element {
  const link = createElement('a', { href }, createText('This page leads on to another one'))
  return createElement('p', {}, link)
}

/**
 * What the sanitiser lets through is what may be stored: web addresses and names of assets. An archive's own addresses go through
 * it in that form, and get their true one after it.
 */
function pointLink(link: Element, path: string, base: string, addresses: Map<string, string>): void {
  const href = attr(link, 'href')
  if (href === null || href.trim().startsWith('#')) return
  const target = linkTarget(href, path)
  if (target === null) removeAttr(link, 'href')
  else if (target.kind === 'outside') setAttr(link, 'href', target.url)
  else {
    const place = `https://archive.invalid/${digest(target.paths[0] + target.hash)}`
    addresses.set(place, addressOf(base, 'page', target.paths[0] ?? '') + target.hash)
    setAttr(link, 'href', place)
  }
}

function pointImage(image: Element, path: string, base: string, addresses: Map<string, string>): void {
  const src = attr(image, 'src') ?? ''
  const target = linkTarget(src, path)
  if (target?.kind !== 'inside') return remove(image)
  const place = `/assets/${digest(src)}`
  addresses.set(place, addressOf(base, 'file', target.paths[0] ?? ''))
  setAttr(image, 'src', place)
}

function restore(root: Parent, addresses: ReadonlyMap<string, string>): void {
  for (const [tag, name] of [
    ['a', 'href'],
    ['img', 'src'],
  ] as const) {
    for (const element of elements(root, tag)) {
      const value = attr(element, name)
      const address = value === null ? undefined : addresses.get(value)
      if (address !== undefined) setAttr(element, name, address)
      else if (tag === 'img') remove(element)
    }
  }
}

function shown(html: string, title: string, words: string): PreviewPage {
  return { html, title, language: null, direction: directionOf(words) }
}

/** By the first words. Importing looks closer, with data that would take this thread a second to load. */
function directionOf(words: string): 'ltr' | 'rtl' {
  const letters = words.slice(0, 2000).match(/\p{L}/gu) ?? []
  const rightToLeft = letters.filter((letter) => /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/u.test(letter))
  return rightToLeft.length > letters.length / 2 ? 'rtl' : 'ltr'
}

function addressOf(base: string, what: 'page' | 'file', path: string): string {
  return `${base}/${what}?path=${encodeURIComponent(path)}`
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/gu, (char) => `&#${char.charCodeAt(0)};`)
}
