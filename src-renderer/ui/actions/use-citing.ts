import { useMemo } from 'react'
import type { ArticleId } from '@shared/domain/ids'
import { useClient } from '../../client/client'
import { useSettings } from '../../client/settings'
import { copyText } from '../files/copy-text'
import { reportError } from '../undo/perform'
import { showToast } from '../undo/toasts'

/** Puts citations on the clipboard, in the person's style. */
export interface Citing {
  /** The article as a source. */
  citation(articleId: ArticleId): void
  /** A passage with its place and source. */
  quote(articleId: ArticleId, quote: string): void
}

export function useCiting(): Citing {
  const client = useClient()
  const { citationStyle: style } = useSettings()
  return useMemo(() => {
    const copied = async (made: Promise<{ text: string; html: string }>, message: string): Promise<void> => {
      try {
        const { text, html } = await made
        await copyText(text, html)
        showToast({ message })
      } catch (error) {
        reportError(error)
      }
    }
    return {
      citation: (articleId) => void copied(client.outputs.cite({ articleId, style }), 'Citation copied'),
      quote: (articleId, quote) =>
        void copied(client.outputs.quote({ articleId, quote, style }), 'Quote copied, with its citation'),
    }
  }, [client, style])
}
