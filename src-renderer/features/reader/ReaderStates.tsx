import type { ReactNode } from 'react'
import './ReaderStates.css'

/** Bars in place of text; they show only when it takes longer than 150 ms. */
export function ReaderSkeleton() {
  return (
    <div className="reader-skeleton" aria-hidden>
      {Array.from({ length: 12 }, (_, index) => (
        <i key={index} />
      ))}
    </div>
  )
}

interface ReaderProblemProps {
  readonly title: string
  readonly text: string
  readonly children: ReactNode
}

/** Why there is nothing to read here, and what can be done. */
export function ReaderProblem({ title, text, children }: ReaderProblemProps) {
  return (
    <div className="reader-problem" role="alert">
      <h2>{title}</h2>
      <p>{text}</p>
      <div className="reader-problem__actions">{children}</div>
    </div>
  )
}
