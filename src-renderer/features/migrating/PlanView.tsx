import type { MigratedState, MigrationPlan } from '@shared/contract/migrating'
import { counted } from '../../ui/words/article-words'
import { ProblemList } from './ProblemList'

const STATES: Record<MigratedState, string> = {
  'with-text': 'with its text',
  'by-address': 'by its address',
  'quotes-only': 'highlights only',
  known: 'in your library',
  'in-trash': 'in Trash, stays there',
}

/** What chosen files would bring. */
export function PlanView({ plan }: { plan: MigrationPlan }) {
  const { articles, files, problems } = plan
  const { counts } = plan
  const total = Object.values(counts.articles).reduce((sum, count) => sum + count, 0)
  if (files.length === 0) {
    return (
      <>
        <p>Nothing in these files is of a reader that Lectern knows.</p>
        <ProblemList problems={problems} count={counts.problems} />
      </>
    )
  }
  return (
    <>
      <p className="migrate-dialog__from">{[...new Set(files.map(({ tool }) => tool))].join(', ')}</p>
      <dl className="migrate-dialog__counts">
        {(
          [
            ['Articles with their text', counts.articles['with-text']],
            ['Articles known by address', counts.articles['by-address']],
            ['Books and the like', counts.articles['quotes-only']],
            ['In your library already', counts.articles.known + counts.articles['in-trash']],
            ['Highlights', counts.highlights],
            ['Notes', counts.notes],
            ['Tags', counts.tags],
            ['Highlights you have', counts.knownHighlights],
          ] as const
        ).map(([label, count]) => (
          <div key={label} data-none={count === 0}>
            <dt>{label}</dt>
            <dd className="num">{count.toLocaleString('en-GB')}</dd>
          </div>
        ))}
      </dl>
      <div className="migrate-dialog__table">
        <table>
          <thead>
            <tr>
              <th scope="col">Article</th>
              <th scope="col">Comes</th>
              <th scope="col" className="num">
                Highlights
              </th>
            </tr>
          </thead>
          <tbody>
            {articles.map(({ title, url, state, highlights }, at) => (
              <tr key={`${at} ${url ?? title}`}>
                <td title={url ?? undefined}>{title}</td>
                <td>{STATES[state]}</td>
                <td className="num">{highlights === 0 ? '' : highlights}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {total > articles.length && <p>and {counted(total - articles.length, 'more article')}</p>}
      <ProblemList problems={problems} count={counts.problems} />
    </>
  )
}
