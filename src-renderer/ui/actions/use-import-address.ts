import { useCallback } from 'react'
import type { Client } from '@shared/contract'
import { useClient, useNextEvent } from '../../client/client'
import { openDialog } from '../dialogs/dialogs'
import { openArticle } from '../places/route'
import { showToast } from '../undo/toasts'
import { reportError } from '../undo/perform'

/** Fetches one page into the library, on request, and tells what became of it. */
export function useImportAddress(): (url: string) => void {
  const client = useClient()
  const nextEvent = useNextEvent()
  return useCallback(
    (url) => {
      const close = showToast({ message: 'Adding the page to your library' })
      importAddress(client, url, nextEvent)
        .catch(reportError)
        .finally(() => close())
    },
    [client, nextEvent],
  )
}

async function importAddress(client: Client, url: string, nextEvent: () => Promise<void>): Promise<void> {
  const importId = await client.imports.begin()
  await client.imports.add({ importId, source: { kind: 'url', url } })
  await client.imports.start({ importId })
  for (;;) {
    const event = nextEvent()
    const { items, state } = await client.imports.get({ importId, limit: 1 })
    const [item] = items
    if (item === undefined || item.state === 'cancelled' || state === 'paused') return
    const { articleId } = item
    if (item.state === 'failed' || item.state === 'asks') {
      showToast({
        kind: item.state === 'failed' ? 'error' : 'info',
        message: item.error?.message ?? 'Your library has another version of this page.',
        action: { label: 'Show', run: () => openDialog({ name: 'import', way: 'link', importId }) },
      })
      return
    }
    if (articleId !== null && item.state !== 'waiting' && item.state !== 'working') {
      showToast({
        message: `Added “${item.title ?? url}”`,
        action: { label: 'Open', run: () => openArticle(articleId) },
      })
      return
    }
    await event
  }
}
