import type { Client } from '@shared/contract'
import { MAX_FILE_BYTES } from '@shared/domain/limits'
import type { ImportId } from '@shared/domain/ids'
import type { PickedFile } from '../../ui/dialogs'

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
  importId: ImportId
  refused: Refused[]
}

const megabytes = (bytes: number) => `${Math.ceil(bytes / 1024 / 1024)} MB`

function nameOf(given: Given): string {
  if (given.kind === 'file') return given.file.path
  return given.kind === 'url' ? given.url : 'Pasted text'
}

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
 * Uploads sources one after another, so that no more than one file is in memory, then starts the import. A source that
 * cannot be sent is told of and does not stop the others.
 */
export async function sendSources(
  client: Client,
  sources: readonly Given[],
  onProgress: (sent: number) => void,
): Promise<Sent> {
  const importId = await client.imports.begin()
  const refused: Refused[] = []
  for (const [index, given] of sources.entries()) {
    try {
      const reason = await send(client, importId, given)
      if (reason !== null) refused.push({ name: nameOf(given), reason })
    } catch (error) {
      refused.push({ name: nameOf(given), reason: error instanceof Error ? error.message : String(error) })
    }
    onProgress(index + 1)
  }
  await client.imports.start({ importId })
  return { importId, refused }
}
