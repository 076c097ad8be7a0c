/** A text whose every UTF-16 unit knows where in the text of before it comes from; -1 for what is new, and for copies. */
export interface Traced {
  readonly text: string
  readonly origin: Int32Array
}

export function traced(text: string, from: number): Traced {
  return { text, origin: Int32Array.from({ length: text.length }, (_, at) => from + at) }
}

/** Text that comes from nowhere. */
export function fresh(text: string): Traced {
  return { text, origin: new Int32Array(text.length).fill(-1) }
}

export function cut({ text, origin }: Traced, start: number, end = text.length): Traced {
  return { text: text.slice(start, end), origin: origin.slice(start, end) }
}

export function join(parts: readonly Traced[]): Traced {
  const text = parts.map((part) => part.text).join('')
  const origin = new Int32Array(text.length)
  let at = 0
  for (const part of parts) {
    origin.set(part.origin, at)
    at += part.text.length
  }
  return { text, origin }
}

/** Puts other words in the place of some. */
export function replace(whole: Traced, start: number, end: number, words: string): Traced {
  return join([cut(whole, 0, start), fresh(words), cut(whole, end)])
}
