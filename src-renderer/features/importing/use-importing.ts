import { useCallback, useMemo, useRef, useState } from 'react'
import type { Import, ImportItemState, KnownChoice } from '@shared/contract/imports'
import type { ImportId, ImportItemId } from '@shared/domain/ids'
import { IMPORT_ITEM_STATES, NO_ITEMS } from '@shared/domain/import-state'
import { useClient } from '../../client/client'
import { useImports } from '../../client/imports'
import { reportError } from '../../ui/undo/perform'
import { type Given, type Refused, sendSources } from './import-sources'

/** How many items of the imports that are shown are in each state. */
export type Sums = Record<ImportItemState, number> & { total: number; refused: number }

/** What the import dialog shows and does. */
export type Importing = ReturnType<typeof useImporting>

function sumUp(shown: readonly Import[], refused: number): Sums {
  const sums: Sums = { ...NO_ITEMS, total: 0, refused }
  for (const { total, counts } of shown) {
    sums.total += total
    for (const state of IMPORT_ITEM_STATES) sums[state] += counts[state]
  }
  return sums
}

/**
 * The imports of this window since it was last cleared, with those that are not over: what runs, what was paused, what waits for an
 * answer. Older ones are shown on request.
 */
export function useImporting() {
  const client = useClient()
  const { data: all = NO_IMPORTS } = useImports()
  const [since, setSince] = useState<readonly ImportId[]>([])
  const [withEarlier, setWithEarlier] = useState(false)
  const [refused, setRefused] = useState<readonly Refused[]>([])
  const [upload, setUpload] = useState<{ sent: number; of: number } | null>(null)
  const uploading = useRef<AbortController | null>(null)

  const { shown, earlier } = useMemo(() => {
    const known = all.filter(({ state }) => state !== 'collecting')
    const isShown = ({ id, state, counts }: Import) => since.includes(id) || state !== 'done' || counts.asks > 0
    return {
      shown: withEarlier ? known : known.filter(isShown),
      earlier: known.filter((each) => !isShown(each)),
    }
  }, [all, since, withEarlier])
  const sums = useMemo(() => sumUp(shown, refused.length), [shown, refused])
  const own = useMemo(
    () =>
      sumUp(
        all.filter(({ id }) => since.includes(id)),
        refused.length,
      ),
    [all, since, refused],
  )
  const isRunning = upload !== null || shown.some(({ state }) => state === 'running')
  const isPaused = shown.some(({ state }) => state === 'paused')

  const add = useCallback(
    (sources: readonly Given[]) => {
      if (sources.length === 0) return
      const stop = new AbortController()
      uploading.current = stop
      setUpload({ sent: 0, of: sources.length })
      sendSources(client, sources, (sent) => setUpload({ sent, of: sources.length }), stop.signal)
        .then(({ importId, refused: more }) => {
          if (importId !== null) setSince((ids) => [...ids, importId])
          setRefused((before) => [...before, ...more])
        })
        .catch(reportError)
        .finally(() => setUpload(null))
    },
    [client],
  )

  const actions = useMemo(() => {
    const each = (fits: (one: Import) => boolean, act: (importId: ImportId) => Promise<unknown>) => {
      for (const one of shown) if (fits(one)) act(one.id).catch(reportError)
    }
    return {
      pause: () =>
        each(
          ({ state }) => state === 'running',
          (importId) => client.imports.pause({ importId }),
        ),
      resume: () =>
        each(
          ({ state }) => state === 'paused',
          (importId) => client.imports.resume({ importId }),
        ),
      stop: () => {
        uploading.current?.abort()
        each(
          ({ state }) => state !== 'done',
          (importId) => client.imports.cancel({ importId }),
        )
      },
      retryAll: () =>
        each(
          ({ counts }) => counts.failed > 0,
          (importId) => client.imports.retry({ importId, items: 'all' }),
        ),
      resolveAll: (choice: KnownChoice) =>
        each(
          ({ counts }) => counts.asks > 0,
          (importId) => client.imports.resolve({ importId, items: 'all', choice }),
        ),
      discardDone: () =>
        each(
          ({ state, counts }) => state === 'done' && counts.asks === 0,
          (importId) => client.imports.discard({ importId }),
        ),
      retry: (importId: ImportId, item: ImportItemId) =>
        void client.imports.retry({ importId, items: [item] }).catch(reportError),
      resolve: (importId: ImportId, item: ImportItemId, choice: KnownChoice) =>
        void client.imports.resolve({ importId, items: [item], choice }).catch(reportError),
    }
  }, [client, shown])

  const show = useCallback((importId: ImportId) => setSince((ids) => [...ids, importId]), [])

  const clear = useCallback(() => {
    setSince([])
    setRefused([])
    setWithEarlier(false)
  }, [])

  return {
    /** The imports that are shown, newest first. */
    shown,
    /** Those of them that are shown whether or not they are over. */
    since,
    /** How many older ones there are. */
    earlier: withEarlier ? 0 : earlier.length,
    showEarlier: useCallback(() => setWithEarlier(true), []),
    sums,
    /** Those of this window alone. */
    own,
    refused,
    upload,
    isRunning,
    isPaused,
    add,
    /** Shows an import that is over, too. */
    show,
    clear,
    ...actions,
  }
}

const NO_IMPORTS: Import[] = []
