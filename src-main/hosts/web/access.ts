import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** How long the address that is given to the browser can be used, in ms. */
const ONE_TIME_MS = 60_000

/** The secrets of one run of the web host. All are 256 bits in base64url. */
export interface Access {
  /** Stands in the fragment of the printed address; only whoever started Lectern sees it. */
  readonly launchToken: string
  /**
   * A launch token that works once and soon: it is an argument of the browser's process, and other people on this
   * computer can read those.
   */
  oneTimeToken(): string
  /** Exchanges a launch token for the session's; null when it is wrong or used up. */
  exchange(token: string): string | null
  /** Whether this is the session token, which every call carries in a header. */
  admits(token: string | undefined): boolean
  /**
   * Frames and images cannot send a header. This cookie opens `/snapshots/` and `/assets/` and nothing else: cookies
   * ignore ports, so it must be worth little on its own. The names under those paths cannot be guessed either.
   */
  readonly contentCookie: string
  admitsContent(cookie: string | undefined): boolean
}

export function createAccess(now: () => number): Access {
  const launchToken = secret()
  const sessionToken = secret()
  const contentCookie = createHmac('sha256', sessionToken).update('content').digest('base64url')
  const oneTime = new Map<string, number>()
  return {
    launchToken,
    contentCookie,
    oneTimeToken() {
      const token = secret()
      oneTime.set(token, now() + ONE_TIME_MS)
      return token
    },
    exchange(token) {
      if (equal(token, launchToken)) return sessionToken
      for (const [known, until] of oneTime) {
        if (!equal(token, known)) continue
        oneTime.delete(known)
        return now() < until ? sessionToken : null
      }
      return null
    },
    admits: (token) => token !== undefined && equal(token, sessionToken),
    admitsContent: (cookie) => cookie !== undefined && equal(cookie, contentCookie),
  }
}

function secret(): string {
  return randomBytes(32).toString('base64url')
}

/** Compares in a time that says nothing about where two strings differ, nor about their length. */
function equal(a: string, b: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(a), digest(b))
}
