/**
 * Puts text on the clipboard, with the same as HTML where there is such. The copy event works while the focus is in the reading
 * frame and needs no permission; the asynchronous clipboard is the fallback.
 */
export async function copyText(text: string, html: string | null = null): Promise<void> {
  let isCopied = false
  const fill = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text)
    if (html !== null) event.clipboardData?.setData('text/html', html)
    event.preventDefault()
    isCopied = event.clipboardData !== null
  }
  document.addEventListener('copy', fill, { once: true })
  document.execCommand('copy')
  document.removeEventListener('copy', fill)
  if (!isCopied) await navigator.clipboard.writeText(text)
}
