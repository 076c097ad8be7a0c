import { useEffect } from 'react'
import { openDialog } from '../ui/dialogs/dialogs'

const LINK = /^https?:\/\/\S+$/iu

function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  )
}

/** Pasting outside a field opens the import dialog with what was pasted: files, a link, HTML or text. */
export function usePasteToAdd(): void {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const data = event.clipboardData
      if (!data || isWriting(event.target) || document.querySelector('.dialog-scrim:not([data-exiting])')) return
      const text = data.getData('text/plain').trim()
      if (data.files.length > 0) {
        const files = [...data.files].map((file) => ({ path: file.name, file }))
        openDialog({ name: 'import', way: 'files', files })
      } else if (LINK.test(text)) {
        openDialog({ name: 'import', way: 'link', text })
      } else {
        const pasted = data.getData('text/html') || text
        if (pasted) openDialog({ name: 'import', way: 'paste', text: pasted })
      }
    }
    document.addEventListener('paste', onPaste)
    return () => document.removeEventListener('paste', onPaste)
  }, [])
}
