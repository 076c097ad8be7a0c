import { useCallback } from 'react'
import type { Client } from '@shared/contract'
import type { Import } from '@shared/contract/imports'
import type { ArticleId, ImportId } from '@shared/domain/ids'
import { useClient, useNextEvent } from '../../client/client'
import { counted } from '../words/article-words'
import { openDialog } from '../dialogs/dialogs'
import { openArticle } from '../places/route'
import { showToast } from '../undo/toasts'
import { reportError } from '../undo/perform'

/** Fetches articles anew from their addresses, on request, and tells what became of them. */
export function useUpdateFromWeb(): (articleIds: readonly ArticleId[]) => void {
  const client = useClient()
  const nextEvent = useNextEvent()
  return useCallback(
    (articleIds) => {
      if (articleIds.length === 0) return
      const many = articleIds.length > 1
      const close = showToast({
        message: many ? `Fetching ${counted(articleIds.length, 'article')} anew` : 'Fetching the page anew',
      })
      const run = async () => {
        const { id } = await client.imports.updateFromWeb({ articleIds: [...articleIds] })
        const done = await untilDone(client, id, nextEvent)
        close()
        if (done === null) return
        if (done.total > 1) tellMany(done)
        else await tellOne(client, id)
      }
      run().catch((error: unknown) => {
        close()
        reportError(error)
      })
    },
    [client, nextEvent],
  )
}

/** Null when it was taken from the list, or paused. */
async function untilDone(client: Client, importId: ImportId, nextEvent: () => Promise<void>): Promise<Import | null> {
  for (;;) {
    const event = nextEvent()
    const current = await client.imports.get({ importId, limit: 0 })
    if (current.state === 'done') return current
    if (current.state === 'paused') return null
    await event
  }
}

async function tellOne(client: Client, importId: ImportId): Promise<void> {
  const { items } = await client.imports.get({ importId, limit: 1 })
  const [item] = items
  if (!item || item.state === 'cancelled') return
  const { articleId, error, remark, state } = item
  if (error) return reportError(new Error(error.message))
  showToast({
    message: state === 'updated' ? `Updated. ${remark ?? ''}`.trimEnd() : (remark ?? 'Nothing has changed.'),
    ...(articleId && state === 'updated' ? { action: { label: 'Show', run: () => openArticle(articleId) } } : {}),
  })
}

function tellMany({ counts, id }: Import): void {
  const parts = [
    `${counted(counts.updated, 'article')} updated`,
    counts.duplicate > 0 && `${counts.duplicate} unchanged`,
    counts.failed > 0 && `${counts.failed} failed`,
  ]
  showToast({
    message: parts.filter((part) => part !== false).join(', '),
    action: { label: 'Show', run: () => openDialog({ name: 'import', way: 'link', importId: id }) },
  })
}
