import { LecternError } from '@shared/contract/errors'
import type { StyleSheet } from '../images/background-images'
import { fetchSheets } from './fetch-sheets'
import { READABLE } from '../folders/file-kind'
import { fetchFailure } from './fetch-failure'
import { refreshOf } from './meta-refresh'
import { createWeb, type Resolve, type Web, type WebAnswer } from './web-request'

/** A page as the web gave it. */
export interface FetchedPage {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Where it was in the end, after redirects. */
  readonly url: string
  readonly contentType: string | null
  /** The host and port it came from when that is on this computer or its network. */
  readonly privateHost: string | null
  /** Its style sheets, where they may show a picture of the article. */
  readonly sheets: readonly StyleSheet[]
}

const MAX_BYTES = 32 * 1024 * 1024
const LIMIT_MS = 30_000
/** A site that asks to wait no longer than this is asked once more. */
const MAX_WAIT_MS = 8000
const READABLE_TYPE =
  /^(?:text\/(?:html|plain|markdown|x-markdown)|application\/(?:xhtml\+xml|xml|epub\+zip|zip|octet-stream|x-mimearchive|x-webarchive)|multipart\/related|message\/rfc822)$/u
const ACCEPT =
  'text/html, application/xhtml+xml, text/markdown, application/epub+zip;q=0.9, text/plain;q=0.8, */*;q=0.1'

/** @param limitMs for the whole page, redirects included */
export type FetchPage = (url: string, signal: AbortSignal, limitMs?: number) => Promise<FetchedPage>

/**
 * Makes what fetches a page from the web over http or https, when a person asked for it. The address may be on this computer or its
 * network; what it redirects to elsewhere may not.
 */
export function createFetchPage(resolve?: Resolve): FetchPage {
  /** @throws LecternError fetch-failed, timed-out, too-large, unsupported-format */
  return async (url, signal, limitMs = LIMIT_MS) => {
    // AbortSignal.any is not there in Node 18.
    const stop = new AbortController()
    let timedOut = false
    const timer = setTimeout(() => {
      timedOut = true
      stop.abort()
    }, limitMs)
    const cancel = () => stop.abort()
    signal.addEventListener('abort', cancel)
    if (signal.aborted) cancel()
    const web = createWeb(resolve)
    try {
      return await fetchOnce(web, url, stop.signal)
    } catch (error) {
      if (timedOut) {
        const seconds = Math.round(limitMs / 1000)
        throw new LecternError(
          'timed-out',
          `${url} did not answer within ${seconds} seconds. Nothing was added; try again later.`,
        )
      }
      throw error instanceof LecternError ? error : fetchFailure(url, error)
    } finally {
      clearTimeout(timer)
      signal.removeEventListener('abort', cancel)
      stop.abort()
      web.close()
    }
  }
}

/** A page that at once sends on to another, as some do in place of a redirect, is followed once. */
async function fetchOnce(web: Web, url: string, signal: AbortSignal): Promise<FetchedPage> {
  const first = await askPolitely(web, url, signal, 'first')
  const page = await pageOf(first, url)
  const next = refreshOf(page)
  if (next === null) return withSheets(web, page, signal)
  const host = first.privateHost
  const second = await askPolitely(web, next, signal, host === null ? null : { host })
  return withSheets(web, await pageOf(second, url), signal)
}

async function withSheets(web: Web, page: FetchedPage, signal: AbortSignal): Promise<FetchedPage> {
  return { ...page, sheets: await fetchSheets(web, page, signal) }
}

/** Waits as long as a busy site asks for, if that is short, and asks it once more. */
async function askPolitely(
  web: Web,
  url: string,
  signal: AbortSignal,
  local: 'first' | { host: string } | null,
): Promise<WebAnswer> {
  const ask = () => web.get(url, { accept: ACCEPT, signal, maxBytes: MAX_BYTES, local })
  const answer = await ask()
  const wait = answer.status === 429 || answer.status === 503 ? waitOf(answer) : null
  if (wait === null || wait > MAX_WAIT_MS) return answer
  answer.drop()
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, wait)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
  return ask()
}

/** `Retry-After` (RFC 9110) in ms; null when the site does not say. */
function waitOf({ headers }: WebAnswer): number | null {
  const said = headers['retry-after']?.trim() ?? ''
  if (/^\d{1,9}$/u.test(said)) return Number(said) * 1000
  const time = Date.parse(said)
  return Number.isNaN(time) ? null : Math.max(0, time - Date.now())
}

async function pageOf(answer: WebAnswer, asked: string): Promise<FetchedPage> {
  try {
    refuse(answer, asked)
    const contentType = answer.headers['content-type'] ?? null
    return { bytes: await answer.bytes(), url: answer.url, contentType, privateHost: answer.privateHost, sheets: [] }
  } finally {
    answer.drop()
  }
}

function refuse(answer: WebAnswer, url: string): void {
  const { status } = answer
  if (status < 200 || status > 299) throw failed(`${statusMeaning(answer, url)} Nothing was added.`)
  const type = answer.headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? ''
  if (type !== '' && !READABLE_TYPE.test(type)) {
    throw new LecternError(
      'unsupported-format',
      `Lectern cannot read ${url}: it is ${kindOf(type)}. Nothing was added. ${READABLE}`,
    )
  }
}

function kindOf(type: string): string {
  if (type === 'application/pdf') return 'a PDF'
  if (/\bjson$/u.test(type)) return 'data, not text to read'
  if (/\b(?:rss|atom)\+xml$/u.test(type)) return 'a feed; open one of its articles and add that'
  const media = /^(image|video|audio)\//u.exec(type)?.[1]
  return media === undefined
    ? `a file of type ${type}`
    : ({ image: 'an image', video: 'a video', audio: 'a sound file' }[media] ?? type)
}

function statusMeaning(answer: WebAnswer, url: string): string {
  const { status } = answer
  const save = 'Open it in a browser, save it, and import the file.'
  if (status === 404 || status === 410) return `There is no page at ${url} (${status}). Check the address.`
  if (status === 401 || status === 407) return `${url} asks for a sign-in (${status}). ${save}`
  if (status === 402) return `${url} is only for those who pay for it (402). ${save}`
  if (status === 403 || status === 451) return `${url} does not let Lectern read it (${status}). ${save}`
  if (status === 429) return `${url} is asked too often just now (429). Try again ${laterWords(answer)}.`
  if (status >= 500) return `The site of ${url} has a fault of its own (${status}). Try again ${laterWords(answer)}.`
  return `${url} could not be fetched: the site answered ${status}.`
}

function laterWords(answer: WebAnswer): string {
  const wait = waitOf(answer)
  if (wait === null || wait < 60_000) return 'later'
  const minutes = Math.ceil(wait / 60_000)
  return minutes > 90 ? `in ${Math.ceil(minutes / 60)} hours` : `in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`
}

function failed(message: string): LecternError {
  return new LecternError('fetch-failed', message)
}
