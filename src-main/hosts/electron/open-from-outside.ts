import { parseDeepLink } from '@shared/text/deep-link'
import type { Log } from '../../backend/backend'
import type { Backend } from '../../backend/supervisor'
import { importFiles } from '../import-files'
import type { Launch } from './launch'

/** Brings in files and shows links that come from outside the window; keeps those that come before all is ready. */
export interface Opener {
  open(launch: Launch): void
  start(backend: Backend, whenListening: () => Promise<void>, log: Log): void
}

export function createOpener(): Opener {
  const early: Launch[] = []
  let handle = (launch: Launch): void => {
    early.push(launch)
  }
  return {
    open: (launch) => handle(launch),
    start(backend, whenListening, log) {
      handle = (launch) => {
        openNow(backend, whenListening, launch).catch((error: unknown) => {
          log(`could not open ${JSON.stringify(launch)}: ${String(error)}`)
        })
      }
      for (const launch of early.splice(0)) handle(launch)
    },
  }
}

async function openNow(backend: Backend, whenListening: () => Promise<void>, { files, link }: Launch): Promise<void> {
  await whenListening()
  const target = link === null ? null : parseDeepLink(link)
  if (target !== null) {
    const { articleId: id, annotationId, passage } = target
    backend.emit({ name: 'host.showArticle', id, annotationId, ...(passage === undefined ? {} : { passage }) })
  }
  const ids = await importFiles(backend, files)
  const last = ids.at(-1)
  if (last !== undefined) backend.emit({ name: 'host.showArticle', id: last, annotationId: null })
}
