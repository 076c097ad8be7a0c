import { useCallback, useMemo, useState } from 'react'
import type { ImportItem } from '@shared/contract/imports'
import type { ImportId } from '@shared/domain/ids'
import { useClient } from '../../client/client'
import { useImports } from '../../client/imports'
import { reportError } from '../../ui/use-article-actions'
import { type Given, type Refused, sendSources } from './import-sources'

/** A row of the dialog: an item of an import, with the import it belongs to. */
export interface ImportRow extends ImportItem {
  importId: ImportId
}

const ORDER: Record<ImportItem['state'], number> = {
  failed: 0,
  working: 1,
  waiting: 1,
  added: 1,
  duplicate: 1,
  cancelled: 1,
}

/** What the import dialog shows and does: the imports since it was last cleared. */
export function useImporting() {
  const client = useClient()
  const { data: all = [] } = useImports()
  const [since, setSince] = useState<readonly ImportId[]>([])
  const [refused, setRefused] = useState<readonly Refused[]>([])
  const [upload, setUpload] = useState<{ sent: number; of: number } | null>(null)

  // An import that runs already is shown, whoever began it.
  const shown = useMemo(
    () => all.filter(({ id, state }) => since.includes(id) || state === 'running').toReversed(),
    [all, since],
  )
  const rows = useMemo(
    () =>
      shown
        .flatMap(({ id, items }) => items.map((item): ImportRow => ({ ...item, importId: id })))
        .toSorted((a, b) => ORDER[a.state] - ORDER[b.state]),
    [shown],
  )
  const isRunning = upload !== null || shown.some(({ state }) => state === 'running')

  const add = useCallback(
    (sources: readonly Given[]) => {
      if (sources.length === 0) return
      setUpload({ sent: 0, of: sources.length })
      sendSources(client, sources, (sent) => setUpload({ sent, of: sources.length }))
        .then((done) => {
          setSince((ids) => [...ids, done.importId])
          setRefused((before) => [...before, ...done.refused])
        })
        .catch(reportError)
        .finally(() => setUpload(null))
    },
    [client],
  )

  const clear = useCallback(() => {
    setSince([])
    setRefused([])
  }, [])

  const stop = useCallback(() => {
    for (const { id, state } of shown)
      if (state === 'running') client.imports.cancel({ importId: id }).catch(reportError)
  }, [client, shown])

  const retry = useCallback(
    (importId: ImportId) => void client.imports.retry({ importId }).catch(reportError),
    [client],
  )

  return { rows, refused, upload, isRunning, add, clear, stop, retry }
}
