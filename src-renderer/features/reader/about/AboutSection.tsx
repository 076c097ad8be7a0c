import type { ReactNode } from 'react'

/** A part of the About panel under its heading. */
export function AboutSection({ title, count, children }: { title: string; count?: number; children: ReactNode }) {
  return (
    <section className="about-panel__section">
      <h2>
        {title}
        {count === undefined ? null : <span className="num">{count}</span>}
      </h2>
      {children}
    </section>
  )
}
