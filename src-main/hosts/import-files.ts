import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, dirname, extname, join, relative, sep } from 'node:path'
import { z } from 'zod'
import { LecternError } from '@shared/contract/errors'
import { ImportPage, MAX_FILE_BYTES, type ImportSource } from '@shared/contract/imports'
import type { CallResult } from '@shared/contract/transport'
import { ImportId, type ArticleId } from '@shared/domain/ids'

/** What importing needs of the backend. */
export interface ImportingBackend {
  call(name: string, input: unknown): Promise<CallResult>
  subscribe(listener: (event: unknown) => void): () => void
}

/** How a browser names the folder of a saved page's images, after the page's own name. */
const COMPANIONS = ['_files', '.files', '_Dateien', '_fichiers', '_archivos']

/** More articles than these are not shown one by one. */
const MOST_SHOWN = 100

const Changed = z.object({ name: z.literal('imports.changed'), importId: ImportId })

/**
 * Brings in files that were named on the command line or opened from the file manager, each page with the images beside
 * it, and waits until that is done. What cannot be read is reported by the import itself.
 * @returns the articles that they became, in the files' order
 */
export async function importFiles(backend: ImportingBackend, files: readonly string[]): Promise<readonly ArticleId[]> {
  if (files.length === 0) return []
  const importId = ImportId.parse(await ask(backend, 'imports.begin', undefined))
  for (const file of files) {
    for (const path of [file, ...(await companions(file))]) {
      const source = await asSource(path, dirname(file))
      if (source !== null) await ask(backend, 'imports.add', { importId, source })
    }
  }
  const done = whenDone(backend, importId)
  await ask(backend, 'imports.start', { importId })
  const { items } = await done()
  return items.flatMap((item) => item.articleId ?? [])
}

async function asSource(path: string, base: string): Promise<ImportSource | null> {
  const info = await stat(path).catch(() => null)
  if (info === null || !info.isFile() || info.size > MAX_FILE_BYTES) return null
  const name = relative(base, path).split(sep).join('/')
  return { kind: 'file', path: name, bytes: new Uint8Array(await readFile(path)) }
}

async function companions(file: string): Promise<string[]> {
  if (!/\.x?html?$/iu.test(file)) return []
  const stem = join(dirname(file), basename(file, extname(file)))
  const found: string[] = []
  for (const suffix of COMPANIONS) {
    const entries = await readdir(stem + suffix, { withFileTypes: true }).catch(() => [])
    for (const entry of entries) if (entry.isFile()) found.push(join(stem + suffix, entry.name))
  }
  return found
}

/** Listens before the import starts, so that no change is missed. */
function whenDone(backend: ImportingBackend, importId: ImportId): () => Promise<ImportPage> {
  let changed: () => void = () => undefined
  const stop = backend.subscribe((event) => {
    const parsed = Changed.safeParse(event)
    if (parsed.success && parsed.data.importId === importId) changed()
  })
  return async () => {
    try {
      for (;;) {
        const next = new Promise<void>((resolve) => {
          changed = resolve
        })
        const current = ImportPage.parse(await ask(backend, 'imports.get', { importId, limit: MOST_SHOWN }))
        // One that was paused is left to the person.
        if (current.state === 'done' || current.state === 'paused') return current
        await next
      }
    } finally {
      stop()
    }
  }
}

async function ask(backend: ImportingBackend, name: string, input: unknown): Promise<unknown> {
  const result = await backend.call(name, input)
  if (result.ok) return result.value
  throw new LecternError(result.error.code, result.error.message, result.error.details)
}
