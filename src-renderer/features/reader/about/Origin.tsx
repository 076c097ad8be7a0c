import type { Article } from '@shared/domain/article'
import type { Provenance, Snapshot } from '@shared/domain/snapshot'
import type { Coordinates, WikiPage } from '@shared/domain/snapshot-details'
import { readableDate, readableDay } from './citation'

const WAYS: Readonly<Record<Provenance['via'], string>> = {
  file: 'From a file',
  web: 'From the web',
  paste: 'Pasted',
  sample: 'Comes with Lectern',
}

interface OriginProps {
  readonly article: Article
  readonly snapshot: Snapshot
  readonly onLink: (url: string) => void
  readonly onCopy: (text: string, said: string) => void
}

/** Where an article came from, in which revision, when and how it was saved. */
export function Origin({ article, snapshot, onLink, onCopy }: OriginProps) {
  const { provenance, details } = snapshot
  const wiki = details?.wiki ?? null
  const url = provenance.sourceUrl ?? article.sourceUrl
  const parts = [
    wiki ? wikiWords(wiki, article.siteName) : article.siteName,
    wiki ? null : article.publishedAt && `published ${readableDate(article.publishedAt)}`,
    provenance.fileName ? `${WAYS[provenance.via]}, ${provenance.fileName}` : WAYS[provenance.via],
  ]
  return (
    <>
      <p className="about-panel__origin">
        {parts.filter((part) => part !== null && part !== '').join('. ')}.{' '}
        {details?.savedAt ? `Saved from the web ${readableDate(details.savedAt.slice(0, 10))}, added here ` : 'Saved '}
        {readableDay(provenance.importedAt)}, {size(provenance.originalBytes)}.{' '}
        {details?.isbn ? `ISBN ${details.isbn}. ` : null}{' '}
        {provenance.format === 'excerpts'
          ? 'The other reader kept no more of it. '
          : snapshot.truncated
            ? 'The source itself was cut short. '
            : null}
        {url ? (
          <button type="button" className="about-panel__link" onClick={() => onLink(url)}>
            Open the original on the web
          </button>
        ) : null}
        {wiki?.permalink ? (
          <>
            {' · '}
            <button type="button" className="about-panel__link" onClick={() => onLink(wiki.permalink ?? '')}>
              This revision
            </button>
          </>
        ) : null}
      </p>
      {details?.coordinates ? (
        <p className="about-panel__origin">
          Coordinates <span className="num">{degrees(details.coordinates)}</span>{' '}
          <button
            type="button"
            className="about-panel__link"
            onClick={() => onCopy(decimal(details.coordinates), 'Coordinates copied')}
          >
            Copy
          </button>
        </p>
      ) : null}
    </>
  )
}

/** `English Wikipedia, revision 1216868252 of 2 April 2024`. */
function wikiWords(
  { project, namespace, revisionId, modifiedAt, redirects }: WikiPage,
  siteName: string | null,
): string {
  const site = wikipediaName(project) ?? project ?? siteName ?? 'A wiki'
  const revision = revisionId === null ? null : `revision ${revisionId}`
  const date = modifiedAt === null ? null : `of ${readableDate(modifiedAt)}`
  const state = [revision ?? (date === null ? null : 'revision'), date].filter((part) => part !== null).join(' ')
  return [
    [site, state].filter((part) => part !== '').join(', '),
    namespace === '' ? '' : `${namespace} page`,
    redirects.length === 0 ? '' : `Also found as ${redirects.join(', ')}`,
  ]
    .filter((part) => part !== '')
    .join('. ')
}

/** `English Wikipedia` for `en.wikipedia.org`. */
function wikipediaName(project: string | null): string | null {
  const code = /^([a-z]{2,3})\.wikipedia\.org$/u.exec(project ?? '')?.[1]
  const language = code === undefined ? undefined : new Intl.DisplayNames(['en'], { type: 'language' }).of(code)
  return language === undefined ? null : `${language} Wikipedia`
}

function degrees({ latitude, longitude }: Coordinates): string {
  const part = (value: number, positive: string, negative: string) =>
    `${Math.abs(value).toLocaleString('en-GB', { maximumFractionDigits: 5 })}° ${value < 0 ? negative : positive}`
  return `${part(latitude, 'N', 'S')}, ${part(longitude, 'E', 'W')}`
}

function decimal(place: Coordinates | null): string {
  return place === null ? '' : `${place.latitude}, ${place.longitude}`
}

function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}
