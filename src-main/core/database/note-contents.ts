import type { NoteDocument } from '@shared/domain/note-document'
import { noteParts } from '@shared/text/note-parts'
import type { Database } from './database'
import { createTagSpelling } from './tag-spelling'

/** Where the tags of one sort of note stand. */
export interface TagTable {
  readonly tags: 'annotation_tags' | 'note_tags'
  /** The column that names the annotation or note. */
  readonly key: 'annotation_id' | 'note_id'
}

/**
 * Makes the function that keeps what a note's text holds beside the note, in its caller's transaction: links, for
 * backlinks; pictures, so that no sweep takes them; tags. A `#tag` that is new in the text is given to the note, one that
 * is gone from the text is taken from it; a tag that was there before and after stays as a person has left it.
 */
export function createNoteContents(
  db: Database,
  { tags, key }: TagTable,
): (id: string, before: NoteDocument | null, after: NoteDocument | null) => void {
  const spell = createTagSpelling(db)
  const clearLinks = db.prepare('DELETE FROM note_links WHERE source_id = ?')
  const addLink = db.prepare('INSERT INTO note_links (source_id, target_kind, target_id) VALUES (?, ?, ?)')
  const addAsset = db.prepare('INSERT OR IGNORE INTO note_assets (source_id, asset_id) VALUES (?, ?)')
  const addTag = db.prepare(`INSERT OR IGNORE INTO ${tags} (${key}, tag) VALUES (?, ?)`)
  const removeTag = db.prepare(`DELETE FROM ${tags} WHERE ${key} = ? AND tag = ?`)
  const ownTags = db.prepare(`SELECT tag FROM ${tags} WHERE ${key} = ?`).pluck()

  return (id, before, after) => {
    const old = noteParts(before)
    const now = noteParts(after)
    clearLinks.run(id)
    for (const { kind, id: target } of now.links) addLink.run(id, kind, target)
    for (const asset of now.assets) addAsset.run(id, asset)

    const oldTags = new Set(old.tags.map((tag) => tag.toLowerCase()))
    const nowTags = new Set(now.tags.map((tag) => tag.toLowerCase()))
    const added = now.tags.filter((tag) => !oldTags.has(tag.toLowerCase()))
    const gone = new Set([...oldTags].filter((tag) => !nowTags.has(tag)))
    if (gone.size > 0)
      for (const tag of ownTags.all(id)) if (gone.has(String(tag).toLowerCase())) removeTag.run(id, tag)
    if (added.length === 0) return
    const own = new Set(ownTags.all(id).map((tag) => String(tag).toLowerCase()))
    for (const tag of spell(added)) if (!own.has(tag.toLowerCase())) addTag.run(id, tag)
  }
}
