/** Entry of a worker thread that reads one source after the other. */
import { parentPort } from 'node:worker_threads'
import { LecternError } from '@shared/contract/errors'
import { loadImage } from '../core/imports/load-image'
import { createReadBytes } from '../core/imports/read-bytes'
import type { Source } from '../core/imports/read-source'
import type { ImportAnswer } from './import-message'

const read = createReadBytes({ loadImage })

// The other end is our own pool, so what it sends is a Source.
parentPort?.on('message', (source: Source) => {
  void answer(source).then((message) => {
    const buffers = message.ok ? message.article.assets.map(({ bytes }) => bytes.buffer) : []
    parentPort?.postMessage(message, [...new Set(buffers)])
  })
})

async function answer(source: Source): Promise<ImportAnswer> {
  try {
    return { ok: true, article: await read(source) }
  } catch (error) {
    if (error instanceof LecternError) return { ok: false, error: error.toData() }
    // One page that a reader cannot cope with is no fault of the library; the stack says in the log where to look.
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
    process.stderr.write(`reading ${source.name || 'pasted text'} failed: ${stack}\n`)
    const message = `Lectern could not make sense of ${source.name || 'the pasted text'}. Nothing was added.`
    return { ok: false, error: { code: 'internal', message } }
  }
}
