import { createHash } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { SyncedFile } from '@shared/contract/sync'
import type { AssetId } from '@shared/domain/ids'
import type { DocumentState } from '../export-store'
import {
  mergeFile,
  newFile,
  type BaseFile,
  type MergedFile,
  type MergeFormat,
  type OurFile,
} from '../merging/merge-file'
import type { createAttachments } from './attachments'
import { findFiles, type KnownIds, type Place } from './find-files'
import { createPathPlan } from './plan-paths'
import { readText } from './read-text'
import { hashOf, syncFolder, writeSafely } from './safe-write'
import { breathe, someAtATime } from './some-at-a-time'
import { skipped, summary } from './summary'
import type { KnownFile, SyncStore } from './sync-store'
import type { Vault } from './vault'
import { statOf } from './vault'
import type { createDocumentWriter, Paths } from './write-document'

export interface SyncRunDeps {
  readonly store: SyncStore
  readonly vault: Vault
  /** Null for a dry run in a folder that was never written to. */
  readonly folderId: number | null
  readonly writer: ReturnType<typeof createDocumentWriter>
  readonly attachments: ReturnType<typeof createAttachments>
  readonly documents: readonly DocumentState[]
  /** Where new files go, such as `pages/`; empty for the folder itself. */
  readonly prefix: string
  /** What else decides how a file looks: templates, flavour, names of colours. */
  readonly look: string
  readonly ids: KnownIds
  readonly dryRun: boolean
  /** Whether what was deleted in the folder is written again. */
  readonly restore: boolean
  /** The documents to write; null for all, and then files of documents that are no longer there go. */
  readonly only: ReadonlySet<string> | null
  /** Says that the run goes on; throws when it must not. */
  readonly beat: () => void
}

/** What a run found and did. */
export interface SyncOutcome {
  readonly files: readonly SyncedFile[]
  readonly unchanged: number
  /** Whether every file that was there before has gone. */
  readonly allGone: boolean
}

/** Files that are written between two entries in the database. */
const BATCH = 50
/** How often a file that is being edited is read anew before it is left for the next run. */
const TRIES = 3

interface Ready {
  readonly document: DocumentState
  readonly path: string
  readonly state: string
  readonly images: readonly AssetId[]
  readonly ours: OurFile
  readonly base: BaseFile | null
  merged: MergedFile
  /** How the file looked when it was read; null when there is none. */
  before: string | null
}

/** Brings the files of a folder up to what the library has now. */
export async function runSync(deps: SyncRunDeps): Promise<SyncOutcome> {
  const { store, vault, folderId, writer, attachments, documents, dryRun, restore } = deps
  const format: MergeFormat = { syntax: writer.flavour.syntax, marks: writer.flavour.marks, restore }
  const rows = folderId === null ? [] : store.files(folderId)
  const known = new Map(rows.map((row) => [row.documentId, row]))
  const places = await findFiles(
    vault,
    rows,
    documents.map(({ id }) => id),
    deps.ids,
  )
  const files: SyncedFile[] = []
  let unchanged = 0
  if (rows.length > 1 && !restore && rows.every(({ documentId }) => places.get(documentId)?.kind !== 'here')) {
    return { files, unchanged, allGone: true }
  }
  const paths = await planPaths(deps, places)
  let batch: Ready[] = []
  let seen: (KnownFile & { base: BaseFile })[] = []

  const flush = async (): Promise<void> => {
    deps.beat()
    if (folderId !== null && !dryRun) files.push(...(await writeBatch(deps, folderId, format, batch)))
    else files.push(...batch.map((one) => summary(one.document, one.path, one.before === null, one.merged)))
    if (folderId !== null && !dryRun) {
      store.done(folderId, seen.map((one) => ({ ...one, base: { front: [...one.base.front], blocks: [...one.base.blocks] } })), []) // prettier-ignore
    }
    batch = []
    seen = []
  }

  for (const document of documents) {
    if (deps.only?.has(document.id) === false) continue
    const row = known.get(document.id)
    const place = places.get(document.id) ?? { kind: 'gone' }
    const path = paths.documents.get(document.id)?.path
    if (place.kind === 'released') {
      files.push(skipped(document, place.path, 'It no longer says whose it is (lectern-id), so it was left alone.'))
      continue
    }
    if (path === undefined) {
      unchanged += 1
      continue
    }
    const state = stateOf(document, deps.look, paths)
    if (place.kind === 'here' && row?.state === state && row.stat === place.stat && !restore) {
      unchanged += 1
      if (row.path !== place.path && folderId !== null && !dryRun)
        store.seen(folderId, document.id, place.path, place.stat)
      continue
    }
    const written = writer.write(document, path, paths)
    if (written === null) continue
    const { file: ours, images } = written
    const base = row === undefined || folderId === null ? null : store.base(folderId, document.id)
    if (place.kind === 'gone') {
      batch.push({ document, path, state, images, ours, base: null, merged: newFile(ours, format), before: null })
    } else {
      const read = await readText(join(vault.root, path))
      if (read.kind !== 'text') {
        const why =
          read.kind === 'refused' ? read.message : 'It was moved or deleted just now; the next sync takes it up.'
        files.push(skipped(document, path, why))
        continue
      }
      const merged = mergeFile(base, ours, read.text, format)
      if (merged.text === read.text) {
        unchanged += 1
        seen.push({ documentId: document.id, path, state, stat: read.stat, base: merged.base })
      } else batch.push({ document, path, state, images, ours, base, merged, before: read.stat })
    }
    if (batch.length + seen.length >= BATCH) await flush()
    // A first run writes thousands of files.
    await breathe()
  }
  await flush()
  if (deps.only === null) files.push(...(await removeOld(deps, format, rows, places)))
  return { files, unchanged, allGone: false }

  async function planPaths({ prefix }: SyncRunDeps, found: ReadonlyMap<string, Place>): Promise<Paths> {
    const plan = createPathPlan(vault.all)
    const all = new Map<string, { path: string; title: string }>()
    const without: DocumentState[] = []
    for (const document of documents) {
      const place = found.get(document.id) ?? { kind: 'gone' }
      if (place.kind === 'here') all.set(document.id, { path: place.path, title: document.title })
      else if (place.kind === 'gone' && deps.only?.has(document.id) !== false) without.push(document)
    }
    for (const [at, document] of without.entries()) {
      // A template may name files by anything that an article says.
      if (at % BATCH === 0) await breathe()
      const row = known.get(document.id)
      // What a person deleted stays away until it changes in Lectern.
      if (row !== undefined && !restore && dataOf(row.state) === dataOf(stateOf(document, '', null))) continue
      const path = plan.free(`${prefix}${writer.nameOf(document)}`, document.id)
      all.set(document.id, { path, title: document.title })
    }
    return { documents: all, image: attachments.pathOf }
  }
}

/** Writes files of one batch: what they become is written down first, so that a process that ends in between is understood. */
async function writeBatch(
  deps: SyncRunDeps,
  folderId: number,
  format: MergeFormat,
  batch: readonly Ready[],
): Promise<SyncedFile[]> {
  const { store, vault, attachments } = deps
  const { root } = vault
  if (batch.length === 0) return []
  const done: (KnownFile & { base: { front: { key: string; text: string }[]; blocks: MergedFile['base']['blocks'][number][] } })[] = [] // prettier-ignore
  const planOf = ({ document, path, state, merged }: Ready) => ({
    documentId: document.id,
    pending: { path, state, hash: hashOf(Buffer.from(merged.text)), base: copyOf(merged.base) },
  })
  store.plan(folderId, batch.map(planOf))
  const touched = new Set<string>()
  const reports = new Map<Ready, SyncedFile>()
  try {
    await someAtATime(batch, async (one) => {
      const message = await writeOne(one).catch(refusal)
      if (message === null) reports.set(one, summary(one.document, one.path, one.before === null, one.merged))
      else reports.set(one, skipped(one.document, one.path, message))
    })
  } finally {
    for (const folder of touched) await syncFolder(folder)
    const arrived = new Set(done.map(({ documentId }) => documentId))
    const undone = batch.map(({ document }) => document.id).filter((id) => !arrived.has(id))
    store.done(folderId, done, undone)
  }
  return batch.flatMap((one) => reports.get(one) ?? [])

  async function writeOne(one: Ready): Promise<string | null> {
    for (const asset of one.images) await attachments.copy(root, asset, attachments.pathOf(asset))
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const bytes = Buffer.from(one.merged.text)
      const result = await writeSafely(root, one.path, bytes, one.before)
      if (result.kind === 'outside')
        return 'A folder on the way leads out of the synced folder; nothing was written there.'
      if (result.kind === 'written') {
        touched.add(dirname(join(root, one.path)))
        done.push({ documentId: one.document.id, path: one.path, state: one.state, stat: result.stat, base: copyOf(one.merged.base) }) // prettier-ignore
        return null
      }
      const read = await readText(join(root, one.path))
      if (read.kind === 'refused') return read.message
      if (read.kind === 'gone') {
        if (one.before !== null) return 'It was moved or deleted just now; the next sync takes it up.'
        continue
      }
      if (one.before === null) return 'Another file of that name appeared just now; the next sync takes another name.'
      one.merged = mergeFile(one.base, one.ours, read.text, format)
      one.before = read.stat
      store.plan(folderId, [planOf(one)])
    }
    return 'It is being edited; the next sync takes it up.'
  }
}

/** What is said of one file that the system does not let be written, while the others are. @throws any other error */
function refusal(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENAMETOOLONG') return 'Its name is too long here; shorten the template for file names.'
  if (code === 'EACCES' || code === 'EPERM')
    return 'It, or its folder, cannot be written to, so it was left as it is. Change its permissions, and the next sync takes it up.'
  throw error
}

/** Takes away files of what Lectern has no more, where a person wrote nothing of their own in them. */
async function removeOld(
  { store, vault, folderId, documents, dryRun }: SyncRunDeps,
  format: MergeFormat,
  rows: readonly KnownFile[],
  places: ReadonlyMap<string, Place>,
): Promise<SyncedFile[]> {
  const still = new Set(documents.map(({ id }) => id))
  const files: SyncedFile[] = []
  for (const { documentId } of rows) {
    if (still.has(documentId) || folderId === null) continue
    const place = places.get(documentId)
    const document = { id: documentId, kind: 'article' as const, title: '' }
    if (place?.kind === 'here') {
      const base = store.base(folderId, documentId)
      const read = await readText(join(vault.root, place.path))
      const own =
        read.kind !== 'text' || base === null || read.text.replaceAll('\r\n', '\n') !== newFile(base, format).text
      const file = skipped({ ...document, title: place.path.replace(/\.md$/iu, '') }, place.path, '')
      if (own)
        files.push({
          ...file,
          outcome: 'kept',
          message: 'It is no longer in Lectern. You had changed the file, so it stays.',
        })
      else {
        files.push({ ...file, outcome: 'removed', message: null })
        const target = join(vault.root, place.path)
        if (!dryRun && (await statOf(target)) === place.stat) await rm(target)
      }
    }
    if (!dryRun) store.forget(folderId, documentId)
  }
  return files
}

/** What stands for all that decides a file's text: what it says, how it looks, and where what it links to is. */
function stateOf({ data, links }: DocumentState, look: string, paths: Paths | null): string {
  const linked = links === null || paths === null ? '' : links.split(',').map((id) => paths.documents.get(id)?.path ?? '').join('\n') // prettier-ignore
  return [data, look, linked]
    .map((part) => createHash('sha256').update(part).digest('base64url').slice(0, 22))
    .join('|')
}

function dataOf(state: string): string {
  return state.split('|')[0] ?? ''
}

function copyOf({ front, blocks }: BaseFile) {
  return { front: [...front], blocks: [...blocks] }
}
