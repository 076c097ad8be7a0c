/** A piece of a written-out citation. */
export interface Run {
  readonly text: string
  readonly italic?: true
}

/** What is written in italics: titles of whole works. */
export function italic(text: string): Run {
  return { text, italic: true }
}

/** Runs and plain words in one line; nothing for what is missing. */
export function runs(...parts: readonly (Run | string | null)[]): Run[] {
  return parts.flatMap((part) =>
    part === null || part === '' ? [] : [typeof part === 'string' ? { text: part } : part],
  )
}

/** Parts with something between them; a part that ends in a mark needs no full stop besides. */
export function sentences(parts: readonly (readonly Run[])[]): Run[] {
  const said = parts.filter((part) => part.some(({ text }) => text !== ''))
  return said.flatMap((part, at) => {
    const last = part.at(-1)?.text ?? ''
    const end = /[.?!…。？！]["”’»)]*$/u.test(last) ? '' : '.'
    return [...part, ...runs(`${end}${at < said.length - 1 ? ' ' : ''}`)]
  })
}

export function plainRuns(all: readonly Run[]): string {
  return all.map(({ text }) => text).join('')
}
