/** How a piece of a citation is set. */
export type RunMark = 'italic' | 'bold' | 'small-caps' | 'underline' | 'superscript' | 'subscript'

/** A piece of a written-out citation. */
export interface Run {
  readonly text: string
  /** In the order that they were put on. */
  readonly marks: readonly RunMark[]
}

const SUPERSCRIPTS: Readonly<Record<string, string>> = { 0: '⁰', 1: '¹', 2: '²', 3: '³', 4: '⁴', 5: '⁵', 6: '⁶', 7: '⁷', 8: '⁸', 9: '⁹' } // prettier-ignore

/** The words alone. Raised numbers stay raised, so that they do not run into what stands before. */
export function plainRuns(runs: readonly Run[]): string {
  return runs
    .map(({ text, marks }) =>
      marks.includes('superscript') ? text.replace(/\d/gu, (digit) => SUPERSCRIPTS[digit] ?? digit) : text,
    )
    .join('')
}
