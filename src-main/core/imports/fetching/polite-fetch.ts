import type { FetchPage } from './fetch-page'

/** How long a site is left alone between two pages, in ms. */
const PAUSE_MS = 2000

/**
 * Fetches pages so that no site is asked for two at once, and is left alone for a while after each. Pages of this computer are
 * nobody's burden.
 */
export function createPoliteFetch(fetchPage: FetchPage, pauseMs = PAUSE_MS): FetchPage {
  const last = new Map<string, Promise<void>>()
  return async (url, signal, limitMs) => {
    const host = URL.canParse(url) ? new URL(url).hostname : ''
    if (/^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/u.test(host)) return fetchPage(url, signal, limitMs)
    const before = last.get(host) ?? Promise.resolve()
    let release = (): void => undefined
    const turn = new Promise<void>((done) => (release = done))
    last.set(host, turn)
    try {
      await untilAborted(before, signal)
      return await fetchPage(url, signal, limitMs)
    } finally {
      const timer = setTimeout(() => {
        release()
        if (last.get(host) === turn) last.delete(host)
      }, pauseMs)
      timer.unref()
    }
  }
}

function untilAborted(promise: Promise<void>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    signal.addEventListener('abort', () => resolve(), { once: true })
    void promise.then(resolve)
  })
}
