import type { Migration } from '@shared/contract/migrating'
import { counted } from '../../ui/words/article-words'
import { FetchArticles } from './FetchArticles'

/** How far bringing in is, then what became of it. */
export function ResultView({ migration, onFetch }: { migration: Migration; onFetch: () => void }) {
  const { state, done, total, result } = migration
  const { added, extended, unchanged, placed, orphaned, waiting, notes, failed } = result
  const lines = [
    (added > 0 || extended + unchanged === 0) && `${counted(added, 'article')} added`,
    extended > 0 && `${counted(extended, 'article')} given something new`,
    unchanged > 0 && `${counted(unchanged, 'article')} unchanged`,
    placed > 0 && `${counted(placed, 'highlight')} on ${placed === 1 ? 'its' : 'their'} words`,
    waiting > 0 && `${counted(waiting, 'highlight')} of articles whose text is not here`,
    orphaned > 0 && `${counted(orphaned, 'highlight')} not found in the text; words and notes are kept`,
    notes > 0 && counted(notes, 'note'),
    failed > 0 && `${counted(failed, 'article')} failed; the report says why`,
  ].filter((line) => line !== false)
  return (
    <>
      {state === 'running' ? (
        <div className="migrate-dialog__progress">
          <progress aria-label="Bringing in" max={Math.max(1, total)} value={done} />
          <span className="num">
            {done.toLocaleString('en-GB')} of {total.toLocaleString('en-GB')}
          </span>
        </div>
      ) : (
        <p>{state === 'stopped' ? 'Stopped. What came stays; bring the files in again to go on.' : 'All is in.'}</p>
      )}
      <ul className="migrate-dialog__result" role="status">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {state !== 'running' && <FetchArticles onFetch={onFetch} />}
    </>
  )
}
