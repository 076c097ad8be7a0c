import type { Client } from '@shared/contract'
import { MAX_FILE_BYTES } from '@shared/domain/limits'
import type { ImportId } from '@shared/domain/ids'
import type { PickedFile } from '../../ui/dialogs/dialogs'

/** Something a person gave to add. */
export type Given =
  | { kind: 'file'; file: PickedFile }
  | { kind: 'url'; url: string }
  | { kind: 'text'; text: string; format: 'auto' | 'html' | 'markdown' | 'text' }

/** A source that was refused before it became an item of the import. */
export interface Refused {
  name: string
  reason: string
}

/** What became of the sources that were given. */
export interface Sent {
  /** Null when sending was stopped. */
  importId: ImportId | null
  refused: Refused[]
}

/** So many sources are on their way together: enough to keep the other end busy, few enough for memory. */
const AT_ONCE = 4
/** Their bytes together; a file that is larger goes alone. */
const BYTES_AT_ONCE = 32 * 1024 * 1024

const megabytes = (bytes: number) => `${Math.ceil(bytes / 1024 / 1024)} MB`

function nameOf(given: Given): string {
  if (given.kind === 'file') return given.file.path
  return given.kind === 'url' ? given.url : 'Pasted text'
}

const sizeOf = (given: Given) => (given.kind === 'file' ? given.file.file.size : 0)

async function send(client: Client, importId: ImportId, given: Given): Promise<string | null> {
  if (given.kind !== 'file') {
    await client.imports.add({ importId, source: given })
    return null
  }
  const { path, file } = given.file
  if (file.size > MAX_FILE_BYTES) {
    return `The file has ${megabytes(file.size)}; Lectern reads files of up to ${megabytes(MAX_FILE_BYTES)}. Nothing was added.`
  }
  const bytes = new Uint8Array(await file.arrayBuffer())
  await client.imports.add({ importId, source: { kind: 'file', path, bytes } })
  return null
}

/**
 * Uploads sources, a few at a time, then starts the import. A source that cannot be sent is told of and does not stop the others.
 * Once `signal` comes nothing more is sent, and what was sent is thrown away.
 */
export async function sendSources(
  client: Client,
  sources: readonly Given[],
  onProgress: (sent: number) => void,
  signal: AbortSignal,
): Promise<Sent> {
  const importId = await client.imports.begin()
  const refusals = new Map<number, Refused>()
  const underway = new Set<Promise<void>>()
  let bytes = 0
  let sent = 0
  for (const [index, given] of sources.entries()) {
    const size = sizeOf(given)
    while (underway.size > 0 && (underway.size >= AT_ONCE || bytes + size > BYTES_AT_ONCE)) await Promise.race(underway)
    if (signal.aborted) break
    bytes += size
    const one = send(client, importId, given)
      .catch((error: unknown) => (error instanceof Error ? error.message : String(error)))
      .then((reason) => {
        if (reason !== null) refusals.set(index, { name: nameOf(given), reason })
        bytes -= size
        underway.delete(one)
        onProgress(++sent)
      })
    underway.add(one)
  }
  await Promise.all(underway)
  const refused = [...refusals.entries()].sort(([a], [b]) => a - b).map(([, refusal]) => refusal)
  if (signal.aborted) {
    await client.imports.discard({ importId })
    return { importId: null, refused: [] }
  }
  await client.imports.start({ importId })
  return { importId, refused }
}
