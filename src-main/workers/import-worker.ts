/** Entry of a worker thread that reads one source after the other. */
import { parentPort } from 'node:worker_threads'
import { LecternError } from '@shared/contract/errors'
import type { LoadImage } from '../core/imports/images/images'
import { imageLoader } from '../core/imports/fetching/load-image'
import { createReadBytes } from '../core/imports/reading/read-bytes'
import type { Source } from '../core/imports/reading/read-source'
import { standInFor } from '../core/imports/images/stand-in'
import { archiveImages } from './archive-image'
import type { ImportAnswer } from './import-message'

// The other end is our own pool, so what it sends is a Source.
parentPort?.on('message', (source: Source) => {
  void answer(source).then((message) => {
    const buffers = message.ok ? message.article.assets.map(({ bytes }) => bytes.buffer) : []
    parentPort?.postMessage(message, [...new Set(buffers)])
  })
})

async function answer(source: Source): Promise<ImportAnswer> {
  const archive = archiveImages()
  const elsewhere = source.standIns === true ? standInFor : imageLoader(source)
  try {
    const loadImage: LoadImage = (place) => (place.kind === 'archive' ? archive.load(place) : elsewhere(place))
    return { ok: true, article: await createReadBytes({ loadImage })(source) }
  } catch (error) {
    if (error instanceof LecternError) return { ok: false, error: error.toData() }
    // One page that a reader cannot cope with is no fault of the library; the stack says in the log where to look.
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
    process.stderr.write(`reading ${source.name || 'pasted text'} failed: ${stack}\n`)
    const message = `Lectern could not make sense of ${source.name || 'the pasted text'}. Nothing was added.`
    return { ok: false, error: { code: 'internal', message } }
  } finally {
    archive.close()
  }
}
