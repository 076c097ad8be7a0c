import { LecternError } from '@shared/contract/errors'
import { fetchFailure } from './fetch-failure'

/** A page as the web gave it. */
export interface FetchedPage {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Where it was in the end, after redirects. */
  readonly url: string
  readonly contentType: string | null
}

const MAX_BYTES = 32 * 1024 * 1024
const MAX_REDIRECTS = 10
const LIMIT_MS = 20_000
const READABLE = /^(?:text\/(?:html|plain|markdown|x-markdown)|application\/xhtml\+xml)$/u

/** @param limitMs for the whole page, redirects included */
export type FetchPage = (url: string, signal: AbortSignal, limitMs?: number) => Promise<FetchedPage>

/**
 * Fetches a page from the web over http or https.
 * @throws LecternError fetch-failed, timed-out, too-large, unsupported-format
 */
export const fetchPage: FetchPage = async (url, signal, limitMs = LIMIT_MS) => {
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
  try {
    const response = await follow(url, stop.signal)
    return {
      bytes: await body(response, url),
      url: response.url || url,
      contentType: response.headers.get('content-type'),
    }
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
  }
}

/** Redirects are followed here, so that each step is looked at. */
async function follow(first: string, signal: AbortSignal): Promise<Response> {
  let url = first
  for (let step = 0; step <= MAX_REDIRECTS; step++) {
    if (!/^https?:\/\//iu.test(url))
      throw failed(`${first} leads to ${url}, which is not a web address. Nothing was added.`)
    const response = await fetch(url, {
      signal,
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
      headers: {
        accept: 'text/html, application/xhtml+xml, text/markdown, text/plain;q=0.8, */*;q=0.1',
        'user-agent': 'Mozilla/5.0 (compatible; Lectern)',
      },
    })
    const next = response.headers.get('location')
    if (response.status < 300 || response.status > 399 || next === null) {
      refuse(response, first)
      return response
    }
    await response.body?.cancel()
    if (!URL.canParse(next, url)) throw failed(`${first} leads to an address that is none. Nothing was added.`)
    url = new URL(next, url).href
  }
  throw failed(`${first} redirects more than ${MAX_REDIRECTS} times. Nothing was added.`)
}

function refuse(response: Response, url: string): void {
  if (!response.ok) throw failed(`${statusMeaning(response.status, url)} Nothing was added.`)
  const type = response.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? ''
  if (type !== '' && !READABLE.test(type)) {
    throw new LecternError(
      'unsupported-format',
      `Lectern cannot read ${url}: it is ${kindOf(type)}. Nothing was added. Web pages, Markdown and plain text can be read.`,
    )
  }
  if (Number(response.headers.get('content-length') ?? 0) > MAX_BYTES) throw tooLarge(url)
}

function kindOf(type: string): string {
  if (type === 'application/pdf') return 'a PDF'
  if (type === 'application/epub+zip') return 'an e-book'
  if (type === 'application/json') return 'data, not text to read'
  const media = /^(image|video|audio)\//u.exec(type)?.[1]
  return media === undefined
    ? `a file of type ${type}`
    : ({ image: 'an image', video: 'a video', audio: 'a sound file' }[media] ?? type)
}

async function body(response: Response, url: string): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = []
  let size = 0
  if (response.body !== null) {
    for await (const part of response.body) {
      if (!(part instanceof Uint8Array)) continue
      size += part.byteLength
      if (size > MAX_BYTES) throw tooLarge(url)
      parts.push(part)
    }
  }
  return new Uint8Array(Buffer.concat(parts))
}

function statusMeaning(status: number, url: string): string {
  if (status === 404 || status === 410) return `There is no page at ${url} (${status}). Check the address.`
  if (status === 401) return `${url} asks for a sign-in (401). Open it in a browser, save it, and import the file.`
  if (status === 403 || status === 451) {
    return `${url} does not let Lectern read it (${status}). Open it in a browser, save it, and import the file.`
  }
  if (status === 429) return `${url} is asked too often just now (429). Try again later.`
  if (status >= 500) return `The site of ${url} has a fault of its own (${status}). Try again later.`
  return `${url} could not be fetched: the site answered ${status}.`
}

function failed(message: string): LecternError {
  return new LecternError('fetch-failed', message)
}

function tooLarge(url: string): LecternError {
  return new LecternError('too-large', `${url} has more than ${MAX_BYTES / 1024 / 1024} MB. Nothing was added.`)
}
