import { z } from 'zod'
import type { TagChange, TagInUse } from '@shared/contract/tags'
import { HighlightColour } from '@shared/domain/colour'
import { AnnotationId, NoteId, TagChangeId } from '@shared/domain/ids'
import { Tag } from '@shared/domain/tag'
import { EpochMs } from '@shared/domain/time'
import { isTagUnder } from '@shared/text/clean-tag'
import type { Database } from '../database/database'
import { createUsedTags, spellLike } from '../database/tag-spelling'
import { createMentions } from './mention-store'
import { itemsOf, TagRecord, type Renaming } from './tag-change'
import { createTagList } from './tag-list-store'
import { createTagRows } from './tag-row-store'

/** The parts of the search index that hold tags; called within the transaction that changes them. */
export interface TagIndexing {
  annotations(ids: readonly AnnotationId[]): void
  notes(ids: readonly NoteId[]): void
}

export type TagStore = ReturnType<typeof createTagStore>

const StoredRecord = z
  .string()
  .transform((text): unknown => JSON.parse(text))
  .pipe(TagRecord)
const ChangeRow = z.object({ id: TagChangeId, tag: Tag, changedAt: EpochMs, record: StoredRecord })

/** Tags as things of their own: what they are called, their colours, and what was done to them. */
export function createTagStore(db: Database, indexing: TagIndexing) {
  const used = createUsedTags(db)
  const list: () => TagInUse[] = createTagList(db)
  const rows = createTagRows(db)
  const mentions = createMentions(db)
  const colour = db.prepare('SELECT colour FROM tag_colours WHERE tag = ?').pluck()
  const coloured = db.prepare('SELECT tag FROM tag_colours').pluck()
  const colourless = db.prepare('DELETE FROM tag_colours WHERE tag = ?')
  const paint = db.prepare('INSERT OR REPLACE INTO tag_colours (tag, colour) VALUES (?, ?)')
  const insert = db.prepare(`
    INSERT INTO tag_changes (id, kind, tag, renamed_to, changed_at, record)
    VALUES (@id, @kind, @tag, @to, @now, @record)`)
  const change = db.prepare('SELECT id, tag, changed_at AS changedAt, record FROM tag_changes WHERE id = ?')
  const removals = db.prepare(`
    SELECT id, tag, changed_at AS changedAt, record FROM tag_changes WHERE kind = 'remove'
    ORDER BY changed_at DESC, rowid DESC`)
  const forget = db.prepare('DELETE FROM tag_changes WHERE id = ?')
  const purge = db.prepare('DELETE FROM tag_changes WHERE changed_at < ?')

  const colourOf = (tag: Tag) => HighlightColour.optional().parse(colour.get(tag)) ?? null
  const setColour = (tag: Tag, to: HighlightColour | null) =>
    void (to === null ? colourless.run(tag) : paint.run(tag, to))

  function reindex({ rows: changed, bodies }: TagRecord): void {
    const ids = (carrier: string) => [
      ...new Set([...changed, ...bodies].filter((each) => each.carrier === carrier).map(({ id }) => id)),
    ]
    indexing.annotations(z.array(AnnotationId).parse(ids('annotation')))
    indexing.notes(z.array(NoteId).parse(ids('note')))
  }

  /** Moves colours with their tags; a tag that has one already keeps it. Answers the colours before. */
  function recolour(renaming: Renaming): TagRecord['colours'] {
    const touched = [...new Set([...renaming].flatMap(([tag, to]) => (to === null ? [tag] : [tag, to])))]
    const before = touched.map((tag) => ({ tag, colour: colourOf(tag) }))
    const known = new Map(before.map((each) => [each.tag, each.colour]))
    for (const tag of renaming.keys()) setColour(tag, null)
    for (const [tag, to] of renaming) {
      const carried = known.get(tag) ?? null
      if (to !== null && carried !== null && colourOf(to) === null) setColour(to, carried)
    }
    return before
  }

  function perform(id: TagChangeId, tag: Tag, to: Tag | null, renaming: Renaming, now: EpochMs): TagChange {
    const changed = rows.rename(renaming)
    const record: TagRecord = {
      rows: changed,
      bodies: mentions.rename(changed, renaming),
      colours: recolour(renaming),
    }
    const kind = to === null ? 'remove' : 'rename'
    insert.run({ id, kind, tag, to, now, record: JSON.stringify(record) })
    reindex(record)
    return { id, items: itemsOf(record) }
  }

  /** A tag and those nested in it: carried ones, and those that only have a colour. */
  function familyOf(tag: Tag): Tag[] {
    const known = [...new Set([...used(), ...z.array(Tag).parse(coloured.all())])]
    return known.filter((each) => isTagUnder(each, tag))
  }

  return {
    list,
    setColour: (tag: Tag, to: HighlightColour | null): void =>
      db.transaction(() => setColour(spellLike(used(), [tag])[0] ?? tag, to)).immediate(),

    /** Renames a tag with those nested in it, in Trash too; undefined when there is no such tag. */
    rename: (id: TagChangeId, tag: Tag, to: Tag, now: EpochMs): TagChange | undefined =>
      db
        .transaction(() => {
          const family = familyOf(tag)
          if (family.length === 0) return undefined
          const others = used().filter((each) => !family.includes(each))
          const renaming = new Map(
            family.map((each) => [each, spellLike(others, [to + each.slice(tag.length)])[0] ?? to] as const),
          )
          const moved = new Map([...renaming].filter(([from, into]) => from !== into))
          return perform(id, tag, to, moved, now)
        })
        .immediate(),

    /** Takes a tag and those nested in it away from everything; undefined when there is no such tag. */
    remove: (id: TagChangeId, tag: Tag, now: EpochMs): TagChange | undefined =>
      db
        .transaction(() => {
          const family = familyOf(tag)
          if (family.length === 0) return undefined
          return perform(id, tag, null, new Map(family.map((each) => [each, null])), now)
        })
        .immediate(),

    /** Takes a change back; answers false when it is not known, or not any more. */
    undo: (id: TagChangeId): boolean =>
      db
        .transaction(() => {
          const found = change.get(id)
          if (found === undefined) return false
          const { record } = ChangeRow.parse(found)
          rows.putBack(record.rows)
          mentions.putBack(record.bodies)
          for (const each of record.colours) setColour(each.tag, each.colour)
          forget.run(id)
          reindex(record)
          return true
        })
        .immediate(),

    /** Removals that can be undone, latest first. */
    removed: () =>
      z
        .array(ChangeRow)
        .parse(removals.all())
        .map(({ id, tag, changedAt, record }) => ({ id, tag, removedAt: changedAt, items: itemsOf(record) })),
    /** Makes changes final. */
    forget: (ids: readonly TagChangeId[]): void =>
      db.transaction(() => ids.forEach((id) => forget.run(id))).immediate(),
    /** Forgets what was changed before a moment. */
    purgeChanges: (before: EpochMs): void => void purge.run(before),
  }
}
