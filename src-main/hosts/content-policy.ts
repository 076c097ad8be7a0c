/**
 * What the app's own pages may load: nothing from elsewhere, no inline script, and frames of its own only.
 * React and React Aria set styles through the CSSOM, which a policy does not touch.
 */
const APP: Readonly<Record<string, string>> = {
  'default-src': "'self'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data: blob:",
  'font-src': "'self' data:",
  'connect-src': "'self'",
  'frame-src': "'self'",
  'object-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
}

/** For the development server only: Vite's inline preamble, its inline styles and its hot-reload socket. */
const DEVELOPMENT: Readonly<Record<string, string>> = {
  ...APP,
  'script-src': "'self' 'unsafe-inline'",
  'style-src': "'self' 'unsafe-inline'",
  'connect-src': "'self' ws://localhost:* ws://127.0.0.1:*",
}

/** What an article may do: show its own images and our styles. No script runs, nothing is fetched, nothing is sent. */
const SNAPSHOT: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  'img-src': "'self' data:",
  'style-src': "'self'",
  'font-src': "'self'",
  'media-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'self'",
  sandbox: 'allow-same-origin',
}

/** An exported document as it is printed: its own style sheet and pictures, as its `meta` policy says too; no script. */
const PRINT: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  'img-src': 'data:',
  'style-src': "'unsafe-inline'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'self'",
  sandbox: 'allow-same-origin allow-modals',
}

/** Files that only another of our pages shows; on their own they are nothing that can act. */
const ASSET: Readonly<Record<string, string>> = { 'default-src': "'none'", sandbox: '' }

/** A drawing (SVG) that was made safe, if someone opens it on its own: its own styles and pictures within it. */
const DRAWING: Readonly<Record<string, string>> = { ...ASSET, 'style-src': "'unsafe-inline'", 'img-src': 'data:' }

const POLICIES = {
  app: APP,
  development: DEVELOPMENT,
  snapshot: SNAPSHOT,
  print: PRINT,
  asset: ASSET,
  drawing: DRAWING,
}

/** Cached for good: the name changes with the content. */
const IMMUTABLE = 'private, max-age=31536000, immutable'

/** The headers of one response: its policy, and the same closed doors for all. */
export function contentHeaders(
  policy: keyof typeof POLICIES,
  mediaType: string,
  caching: 'immutable' | 'none',
): Record<string, string> {
  return {
    'content-type': mediaType,
    'content-security-policy': Object.entries(POLICIES[policy])
      .map(([name, value]) => `${name} ${value}`.trim())
      .join('; '),
    'cache-control': caching === 'immutable' ? IMMUTABLE : 'no-store',
    ...CLOSED_DOORS,
  }
}

/** Headers of every response, whatever it carries. */
export const CLOSED_DOORS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
}
