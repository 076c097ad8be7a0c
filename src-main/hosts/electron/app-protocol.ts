import { protocol, type Session } from 'electron'

/** Where the app's pages live. */
export const APP_ORIGIN = 'app://lectern'

/** Must run before Electron is ready. Standard and secure, so that origins, CSP `'self'` and fetch work as on the web. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ])
}

/** Whether a URL is one of ours. Node gives custom schemes the origin "null", so the parts are compared. */
export function isAppUrl(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol: scheme, host, username, password } = new URL(url)
  return scheme === 'app:' && host === 'lectern' && username === '' && password === ''
}

/**
 * Serves `app://lectern` and denies the session everything else: a sanitiser and a policy can each have a hole, and
 * `frame-src 'none'` alone let 2 of 177 vectors make a DNS query (design/SECURITY.md).
 */
export function confineSession(
  session: Session,
  content: (request: Request) => Promise<Response>,
  devServer: string | null,
): void {
  session.protocol.handle('app', (request) =>
    isAppUrl(request.url) ? content(request) : new Response('There is nothing here.', { status: 404 }),
  )
  session.webRequest.onBeforeRequest((details, respond) => {
    respond({ cancel: !mayLoad(details.url, devServer) })
  })
  session.setPermissionRequestHandler((_contents, permission, respond) => respond(permission === COPY))
  session.setPermissionCheckHandler((_contents, permission) => permission === COPY)
  session.setDevicePermissionHandler(() => false)
}

/** Writing to the clipboard when a person copies a quote; every other permission is denied. */
const COPY = 'clipboard-sanitized-write'

/** Only our own pages, what they made themselves, and in development the tools. */
function mayLoad(url: string, devServer: string | null): boolean {
  if (isAppUrl(url) || url.startsWith(`blob:${APP_ORIGIN}/`) || url.startsWith('data:')) return true
  if (devServer === null) return false
  const { protocol: scheme, hostname } = new URL(url)
  const isDevServer = (scheme === 'ws:' || scheme === 'http:') && hostname === new URL(devServer).hostname
  return isDevServer || scheme === 'devtools:'
}
