import { Fragment } from 'react'
import type { Fact } from '@shared/domain/snapshot'
import type { LinkActions } from '../links/use-links'
import { AboutLink } from './AboutLink'
import { AboutSection } from './AboutSection'
import { linkedParts } from './linked-parts'

/** The infobox as a definition list, in its own groups. */
export function Facts({ facts, links }: { facts: readonly Fact[]; links: LinkActions }) {
  return (
    <AboutSection title="Facts">
      {groupsOf(facts).map(({ group, under, facts: own }, index) => (
        <Fragment key={index}>
          {group === null || under ? null : <h3 className="about-panel__group">{group}</h3>}
          <dl
            className="about-panel__facts"
            data-under={under || undefined}
            data-after={(group === null && index > 0) || undefined}
          >
            {own.map((fact, at) => (
              <Fragment key={at}>
                <dt>{fact.label}</dt>
                <dd>
                  {linkedParts(fact.value, fact.links).map(({ text, url }, part) =>
                    url === null ? (
                      text
                    ) : (
                      <AboutLink key={part} url={url} links={links}>
                        {text}
                      </AboutLink>
                    ),
                  )}
                </dd>
              </Fragment>
            ))}
          </dl>
        </Fragment>
      ))}
    </AboutSection>
  )
}

interface Group {
  readonly group: string | null
  /** Whether the fact just above it is what it belongs to, so that it needs no heading. */
  readonly under: boolean
  readonly facts: Fact[]
}

function groupsOf(facts: readonly Fact[]): Group[] {
  const groups: Group[] = []
  facts.forEach((fact, at) => {
    const last = groups[groups.length - 1]
    if (last?.group === fact.group) last.facts.push(fact)
    else groups.push({ group: fact.group, under: facts[at - 1]?.label === fact.group, facts: [fact] })
  })
  return groups
}
