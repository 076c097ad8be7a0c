import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Link, RelatedList } from '@shared/domain/snapshot-details'
import type { LinkActions } from '../links/use-links'
import { AboutLink } from './AboutLink'
import { AboutSection } from './AboutSection'
import './Related.css'

/** Navigation boxes and side lists of the page, closed until they are asked for. */
export function Related({ lists, links }: { lists: readonly RelatedList[]; links: LinkActions }) {
  return (
    <AboutSection title="Related" count={lists.length}>
      {lists.map(({ title, groups }, index) => (
        <Folded key={index} title={title} count={groups.reduce((sum, group) => sum + group.links.length, 0)}>
          {groups.map(({ label, links: own }, at) => (
            <div key={at} className="related__group">
              {label === null ? null : <h4 className="about-panel__group">{label}</h4>}
              <LinkList items={own} links={links} />
            </div>
          ))}
        </Folded>
      ))}
    </AboutSection>
  )
}

/** A list that is closed until it is asked for. */
export function Folded({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  return (
    <details className="related__list">
      <summary>
        <ChevronRight className="icon icon--sm" aria-hidden />
        <span>{title}</span>
        <span className="num">{count}</span>
      </summary>
      {children}
    </details>
  )
}

/** Links in one run of text. Those without address were only named. */
export function LinkList({ items, links }: { items: readonly Link[]; links: LinkActions }) {
  return (
    <ul className="related__links">
      {items.map(({ text, url }, index) => (
        <li key={index}>
          {url === null ? (
            text
          ) : (
            <AboutLink url={url} links={links}>
              {text}
            </AboutLink>
          )}
        </li>
      ))}
    </ul>
  )
}
