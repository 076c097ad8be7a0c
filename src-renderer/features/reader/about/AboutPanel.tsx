import type { Article } from '@shared/domain/article'
import type { Snapshot } from '@shared/domain/snapshot'
import './AboutPanel.css'
import { AboutSection } from './AboutSection'
import { AlikeArticles } from './AlikeArticles'
import { Facts } from './Facts'
import { LicenceBox } from './LicenceBox'
import { Origin } from './Origin'
import { References } from './References'
import { Folded, LinkList, Related } from './Related'
import { Versions } from './Versions'
import type { LinkActions } from '../links/use-links'

interface AboutPanelProps {
  readonly article: Article
  readonly snapshot: Snapshot
  readonly links: LinkActions
  readonly onCopy: (text: string, said: string) => void
}

/** What is known about an article. A part without data is not shown. */
export function AboutPanel({ article, snapshot, links, onCopy }: AboutPanelProps) {
  const { details, facts, references, categories, licence } = snapshot
  const onLink = (url: string) => void links.openOutside(url)
  return (
    <div className="about-panel">
      {facts.length > 0 ? <Facts facts={facts} links={links} /> : null}
      <AboutSection title="Where this came from">
        <Origin article={article} snapshot={snapshot} onLink={onLink} onCopy={onCopy} />
        {licence ? <LicenceBox article={article} licence={licence} onLink={onLink} onCopy={onCopy} /> : null}
        {details && details.pictures.length > 0 ? (
          <Folded title="Authors and licences of the pictures" count={details.pictures.length}>
            <LinkList items={details.pictures} links={links} />
          </Folded>
        ) : null}
      </AboutSection>
      <AlikeArticles articleId={article.id} />
      <Versions article={article} />
      {references.length > 0 ? <References references={references} onLink={onLink} /> : null}
      {details && details.seeAlso.length > 0 ? (
        <AboutSection title="See also">
          <LinkList items={details.seeAlso} links={links} />
        </AboutSection>
      ) : null}
      {details && details.related.length > 0 ? <Related lists={details.related} links={links} /> : null}
      {details && details.portals.length > 0 ? (
        <AboutSection title="Portals">
          <LinkList items={details.portals} links={links} />
        </AboutSection>
      ) : null}
      {categories.length > 0 ? (
        <AboutSection title="Categories">
          <ul className="about-panel__categories">
            {categories.map((category) => (
              <li key={category}>{category}</li>
            ))}
          </ul>
        </AboutSection>
      ) : null}
    </div>
  )
}
