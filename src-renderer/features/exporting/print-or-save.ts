import type { Client } from '@shared/contract'
import { saveDownload } from '../../ui/files/save-download'
import { showToast } from '../../ui/undo/toasts'

/** Saves a print view as PDF where the host can; elsewhere opens the browser's own print dialog on it. */
export async function printOrSave(client: Client, page: string, name: string): Promise<void> {
  // Only the desktop has this bridge, and with it a printer of its own.
  if (!('lectern' in window)) return printInFrame(page)
  const bytes = await client.host.printPdf({ path: page })
  saveDownload({ name, mediaType: 'application/pdf', bytes })
  showToast({ message: `${name} was saved to your downloads` })
}

/** Prints a page of ours in a frame without scripts. */
async function printInFrame(page: string): Promise<void> {
  const frame = document.createElement('iframe')
  frame.setAttribute('sandbox', 'allow-same-origin allow-modals')
  frame.className = 'visually-hidden'
  frame.title = 'Print view'
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }))
  frame.src = page
  document.body.append(frame)
  await loaded
  const view = frame.contentWindow
  view?.addEventListener('afterprint', () => frame.remove(), { once: true })
  view?.print()
}
