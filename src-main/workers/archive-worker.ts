/** Entry of a worker thread that reads ZIM archives. */
import { parentPort } from 'node:worker_threads'
import { LecternError } from '@shared/contract/errors'
import type { ArchiveReader } from '../core/archives/archive-reader'
import { createReadArchives } from '../core/archives/read-archives'
import type { ArchiveAnswer, ArchiveRequest } from './archive-message'
import { previewPage } from './preview-page'

const reader = createReadArchives({ renderPage: previewPage, now: () => performance.now() })

// The other end is our own pool, so what it sends is a request.
parentPort?.on('message', (request: ArchiveRequest) => {
  void answer(request).then((message) => parentPort?.postMessage(message))
})

async function answer(request: ArchiveRequest): Promise<ArchiveAnswer> {
  try {
    return { ok: true, value: await ask(reader, request) }
  } catch (error) {
    if (error instanceof LecternError) return { ok: false, error: error.toData() }
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
    process.stderr.write(`reading the archive ${request.input.file} failed: ${stack}\n`)
    const message = 'Lectern could not make sense of this part of the archive. Nothing was changed.'
    return { ok: false, error: { code: 'internal', message } }
  }
}

function ask(archives: ArchiveReader, { method, input }: ArchiveRequest): Promise<unknown> {
  switch (method) {
    case 'describe':
      return archives.describe(input)
    case 'check':
      return archives.check(input)
    case 'titles':
      return archives.titles(input)
    case 'search':
      return archives.search(input)
    case 'entry':
      return archives.entry(input)
    case 'bytes':
      return archives.bytes(input)
    case 'page':
      return archives.page(input)
    case 'forget':
      return archives.forget(input)
  }
}
