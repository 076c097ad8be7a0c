import type { SnapshotEntry } from '@shared/contract/snapshots'
import type { Article } from '@shared/domain/article'
import { useVersions } from '../../../client/snapshots'
import { counted } from '../../../ui/words/article-words'
import { openDialog } from '../../../ui/dialogs/dialogs'
import { AboutSection } from './AboutSection'
import './Versions.css'

const WAYS: Readonly<Record<SnapshotEntry['provenance']['via'], string>> = {
  file: 'from a file',
  web: 'from the web',
  paste: 'pasted',
  sample: 'comes with Lectern',
}

/** Every version of an article, newest first. Nothing while there is only one. */
export function Versions({ article }: { readonly article: Article }) {
  const { data: versions } = useVersions(article.id)
  if (!versions || versions.length < 2) return null
  const open = (snapshotId: SnapshotEntry['id'], show: 'page' | 'changes') =>
    openDialog({ name: 'version', articleId: article.id, snapshotId, at: null, show })
  return (
    <AboutSection title="Versions" count={versions.length}>
      <ol className="versions-list">
        {versions.map(({ id, createdAt, provenance, isCurrent, highlights }) => (
          <li key={id} className="versions-list__one">
            <span className="versions-list__when">
              {new Date(createdAt).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' })}
            </span>
            <span className="versions-list__how">
              {WAYS[provenance.via]}
              {highlights > 0 ? `, ${counted(highlights, 'highlight')}` : ''}
            </span>
            {isCurrent ? (
              <span className="versions-list__now">The newest</span>
            ) : (
              <span className="versions-list__actions">
                <button type="button" className="versions-list__action" onClick={() => open(id, 'page')}>
                  Open
                </button>
                <button type="button" className="versions-list__action" onClick={() => open(id, 'changes')}>
                  Compare
                </button>
              </span>
            )}
          </li>
        ))}
      </ol>
    </AboutSection>
  )
}
