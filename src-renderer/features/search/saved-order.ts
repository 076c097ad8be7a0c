/** Where an item of a list goes by one step: before which other it is put (null: at the end), and before which it was. */
export function placeAfterStep<Id>(
  ids: readonly Id[],
  id: Id,
  by: 1 | -1,
): { before: Id | null; was: Id | null } | null {
  const at = ids.indexOf(id)
  const to = at + by
  if (at === -1 || to < 0 || to >= ids.length) return null
  return { before: ids[by === 1 ? to + 1 : to] ?? null, was: ids[at + 1] ?? null }
}
