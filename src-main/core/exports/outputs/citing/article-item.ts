import type { Article } from '@shared/domain/article'
import type { Snapshot } from '@shared/domain/snapshot'
import type { CslItem } from './csl-item'
import { cslDate } from './dates'
import { namesOf } from './names'

/** What an article is cited from. */
export interface Cited {
  readonly article: Article
  readonly snapshot: Pick<Snapshot, 'details' | 'provenance'> | null
}

/** Digital object identifier within an address (DOI Handbook, 2.2): `10.1000/182`. */
const DOI = /\b10\.\d{4,9}\/[^\s?#&]+/u
/** Names that newspapers and news sites have in many languages. */
const NEWS =
  /(?:^|[\s.'’-])(?:abc|ap|associated press|bbc|cbs|chronicle|cnn|corriere|courier|daily|diario|el mundo|el país|express|figaro|gazette|globe|guardian|herald|independent|jazeera|journal|kurier|mail|mirror|monde|morning|nachrichten|nbc|news|newsweek|npr|observer|politico|post|presse|repubblica|reuters|spiegel|standard|stampa|star|sun|tagblatt|tageblatt|tagesschau|tageszeitung|telegraph|times|tribune|welt|zeit|zeitung|novosti|новости|新聞|新闻|أخبار)(?:$|[\s.,'’-])/iu

/** An article as a source in CSL-JSON. A wiki's page is cited in the revision that was saved. */
export function articleItem({ article, snapshot }: Cited): CslItem {
  const { id, title, byline, siteName, sourceUrl, publishedAt, language, format } = article
  const wiki = snapshot?.details?.wiki ?? null
  const isbn = snapshot?.details?.isbn ?? null
  const doi = doiOf(sourceUrl)
  const isWiki = wiki !== null
  const url = wiki?.permalink ?? sourceUrl
  const issued = cslDate(isWiki ? (wiki.modifiedAt ?? publishedAt) : publishedAt)
  const saved = snapshot?.details?.savedAt ?? savedDay(snapshot)
  const accessed = url === null ? null : cslDate(saved)
  const container = isWiki ? (siteName ?? wikiName(wiki.project)) : siteName
  const author = isWiki ? [] : namesOf(byline).filter(({ literal }) => literal === undefined || literal !== siteName)
  const type = isWiki
    ? 'entry-encyclopedia'
    : doi !== null
      ? 'article-journal'
      : format === 'epub' || isbn !== null
        ? 'book'
        : kindOfSite(siteName, sourceUrl, publishedAt)
  return {
    id,
    type,
    title: title.replace(/\s+/gu, ' ').trim(),
    ...(author.length === 0 ? {} : { author }),
    ...(container === null || container === title || type === 'book' ? {} : { 'container-title': container }),
    ...(issued === null ? {} : { issued }),
    ...(accessed === null ? {} : { accessed }),
    ...(url === null ? {} : { URL: url }),
    ...(doi === null ? {} : { DOI: doi }),
    ...(isbn === null ? {} : { ISBN: isbn }),
    ...(language === null ? {} : { language }),
    ...(isWiki && wiki.revisionId !== null ? { version: String(wiki.revisionId) } : {}),
  }
}

function doiOf(url: string | null): string | null {
  if (url === null) return null
  let plain = url
  try {
    plain = decodeURIComponent(url)
  } catch {
    // As it stands, then.
  }
  const found = DOI.exec(plain)?.[0].replace(
    /(?:\.(?:pdf|html?|full|abstract)|\/(?:full|abstract|pdf|html|epdf))+$/u,
    '',
  )
  return found?.replace(/[.,;)/]+$/u, '') ?? null
}

function kindOfSite(siteName: string | null, url: string | null, publishedAt: string | null): CslItem['type'] {
  if (url === null || !URL.canParse(url)) return 'webpage'
  const { hostname } = new URL(url)
  // What has no day is hardly in a newspaper.
  const hasDay = /^\d{4}-\d{2}-\d{2}/u.test(publishedAt ?? '')
  if (hasDay && (NEWS.test(siteName ?? '') || NEWS.test(hostname.replaceAll('.', ' ')))) return 'article-newspaper'
  return /(?:^|\.)(?:blog|blogs|medium|substack|wordpress|blogspot|tumblr)\./u.test(hostname)
    ? 'post-weblog'
    : 'webpage'
}

/** The day on which the bytes came from the web, by UTC; a file does not say when it was there. */
function savedDay(snapshot: Cited['snapshot']): string | null {
  return snapshot?.provenance.via === 'web' ? new Date(snapshot.provenance.importedAt).toISOString().slice(0, 10) : null
}

function wikiName(project: string | null): string | null {
  if (project === null) return null
  return /(?:^|\.)wikipedia\.org$/u.test(project) ? 'Wikipedia' : project
}
