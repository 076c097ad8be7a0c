import { useCallback, useRef, useState } from 'react'
import type { Archive } from '@shared/contract/archives'
import { useClient } from '../../client/client'
import { pathOfFile, uploadArchive } from './upload-archive'

/** What is being done to add an archive. */
export type Adding =
  | { readonly kind: 'idle' }
  | { readonly kind: 'opening'; readonly name: string }
  | { readonly kind: 'copying'; readonly name: string; readonly bytes: number; readonly share: number }
  | { readonly kind: 'failed'; readonly reason: string }

/** Adds archives by their path, or by copying them where a path cannot be known. */
export function useAddArchive(onAdded: (archive: Archive) => void) {
  const client = useClient()
  const [adding, setAdding] = useState<Adding>({ kind: 'idle' })
  const stop = useRef<AbortController | null>(null)
  const latest = useRef(onAdded)
  latest.current = onAdded

  const run = useCallback((work: Promise<Archive | null>) => {
    work
      .then((archive) => {
        setAdding({ kind: 'idle' })
        if (archive !== null) latest.current(archive)
      })
      .catch((error: unknown) => {
        setAdding({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) })
      })
  }, [])

  const addPath = useCallback(
    (path: string) => {
      setAdding({ kind: 'opening', name: path.replace(/^.*[\\/]/su, '') })
      run(client.archives.add({ path }))
    },
    [client, run],
  )

  const addFile = useCallback(
    (file: File) => {
      const path = pathOfFile(file)
      if (path !== null) return addPath(path)
      const { name, size: bytes } = file
      stop.current = new AbortController()
      setAdding({ kind: 'copying', name, bytes, share: 0 })
      const progress = (share: number) => setAdding({ kind: 'copying', name, bytes, share })
      run(uploadArchive(client, file, progress, stop.current.signal))
    },
    [client, run, addPath],
  )

  return { adding, addPath, addFile, stop: () => stop.current?.abort(), reset: () => setAdding({ kind: 'idle' }) }
}
