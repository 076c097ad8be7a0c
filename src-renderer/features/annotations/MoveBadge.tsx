import type { Move } from '@shared/domain/annotation'
import './MoveBadge.css'

interface MoveBadgeProps {
  readonly move: Move
  /** The words now. */
  readonly exact: string
}

/** Says quietly that a highlight moved to a newer version; of one whose words were edited, the words before and now. */
export function MoveBadge({ move, exact }: MoveBadgeProps) {
  if (move.previousExact === null) return <p className="move-badge">Moved to the new version</p>
  return (
    <details className="move-badge" onClick={(event) => event.stopPropagation()}>
      <summary>Moved to the new version; its words changed</summary>
      <dl className="move-badge__words">
        <dt>Before</dt>
        <dd>
          <del>{move.previousExact}</del>
        </dd>
        <dt>Now</dt>
        <dd>{exact}</dd>
      </dl>
    </details>
  )
}
