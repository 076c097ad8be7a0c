/**
 * The media type of a raster image by its first bytes (WHATWG MIME Sniffing, 6.1), or null for anything else: an SVG can
 * carry script, and a stored original page must never be shown as a page.
 */
export function rasterType(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 32)).toString('latin1')
  if (head.startsWith('\u0089PNG\r\n\u001A\n')) return 'image/png'
  if (head.startsWith('\u00FF\u00D8\u00FF')) return 'image/jpeg'
  if (/^GIF8[79]a/u.test(head)) return 'image/gif'
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'image/webp'
  if (head.slice(4, 8) === 'ftyp' && /avif|avis/u.test(head.slice(8, 32))) return 'image/avif'
  if (head.startsWith('BM') && bytes.length > 26 && head.slice(6, 10) === '\0\0\0\0') return 'image/bmp'
  return null
}
