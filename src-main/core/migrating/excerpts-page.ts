import type { Quote } from './works'

/** A page of quotations, and where in its text each of them stands. */
export interface ExcerptsPage {
  readonly html: string
  /** `textContent` of `html`. */
  readonly text: string
  readonly places: ReadonlyMap<string, { readonly start: number; readonly end: number }>
}

/**
 * Writes what is known of an article as a page: its address, a description, and quotations with a little of what stood around them.
 * @param before a page that this one continues
 */
export function excerptsPage(
  { url, excerpt }: { readonly url: string | null; readonly excerpt: string | null },
  quotes: readonly Quote[],
  before: { readonly html: string; readonly text: string } = { html: '', text: '' },
): ExcerptsPage {
  const html: string[] = [before.html]
  const places = new Map<string, { start: number; end: number }>()
  let length = before.text.length
  const texts: string[] = [before.text]
  const say = (words: string): string => {
    const clean = words.replace(/\r\n?/gu, '\n').replace(/\0/gu, '')
    texts.push(clean)
    length += clean.length
    return escape(clean).replaceAll('\n', '<br>\n')
  }
  const next = (): void => {
    if (length > 0) html.push(say('\n').replace('<br>', ''))
  }
  if (before.text === '') {
    if (excerpt !== null && excerpt !== '') html.push(`<p>${say(excerpt)}</p>`)
    if (url !== null) {
      next()
      html.push(`<p><a href="${escape(url)}">${say(url)}</a></p>`)
    }
  }
  for (const { key, exact, prefix, suffix, location } of quotes) {
    next()
    const lead = say(prefix)
    const start = length
    const words = say(exact)
    places.set(key, { start, end: length })
    html.push(`<blockquote><p>${lead}${words}${say(suffix)}</p></blockquote>`)
    if (location !== '') {
      next()
      html.push(`<p class="caption">${say(location)}</p>`)
    }
  }
  return { html: html.join(''), text: texts.join(''), places }
}

function escape(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;').replace(/"/gu, '&quot;')
}
