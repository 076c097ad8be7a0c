import { useEffect, useRef } from 'react'
import type { OutlineEntry } from '@shared/domain/snapshot'
import './ContentsList.css'

interface ContentsListProps {
  readonly outline: readonly OutlineEntry[]
  /** Index of the section being read; -1 before the first. */
  readonly current: number
  readonly onChoose: (entry: OutlineEntry) => void
}

/** The article's headings; the current one bold, those already read darker. */
export function ContentsList({ outline, current, onChoose }: ContentsListProps) {
  const list = useRef<HTMLElement>(null)
  useEffect(() => list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'center' }), [])
  const top = Math.min(...outline.map((entry) => entry.level))
  return (
    <nav ref={list} className="contents-list" aria-label="Contents">
      {outline.length === 0 ? <p className="contents-list__entry">This article has no headings.</p> : null}
      {outline.map((entry, index) => (
        <button
          key={entry.start}
          type="button"
          className="contents-list__entry"
          data-read={index < current}
          aria-current={index === current ? 'location' : undefined}
          style={{ paddingInlineStart: 12 + 14 * Math.min(entry.level - top, 3) }}
          onClick={() => onChoose(entry)}
        >
          {entry.text}
        </button>
      ))}
    </nav>
  )
}
