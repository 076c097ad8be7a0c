import iconv from 'iconv-lite'

/** Header values by name in lower case, unfolded; of several with one name, the first. */
export type MimeHeaders = ReadonlyMap<string, string>

const MAX_BYTES = 64 * 1024

/** The header lines that bytes begin with (RFC 5322), and where the body begins. */
export function readHeaders(bytes: Buffer): { readonly headers: MimeHeaders; readonly end: number } {
  const headers = new Map<string, string>()
  const head = bytes.subarray(0, MAX_BYTES).toString('utf8').includes('\uFFFD') ? 'latin1' : 'utf8'
  let at = 0
  let name = ''
  while (at < Math.min(bytes.length, MAX_BYTES)) {
    const lineEnd = bytes.indexOf(10, at)
    const next = lineEnd < 0 ? bytes.length : lineEnd + 1
    const line = bytes.toString(head, at, next).replace(/\r?\n$/u, '')
    if (line === '') return { headers, end: next }
    if (/^[ \t]/u.test(line) && name !== '') {
      const value = headers.get(name)
      // Folding within a word happens: an encoded address goes on without a space.
      if (value !== undefined) headers.set(name, `${value} ${line.trim()}`)
    } else {
      const [, field, value = ''] = /^([\w-]+)\s*:\s*(.*)$/u.exec(line) ?? []
      if (field === undefined) return { headers, end: at }
      name = headers.has(field.toLowerCase()) ? '' : field.toLowerCase()
      if (name !== '') headers.set(name, value.trim())
    }
    at = next
  }
  return { headers, end: at }
}

/** A parameter of a header value, such as `boundary` or `charset`; null when it is not given. */
export function parameter(value: string, name: string): string | null {
  const [, quoted, bare] = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'iu').exec(value) ?? []
  return quoted ?? bare ?? null
}

/** A header's words with their encoded parts (RFC 2047) decoded. */
export function decodeWords(value: string): string {
  return value
    .replace(/(\?=)\s+(?==\?)/gu, '$1')
    .replace(/=\?([\w-]+)(?:\*[\w-]+)?\?([bq])\?([^?]*)\?=/giu, (whole, charset: string, way: string, text: string) => {
      if (!iconv.encodingExists(charset)) return whole
      const bytes =
        way.toLowerCase() === 'b'
          ? Buffer.from(text, 'base64')
          : Buffer.from(
              text
                .replace(/_/gu, ' ')
                .replace(/=([\da-f]{2})/giu, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
              'latin1',
            )
      return iconv.decode(bytes, charset)
    })
}
