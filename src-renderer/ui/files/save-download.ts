/** Hands a file to the browser, or to Electron, as a download. */
export function saveDownload(file: { name: string; mediaType: string; bytes: Uint8Array<ArrayBuffer> }): void {
  const address = URL.createObjectURL(new Blob([file.bytes], { type: file.mediaType }))
  const link = document.createElement('a')
  link.href = address
  link.download = file.name
  link.click()
  // The download reads the address after the click returns.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
