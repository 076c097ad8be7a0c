import type { FormatReader } from './format'
import { decodeWords, type MimeHeaders, parameter } from './mime/mime-headers'
import { type MimePart, readMime } from './mime/mime-parts'
import { readSavedPage, type SavedFile } from './saved-page/saved-page'

const HEADERS = /^(?:[\w-]+[ \t]*:[^\n]*\n(?:[ \t][^\n]*\n)*){0,60}?(?:mime-version|content-type)[ \t]*:/iu
const PAGE = /^(?:text\/html|application\/xhtml\+xml)$/u

/** Reads MHTML (RFC 2557) as Chromium, Edge, Internet Explorer, Opera and add-ons of Firefox write it. */
export const mhtmlReader = {
  matches({ source: { bytes, name, contentType } }) {
    const head = Buffer.from(bytes.subarray(0, 8192)).toString('latin1').replace(/^ï»¿/u, '').trimStart()
    if (!HEADERS.test(head)) return false
    return (
      /\.mht(?:ml)?$/iu.test(name) ||
      /^(?:multipart\/related|message\/rfc822|application\/x-mimearchive)/iu.test(contentType ?? '') ||
      (/^mime-version:/imu.test(head) && /^content-type:\s*multipart\/related/imu.test(head))
    )
  },
  read({ source }) {
    const { headers, parts } = readMime(source.bytes)
    const root = findRoot(headers, parts)
    const url = address(headers, 'snapshot-content-location') ?? (root ? placeOf(root.headers) : null)
    const base = url ?? placeOf(headers)
    const files = new Map<string, SavedFile>()
    for (const part of parts) {
      const id = part.headers.get('content-id')?.replace(/^<|>$/gu, '')
      const place = absolute(placeOf(part.headers), base)
      for (const key of [place, id === undefined ? null : `cid:${id}`])
        if (key !== null && !files.has(key)) files.set(key, fileOf(part, place))
    }
    const subject = headers.get('subject')
    return readSavedPage(source, {
      format: 'mhtml',
      page: root
        ? fileOf(root, base)
        : { url: null, type: 'no page at all', contentType: null, bytes: () => new Uint8Array() },
      url: base,
      files,
      title: subject === undefined ? null : decodeWords(subject),
    })
  },
} satisfies FormatReader

/** The part that `start` names, else the one that the message is about, else the first page. */
function findRoot(headers: MimeHeaders, parts: readonly MimePart[]): MimePart | undefined {
  const start = parameter(headers.get('content-type') ?? '', 'start')
  const snapshot = address(headers, 'snapshot-content-location')
  const pages = parts.filter(({ type }) => PAGE.test(type))
  return (
    (start === null ? undefined : pages.find((part) => part.headers.get('content-id') === start)) ??
    (snapshot === null ? undefined : pages.find((part) => placeOf(part.headers) === snapshot)) ??
    pages[0] ??
    parts[0]
  )
}

function fileOf(part: MimePart, url: string | null): SavedFile {
  return { url, type: part.type, contentType: part.headers.get('content-type') ?? null, bytes: () => part.decode() }
}

function placeOf(headers: MimeHeaders): string | null {
  return address(headers, 'content-location') ?? address(headers, 'content-base')
}

/** Long addresses are folded, and may be encoded as words are. */
function address(headers: MimeHeaders, name: string): string | null {
  const value = headers.get(name)
  if (value === undefined) return null
  const url = decodeWords(value).replace(/\s+/gu, '')
  return url === '' ? null : url
}

function absolute(href: string | null, base: string | null): string | null {
  if (href === null) return null
  try {
    return new URL(href, base ?? undefined).href.replace(/#.*$/su, '')
  } catch {
    return href
  }
}
