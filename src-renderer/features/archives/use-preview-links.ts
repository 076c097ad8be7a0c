import { useEffect, useRef } from 'react'
import type { ArchiveId } from '@shared/domain/ids'
import { useClient } from '../../client/client'
import type { ArticleDocument } from '../../frame/article-document'
import { isElement } from '../../frame/nodes'
import { useCommandKeys } from '../../ui/commands/use-commands'
import { showToast } from '../../ui/undo/toasts'
import { reportError } from '../../ui/undo/perform'

interface PreviewLinksOptions {
  readonly page: ArticleDocument | null
  readonly archiveId: ArchiveId
  readonly onShow: (path: string) => void
}

/** Links of a page: those into the archive are followed here, those out of it are offered and never followed by themselves. */
export function usePreviewLinks(options: PreviewLinksOptions): void {
  const { page } = options
  const client = useClient()
  const runCommand = useCommandKeys()
  const latest = useRef(options)
  latest.current = options

  useEffect(() => {
    if (!page) return undefined
    const { document } = page
    const onClick = (event: MouseEvent) => {
      const link = isElement(event.target) ? event.target.closest<HTMLAnchorElement>('a[href]') : null
      if (!link) return
      event.preventDefault()
      if (event.type === 'auxclick') return
      const href = link.getAttribute('href') ?? ''
      if (href.startsWith('#')) return jump(document, href)
      const inside = `/archives/${latest.current.archiveId}/page?`
      if (href.startsWith(inside)) {
        const path = new URLSearchParams(href.slice(inside.length).replace(/#.*$/su, '')).get('path')
        if (path !== null) latest.current.onShow(path)
        return
      }
      showToast({
        message: `This link leads out of the archive, to ${link.hostname || href}`,
        action: {
          label: 'Open in browser',
          run: () => void client.host.openExternal({ url: link.href }).catch(reportError),
        },
      })
    }
    document.addEventListener('click', onClick)
    document.addEventListener('auxclick', onClick)
    document.addEventListener('keydown', runCommand)
    return () => {
      document.removeEventListener('click', onClick)
      document.removeEventListener('auxclick', onClick)
      document.removeEventListener('keydown', runCommand)
    }
  }, [page, client, runCommand])
}

function jump(document: Document, href: string): void {
  try {
    document.getElementById(decodeURIComponent(href.slice(1)))?.scrollIntoView({ block: 'start' })
  } catch {
    // A fragment that cannot be decoded names nothing.
  }
}
