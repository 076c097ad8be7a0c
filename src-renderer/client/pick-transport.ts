import type { Transport } from '@shared/contract/transport'
import { createElectronTransport } from './transport-electron'
import { createHttpTransport } from './transport-http'

const TOKEN_KEY = 'lectern-token'

/**
 * Picks the way to the backend: Electron's where its bridge is, else the web host's. For the web host, the token in the
 * address's fragment is exchanged for the session's, which lives as long as this tab, so that reloading works; the
 * fragment is cleared, so that it is neither bookmarked nor left in the history.
 */
export async function pickTransport(): Promise<Transport> {
  if (window.lectern !== undefined) return createElectronTransport(window.lectern)
  const launchToken = /^#token=([\w-]+)$/u.exec(location.hash)?.[1]
  if (launchToken !== undefined) {
    history.replaceState(null, '', location.pathname)
    const session = await exchange(launchToken)
    if (session !== null) sessionStorage.setItem(TOKEN_KEY, session)
  }
  return createHttpTransport(sessionStorage.getItem(TOKEN_KEY) ?? '')
}

async function exchange(token: string): Promise<string | null> {
  try {
    const response = await fetch('/api/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
    })
    const answer: unknown = response.ok ? await response.json() : null
    if (typeof answer !== 'object' || answer === null || !('token' in answer)) return null
    return typeof answer.token === 'string' ? answer.token : null
  } catch {
    return null
  }
}
