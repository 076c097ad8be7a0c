/** A margin note to be placed: where its passage is, and how tall it is, in pixels. */
export interface NoteBox {
  readonly id: string
  /** Top of the passage's first line. */
  readonly passage: number
  readonly height: number
}

/** Least space between two notes, in pixels. */
export const NOTE_GAP = 8

/**
 * Places margin notes beside their passages without overlaps, in the order given (that of the document): each at its
 * passage, or under the note before it. The active note takes its exact place and pushes its neighbours up and down.
 * @param lowest the least top a note may have; only notes pushed up by the active one may pass it
 * @returns the top of each note, in pixels, by id
 */
export function layoutNotes(notes: readonly NoteBox[], activeId: string | null, lowest: number): Map<string, number> {
  const tops = new Map<string, number>()
  let bottom = lowest - NOTE_GAP
  for (const note of notes) {
    const passage = Math.max(note.passage, lowest)
    const top = note.id === activeId ? passage : Math.max(passage, bottom + NOTE_GAP)
    tops.set(note.id, top)
    bottom = top + note.height
  }
  const active = notes.findIndex((note) => note.id === activeId)
  let ceiling = tops.get(notes[active]?.id ?? '') ?? 0
  for (let index = active - 1; index >= 0; index -= 1) {
    const note = notes[index]
    if (note === undefined) break
    const top = Math.min(tops.get(note.id) ?? 0, ceiling - NOTE_GAP - note.height)
    tops.set(note.id, top)
    ceiling = top
  }
  return tops
}
