import type { Excerpt } from '@shared/contract/search'
import './Marked.css'

/** Text with the words that were found marked. */
export function Marked({ excerpt }: { excerpt: Excerpt }) {
  const { text, marks } = excerpt
  const parts = marks.flatMap(([start, end], index) => [
    text.slice(index === 0 ? 0 : marks[index - 1]?.[1], start),
    <mark key={start} className="marked">
      {text.slice(start, end)}
    </mark>,
  ])
  return (
    <>
      {parts}
      {text.slice(marks.at(-1)?.[1] ?? 0)}
    </>
  )
}
