import type { MigrationProblem } from '@shared/contract/migrating'
import { counted } from '../../ui/words/article-words'

/** What cannot be read, line by line. */
export function ProblemList({ problems, count }: { problems: readonly MigrationProblem[]; count: number }) {
  if (count === 0) return null
  return (
    <details className="migrate-dialog__problems">
      <summary>{counted(count, 'entry', 'entries')} cannot be read</summary>
      <ul>
        {problems.map(({ file, line, message }, at) => (
          <li key={at}>
            <span>
              {file}
              {line === null ? '' : `, ${line}`}
            </span>{' '}
            {message}
          </li>
        ))}
      </ul>
    </details>
  )
}
