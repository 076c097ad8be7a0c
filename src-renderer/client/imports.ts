import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import type { Import, ImportItem, ImportItemState } from '@shared/contract/imports'
import type { ImportId } from '@shared/domain/ids'
import { useClient } from './client'

/** How many items are fetched together. */
const PAGE_SIZE = 100

/** An item with the import it belongs to. */
export interface ImportRow extends ImportItem {
  importId: ImportId
}

/** All imports, newest first, with how many of their items are in each state. */
export function useImports() {
  const client = useClient()
  return useQuery({ queryKey: ['imports', 'list'], queryFn: () => client.imports.list() })
}

/** How many items of an import a filter lets through. */
export function matching({ counts, total }: Import, states: readonly ImportItemState[] | null): number {
  return states === null ? total : states.reduce((sum, state) => sum + counts[state], 0)
}

/**
 * The items that stand at `first` to `last` when those of several imports stand one after the other, by their place; fetched a page
 * at a time.
 */
export function useImportRows(
  imports: readonly Import[],
  states: ImportItemState[] | null,
  first: number,
  last: number,
): ReadonlyMap<number, ImportRow> {
  const client = useClient()
  const pages: { importId: ImportId; start: number; offset: number }[] = []
  let start = 0
  for (const each of imports) {
    const count = matching(each, states)
    const from = Math.max(0, first - start)
    const to = Math.min(count - 1, last - start)
    for (let offset = from - (from % PAGE_SIZE); offset <= to; offset += PAGE_SIZE) {
      pages.push({ importId: each.id, start: start + offset, offset })
    }
    start += count
  }
  return useQueries({
    queries: pages.map(({ importId, offset }) => {
      const input = { importId, states, offset, limit: PAGE_SIZE }
      return {
        queryKey: ['imports', 'get', input],
        queryFn: () => client.imports.get(input),
        placeholderData: keepPreviousData,
      }
    }),
    combine: (results) => {
      const rows = new Map<number, ImportRow>()
      for (const [at, page] of pages.entries()) {
        for (const [index, item] of (results[at]?.data?.items ?? []).entries()) {
          rows.set(page.start + index, { ...item, importId: page.importId })
        }
      }
      return rows
    },
  })
}
