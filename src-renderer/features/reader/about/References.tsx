import { useState } from 'react'
import type { Reference } from '@shared/domain/snapshot'
import { CitationText } from './CitationText'
import { AboutSection } from './AboutSection'

/** How many references are shown before they are asked for. */
const FIRST_REFERENCES = 5

/** The reference list, each entry in its parts as far as they are known. */
export function References({
  references,
  onLink,
}: {
  references: readonly Reference[]
  onLink: (url: string) => void
}) {
  const [showsAll, setShowsAll] = useState(false)
  const shown = showsAll ? references : references.slice(0, FIRST_REFERENCES)
  return (
    <AboutSection title="References" count={references.length}>
      <ol className="about-panel__references">
        {shown.map((reference, index) => (
          <li key={index}>
            <span className="about-panel__number num">{reference.label}</span>
            <CitationText reference={reference} onLink={onLink} />
          </li>
        ))}
      </ol>
      {references.length > FIRST_REFERENCES ? (
        <button type="button" className="about-panel__link" onClick={() => setShowsAll(!showsAll)}>
          {showsAll ? 'Show fewer' : `Show all ${references.length}`}
        </button>
      ) : null}
    </AboutSection>
  )
}
