import type { Reference } from '@shared/domain/snapshot'
import './CitationText.css'
import { readableDate } from './citation'

/** A reference in its parts: title, authors, where and when it appeared, and where it is to be had. Its own words when they are no citation. */
export function CitationText({ reference, onLink }: { reference: Reference; onLink: (url: string) => void }) {
  const { citation, text } = reference
  const source = citation === null ? null : sourceWords(citation.authors, citation)
  return (
    <span className="citation">
      {citation?.title ? (
        <>
          {citation.full === null ? null : <span className="citation__source">{text}</span>}
          <span className="citation__title">{citation.title}</span>
          {source === '' ? null : <span className="citation__source">{source}</span>}
        </>
      ) : (
        <span>{text}</span>
      )}
      <Ways reference={reference} onLink={onLink} />
    </span>
  )
}

function sourceWords(
  authors: readonly string[],
  { work, publisher, date }: { work: string | null; publisher: string | null; date: string | null },
): string {
  const names = authors.length > 3 ? `${authors.slice(0, 3).join('; ')} and others` : authors.join('; ')
  return [names, work, publisher === work ? null : publisher, date && readableDate(date)]
    .filter((part) => part !== null && part !== '')
    .join(' · ')
}

function Ways({ reference, onLink }: { reference: Reference; onLink: (url: string) => void }) {
  const { url, archivedAt, retrievedAt, citation } = reference
  const ways = [
    { label: 'Open', address: url },
    {
      label: archivedAt ? `Archived ${readableDate(archivedAt)}` : 'Archived copy',
      address: citation?.archiveUrl ?? null,
    },
    {
      label: `DOI ${citation?.doi ?? ''}`,
      address: citation?.doi ? `https://doi.org/${encodeURI(citation.doi)}` : null,
    },
  ]
  const isbn = citation?.isbn ?? null
  const said = [
    isbn === null ? null : `ISBN ${isbn}`,
    archivedAt && !citation?.archiveUrl ? `archived ${readableDate(archivedAt)}` : null,
    retrievedAt ? `retrieved ${readableDate(retrievedAt)}` : null,
  ].filter((part) => part !== null)
  if (said.length === 0 && ways.every(({ address }) => address === null)) return null
  return (
    <span className="citation__ways">
      {ways.map(({ label, address }) =>
        address === null ? null : (
          <button key={label} type="button" className="about-panel__link" onClick={() => onLink(address)}>
            {label}
          </button>
        ),
      )}
      {said.map((words) => (
        <span key={words}>{words}</span>
      ))}
    </span>
  )
}
