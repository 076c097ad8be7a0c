import { createHash } from 'node:crypto'
import { escapeHtml } from './escape'
import { PAGE_STYLE } from './page-style'

/** A page's parts. All but `title` is HTML that was made safe. */
export interface PageParts {
  readonly title: string
  readonly language: string | null
  readonly direction: 'ltr' | 'rtl'
  readonly body: string
}

const STYLE_HASH = createHash('sha256').update(PAGE_STYLE, 'utf8').digest('base64')

/** What the page may do: show its own pictures and this one style sheet. No script runs, nothing is fetched, nothing is sent. */
const POLICY = `default-src 'none'; img-src data:; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'`

/** A whole HTML document that needs nothing but itself. */
export function htmlPage({ title, language, direction, body }: PageParts): string {
  const lang = language === null ? '' : ` lang="${escapeHtml(language)}"`
  return [
    `<!doctype html>\n<html${lang} dir="${direction}">\n<head>\n<meta charset="utf-8">\n`,
    `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(POLICY)}">\n`,
    `<meta name="referrer" content="no-referrer">\n`,
    `<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="generator" content="Lectern">\n`,
    `<title>${escapeHtml(title)}</title>\n<style>${PAGE_STYLE}</style>\n</head>\n<body>\n${body}\n</body>\n</html>\n`,
  ].join('')
}
