import type { MetaTags } from './meta-tags'
import { isSite, type Site } from './site-name'
import { sameTitle } from './title-key'

const SHORTEST = 40
/** Of the site, not of the article; or of a page that asks for something. */
const BOILERPLATE =
  /^(?:welcome to|willkommen|bienvenue|home ?page|read more|sign up|log in|subscribe|cookies?|javascript|we use|this (?:website|site) uses|wir verwenden|please enable|you need to enable)|\b(?:all rights reserved|official (?:web)?site|enable javascript|leading provider|your source for|news, sport|breaking news)\b|©/iu

/** The page's own summary of its article; null when it is too short, the title once more, or about the site. */
export function readSummary(meta: MetaTags, stated: string | null, title: string | null, site: Site): string | null {
  const candidates = [
    meta.first('og:description'),
    stated,
    meta.first('description'),
    meta.first('twitter:description', 'dc.description', 'dcterms.description', 'dcterms.abstract'),
  ]
  for (const candidate of candidates) {
    const text = plain(candidate ?? '')
    if (text.length < SHORTEST || BOILERPLATE.test(text) || isSite(text, site)) continue
    if (title === null || !sameTitle(text.slice(0, title.length + 20), title) || text.length > title.length * 2)
      return text
  }
  return null
}

/** Some pages put markup into it. */
function plain(text: string): string {
  return text
    .replace(/<[^<>]{0,500}>/gu, ' ')
    .replace(/&nbsp;|&#160;/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
}
