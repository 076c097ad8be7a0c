import type { Tokens } from './tokens'

/** Finds where words stand in a text. */
export interface Places {
  /** Every place where a word stands, ascending. */
  of(id: number): Int32Array
  /** Every place where a stretch of words stands, ascending. */
  stretch(ids: Int32Array): number[]
}

/** Indexes a text's words once, in linear time. */
export function createPlaces({ ids }: Tokens): Places {
  const highest = ids.reduce((most, id) => Math.max(most, id), -1)
  const ends = new Int32Array(highest + 2)
  for (const id of ids) ends[id + 1] = (ends[id + 1] ?? 0) + 1
  for (let id = 1; id < ends.length; id += 1) ends[id] = (ends[id] ?? 0) + (ends[id - 1] ?? 0)
  const places = new Int32Array(ids.length)
  const next = ends.slice()
  ids.forEach((id, at) => {
    const slot = next[id] ?? 0
    places[slot] = at
    next[id] = slot + 1
  })
  const of = (id: number): Int32Array => (id > highest ? new Int32Array() : places.subarray(ends[id], ends[id + 1]))

  return {
    of,
    stretch: (wanted) => {
      let rarest = 0
      wanted.forEach((id, at) => {
        if (of(id).length < of(wanted[rarest] ?? 0).length) rarest = at
      })
      const found: number[] = []
      for (const place of of(wanted[rarest] ?? 0)) {
        const start = place - rarest
        if (start >= 0 && start + wanted.length <= ids.length && wanted.every((id, at) => ids[start + at] === id)) {
          found.push(start)
        }
      }
      return found
    },
  }
}
