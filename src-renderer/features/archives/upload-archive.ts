import type { Client } from '@shared/contract'
import type { Archive } from '@shared/contract/archives'

const PIECE = 4 * 1024 * 1024

/**
 * Copies an archive into the library's folder, piece by piece, so that no more than one is in memory.
 * @param onProgress hears how much of it is there, from 0 to 1
 * @returns null when `signal` came before it was whole; nothing of it stays then
 */
export async function uploadArchive(
  client: Client,
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<Archive | null> {
  const uploadId = await client.archives.beginUpload({ name: file.name, bytes: file.size })
  try {
    for (let offset = 0; offset < file.size; offset += PIECE) {
      if (signal.aborted) break
      const bytes = new Uint8Array(await file.slice(offset, offset + PIECE).arrayBuffer())
      await client.archives.appendUpload({ uploadId, offset, bytes })
      onProgress(Math.min(1, (offset + PIECE) / file.size))
    }
    if (!signal.aborted) return await client.archives.finishUpload({ uploadId })
  } catch (error) {
    await client.archives.abortUpload({ uploadId }).catch(() => undefined)
    throw error
  }
  await client.archives.abortUpload({ uploadId })
  return null
}

/** Where a file is on this computer; null in a browser, which does not tell. */
export function pathOfFile(file: File): string | null {
  // Electron before 32 tells by the file itself.
  const own: unknown = Reflect.get(file, 'path')
  if (typeof own === 'string' && own !== '') return own
  try {
    return window.lectern?.pathForFile(file) || null
  } catch {
    return null
  }
}
