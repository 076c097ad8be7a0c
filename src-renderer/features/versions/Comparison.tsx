import { ArrowDown, ArrowUp } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { ComparedPart } from '@shared/contract/snapshots'
import type { Article } from '@shared/domain/article'
import type { SnapshotId } from '@shared/domain/ids'
import { useComparison } from '../../client/snapshots'
import { counted } from '../../ui/words/article-words'
import { EmptyState } from '../../ui/layout/EmptyState'
import { IconButton } from '../../ui/controls/IconButton'
import './Comparison.css'
import { Unchanged } from './Unchanged'

type Change = Extract<ComparedPart, { runs: unknown }>

const NAMES: Readonly<Record<Change['kind'], string>> = { added: 'Added', removed: 'Removed', changed: 'Changed' }

/** What changed from an earlier version to the newest, in the order of the article; what did not is folded. */
export function Comparison({ article, from }: { readonly article: Article; readonly from: SnapshotId }) {
  const { data: parts, error } = useComparison(from, article.snapshotId)
  const list = useRef<HTMLOListElement>(null)
  const [current, setCurrent] = useState(-1)
  const scroller = useRef<HTMLDivElement>(null)
  const changes = (parts ?? []).filter((part) => part.kind !== 'unchanged')

  // Its keys work at once.
  useEffect(() => scroller.current?.focus({ preventScroll: true }), [parts])

  const step = (by: 1 | -1) => {
    const all = [...(list.current?.querySelectorAll<HTMLElement>('[data-change]') ?? [])]
    const next = Math.max(0, Math.min(all.length - 1, current + by))
    all[next]?.focus({ preventScroll: true })
    all[next]?.scrollIntoView({ block: 'center' })
    setCurrent(next)
  }
  const count = (kind: Change['kind']) => changes.filter((change) => change.kind === kind).length

  if (error) return <EmptyState title="The versions could not be compared">{error.message}</EmptyState>
  if (!parts)
    return (
      <p className="comparison__counts" role="status">
        Comparing…
      </p>
    )
  if (changes.length === 0) {
    return (
      <EmptyState title="The words are the same">
        Citation marks, quotes, dashes and white space may differ; pictures and layout too.
      </EmptyState>
    )
  }
  const kinds = (['added', 'removed', 'changed'] as const)
    .filter((kind) => count(kind) > 0)
    .map((kind) => `${count(kind)} ${kind}`)
  let number = -1
  return (
    <div
      className="comparison"
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return
        if (event.key === 'j' || event.key === 'n') step(1)
        else if (event.key === 'k' || event.key === 'p') step(-1)
        else return
        event.preventDefault()
      }}
    >
      <div className="comparison__bar">
        <p className="comparison__counts num" role="status">
          {counted(changes.length, 'change')}: {kinds.join(', ')}
        </p>
        <IconButton label="Previous change" keys="K" icon={<ArrowUp aria-hidden />} onPress={() => step(-1)} />
        <IconButton label="Next change" keys="J" icon={<ArrowDown aria-hidden />} onPress={() => step(1)} />
      </div>
      <div ref={scroller} className="comparison__scroll" role="group" aria-label="Changes" tabIndex={0}>
        <ol ref={list} className="comparison__parts" lang={article.language ?? undefined} dir={article.direction}>
          {parts.map((part, index) => {
            if (part.kind === 'unchanged') {
              return <Unchanged key={index} part={part} snapshotId={article.snapshotId} />
            }
            number += 1
            const own = number
            return (
              <li
                key={index}
                className="comparison__change"
                data-change={part.kind}
                tabIndex={-1}
                aria-current={own === current ? 'true' : undefined}
                onFocus={() => setCurrent(own)}
              >
                <span className="comparison__kind">{NAMES[part.kind]}</span>
                <p>
                  {part.runs.map((run, at) =>
                    run.kind === 'same' ? (
                      <span key={at}>{run.text}</span>
                    ) : run.kind === 'added' ? (
                      <ins key={at}>{run.text}</ins>
                    ) : (
                      <del key={at}>{run.text}</del>
                    ),
                  )}
                </p>
              </li>
            )
          })}
        </ol>
      </div>
    </div>
  )
}
