import { Scale } from 'lucide-react'
import type { Article } from '@shared/domain/article'
import type { SnapshotLicence } from '@shared/domain/snapshot'
import { creditLine } from './citation'
import { licenceWords } from './licence-words'

interface LicenceBoxProps {
  readonly article: Article
  readonly licence: SnapshotLicence
  readonly onLink: (url: string) => void
  readonly onCopy: (text: string, said: string) => void
}

/** What a licence lets a person do and asks for: the authors, its own text, and what was changed. */
export function LicenceBox({ article, licence, onLink, onCopy }: LicenceBoxProps) {
  const { name, url, statement, authorsUrl, changes } = licence
  const words = licenceWords(name)
  return (
    <div className="about-panel__licence">
      <Scale className="icon icon--sm" aria-hidden />
      <div>
        <p>
          {name ? <b>{name}. </b> : null}
          {words ?? statement}
        </p>
        {changes ? <p className="about-panel__changes">{changes}</p> : null}
        <p className="about-panel__licence-links">
          {authorsUrl ? (
            <button type="button" className="about-panel__link" onClick={() => onLink(authorsUrl)}>
              Authors
            </button>
          ) : null}
          {url ? (
            <button type="button" className="about-panel__link" onClick={() => onLink(url)}>
              Read the licence
            </button>
          ) : null}
          <button
            type="button"
            className="about-panel__link"
            onClick={() => onCopy(creditLine(article, licence), 'Credit line copied')}
          >
            Copy credit line
          </button>
        </p>
      </div>
    </div>
  )
}
