import { randomUUID } from 'node:crypto'
import type { Handlers } from '@shared/contract'
import { LecternError } from '@shared/contract/errors'
import { MAX_IMAGE_BYTES } from '@shared/contract/notes'
import { NoteId } from '@shared/domain/ids'
import type { Emit } from '../events'
import type { AssetFiles } from '../files/asset-files'
import { rasterType } from '../files/raster-type'
import { conflict, missing } from '../note-errors'
import { checkRestored } from '../restored'
import type { NoteStore } from './note-store'
import { suggestLinks } from './suggest-links'

export interface NoteDeps {
  readonly store: NoteStore
  readonly assets: Pick<AssetFiles, 'put'>
  readonly emit: Emit
  /** Milliseconds since the epoch. */
  readonly now: () => number
}

/** Answers the contract's `notes`. */
export function noteHandlers({ store, assets, emit, now }: NoteDeps): Handlers['notes'] {
  const changed = (ids: NoteId[]) => {
    if (ids.length > 0) emit({ name: 'notes.changed', ids })
  }
  const get = (id: NoteId) => {
    const note = store.get(id)
    if (note === undefined) throw missing('This note')
    return note
  }

  return {
    list: (query) => store.list(query),
    get: ({ id }) => get(id),
    create: ({ topicId, body }) => {
      const id = NoteId.parse(randomUUID())
      if (!store.insert(id, topicId, body, now())) throw missing('The topic of this note')
      changed([id])
      return get(id)
    },
    save: ({ id, baseRevision, body }) => {
      const saved = store.save(id, baseRevision, body, now())
      if (saved.kind === 'missing') throw missing('This note')
      if (saved.kind === 'conflict') throw conflict(saved)
      if (saved.changed) changed([id])
      return { revision: saved.revision, updatedAt: saved.updatedAt }
    },
    update: ({ ids, change }) => {
      if (!store.update(ids, change)) throw missing('One of these notes, or the topic,')
      changed(ids)
    },
    remove: ({ ids }) => changed(store.remove(ids, now())),
    restore: ({ ids }) => {
      changed(store.restore(ids))
      checkRestored({ one: 'note', many: 'notes', wanted: new Set(ids).size, there: store.countThere(ids) })
    },
    deleteForGood: ({ ids }) => changed(store.deleteRemoved(ids, now())),
    backlinks: ({ target }) => store.backlinks(target),
    titles: ({ targets }) => store.titles(targets),
    suggest: ({ text, limit }) => suggestLinks(store.linkable(), text, limit),
    addImage: async ({ bytes }) => {
      if (bytes.byteLength > MAX_IMAGE_BYTES) throw tooLarge()
      if (rasterType(bytes) === null) throw notAPicture()
      return { asset: await assets.put(bytes) }
    },
  }
}

function tooLarge(): LecternError {
  return new LecternError(
    'too-large',
    'This picture is larger than 32 MB and was not put into the note. Make it smaller and try again.',
  )
}

function notAPicture(): LecternError {
  return new LecternError(
    'unsupported-format',
    'This is not a picture that a note can show: PNG, JPEG, GIF, WebP, AVIF or BMP. It was not put into the note.',
  )
}
