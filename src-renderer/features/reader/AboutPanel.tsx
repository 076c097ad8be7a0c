import { Scale } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { Article } from '@shared/domain/article'
import type { Licence, Provenance, Reference, Snapshot } from '@shared/domain/snapshot'
import './AboutPanel.css'
import { creditLine, readableDate, readableDay } from './citation'
import { licenceWords } from './licence-words'

interface AboutPanelProps {
  readonly article: Article
  readonly snapshot: Snapshot
  /** Opens an address outside Lectern. */
  readonly onLink: (url: string) => void
  readonly onCopy: (text: string, said: string) => void
}

/** How many references are shown before they are asked for. */
const FIRST_REFERENCES = 5

/** What is known about an article. A part without data is not shown. */
export function AboutPanel({ article, snapshot, onLink, onCopy }: AboutPanelProps) {
  return (
    <div className="about-panel">
      {snapshot.facts.length > 0 ? (
        <Section title="Facts">
          <dl className="about-panel__facts">
            {snapshot.facts.map((fact, index) => (
              <Row key={index} label={fact.label} value={fact.value} />
            ))}
          </dl>
        </Section>
      ) : null}
      <Section title="Where this came from">
        <Origin article={article} snapshot={snapshot} onLink={onLink} />
        {snapshot.licence ? (
          <LicenceBox article={article} licence={snapshot.licence} onLink={onLink} onCopy={onCopy} />
        ) : null}
      </Section>
      {snapshot.references.length > 0 ? <References references={snapshot.references} onLink={onLink} /> : null}
      {snapshot.categories.length > 0 ? (
        <Section title="Categories">
          <ul className="about-panel__categories">
            {snapshot.categories.map((category) => (
              <li key={category}>{category}</li>
            ))}
          </ul>
        </Section>
      ) : null}
    </div>
  )
}

function Section({ title, count, children }: { title: string; count?: number; children: ReactNode }) {
  return (
    <section className="about-panel__section">
      <h3>
        {title}
        {count === undefined ? null : <span className="num">{count}</span>}
      </h3>
      {children}
    </section>
  )
}

function Row({ label, value }: { label: string; value: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </>
  )
}

const WAYS: Readonly<Record<Provenance['via'], string>> = {
  file: 'From a file',
  web: 'From the web',
  paste: 'Pasted',
  sample: 'Comes with Lectern',
}

function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}

function Origin({ article, snapshot, onLink }: Pick<AboutPanelProps, 'article' | 'snapshot' | 'onLink'>) {
  const { provenance } = snapshot
  const url = provenance.sourceUrl ?? article.sourceUrl
  const parts = [
    article.siteName,
    article.publishedAt && `published ${readableDate(article.publishedAt)}`,
    provenance.fileName ? `${WAYS[provenance.via]}, ${provenance.fileName}` : WAYS[provenance.via],
  ]
  return (
    <p className="about-panel__origin">
      {parts.filter((part) => part !== null && part !== '').join('. ')}. Saved {readableDay(provenance.importedAt)},{' '}
      {size(provenance.originalBytes)}. {snapshot.truncated ? 'The source itself was cut short. ' : null}
      {url ? (
        <button type="button" className="about-panel__link" onClick={() => onLink(url)}>
          Open the original
        </button>
      ) : null}
    </p>
  )
}

interface LicenceBoxProps extends Pick<AboutPanelProps, 'article' | 'onLink' | 'onCopy'> {
  readonly licence: Licence
}

function LicenceBox({ article, licence, onLink, onCopy }: LicenceBoxProps) {
  const { name, url, statement } = licence
  return (
    <div className="about-panel__licence">
      <Scale className="icon icon--sm" aria-hidden />
      <span>
        {name ? <b>{name}. </b> : null}
        {licenceWords(name) ?? statement}{' '}
        {url ? (
          <>
            <button type="button" className="about-panel__link" onClick={() => onLink(url)}>
              Read the licence
            </button>
            {' · '}
          </>
        ) : null}
        <button
          type="button"
          className="about-panel__link"
          onClick={() => onCopy(creditLine(article, licence), 'Credit line copied')}
        >
          Copy credit line
        </button>
      </span>
    </div>
  )
}

function References({ references, onLink }: { references: readonly Reference[]; onLink: (url: string) => void }) {
  const [showsAll, setShowsAll] = useState(false)
  const shown = showsAll ? references : references.slice(0, FIRST_REFERENCES)
  return (
    <Section title="References" count={references.length}>
      <ol className="about-panel__references">
        {shown.map((reference, index) => {
          const { url } = reference
          const dates = /archived|retrieved/iu.test(reference.text)
            ? []
            : [
                reference.archivedAt && `archived ${readableDate(reference.archivedAt)}`,
                reference.retrievedAt && `retrieved ${readableDate(reference.retrievedAt)}`,
              ].filter((date) => date !== null && date !== '')
          return (
            <li key={index}>
              <span className="about-panel__number num">{reference.label}</span>
              <span>
                {reference.text}
                {dates.length > 0 ? <span className="about-panel__dates"> {dates.join(', ')}</span> : null}
                {url ? (
                  <>
                    {' '}
                    <button type="button" className="about-panel__link" onClick={() => onLink(url)}>
                      Open
                    </button>
                  </>
                ) : null}
              </span>
            </li>
          )
        })}
      </ol>
      {references.length > FIRST_REFERENCES ? (
        <button type="button" className="about-panel__link" onClick={() => setShowsAll(!showsAll)}>
          {showsAll ? 'Show fewer' : `Show all ${references.length}`}
        </button>
      ) : null}
    </Section>
  )
}
