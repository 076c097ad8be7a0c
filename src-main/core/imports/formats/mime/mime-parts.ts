import { type MimeHeaders, parameter, readHeaders } from './mime-headers'
import { fromQuotedPrintable } from './quoted-printable'

/** One part of a MIME message that is no container of others. */
export interface MimePart {
  readonly headers: MimeHeaders
  /** Lower case, without parameters; `text/plain` when none is stated. */
  readonly type: string
  /** Its bytes, decoded anew at each call. */
  decode(): Uint8Array<ArrayBuffer>
}

export interface MimeMessage {
  readonly headers: MimeHeaders
  /** In their order, from however deep. */
  readonly parts: readonly MimePart[]
}

/** Pages load some hundred files, the heaviest some thousand. What comes after is left out. */
const MAX_PARTS = 10_000
/** Browsers nest two deep. Deeper containers are left out. */
const MAX_DEPTH = 10

/** Takes a MIME message apart (RFC 2045, 2046). Never fails: what is no message has one part, all of it. */
export function readMime(bytes: Uint8Array<ArrayBuffer>): MimeMessage {
  const message = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts: MimePart[] = []
  const top = readHeaders(message)
  addParts(message.subarray(top.end), top.headers, 0, parts)
  return { headers: top.headers, parts }
}

function addParts(body: Buffer, headers: MimeHeaders, depth: number, parts: MimePart[]): void {
  const stated = headers.get('content-type') ?? ''
  const type = stated.toLowerCase().replace(/;.*$/su, '').trim() || 'text/plain'
  const boundary = parameter(stated, 'boundary')
  if (!type.startsWith('multipart/') || boundary === null) {
    if (parts.length < MAX_PARTS) parts.push({ headers, type, decode: () => decodeBody(body, headers) })
    return
  }
  if (depth >= MAX_DEPTH) return
  for (const piece of pieces(body, `--${boundary}`)) {
    if (parts.length >= MAX_PARTS) return
    const { headers: own, end } = readHeaders(piece)
    addParts(piece.subarray(end), own, depth + 1, parts)
  }
}

/** What stands between delimiter lines; the line end in front of one belongs to it. */
function* pieces(body: Buffer, delimiter: string): Generator<Buffer> {
  let from = -1
  for (let at = body.indexOf(delimiter); at >= 0; at = body.indexOf(delimiter, at + delimiter.length)) {
    if (at > 0 && body[at - 1] !== 10) continue
    const after = at + delimiter.length
    const isEnd = body[after] === 45 && body[after + 1] === 45
    // A longer boundary may begin with a shorter one.
    if (!isEnd && !/^[ \t]*(?:\r?\n|$)/u.test(body.toString('latin1', after, after + 80))) continue
    if (from >= 0) yield body.subarray(from, Math.max(from, at - (body[at - 2] === 13 ? 2 : 1)))
    if (isEnd) return
    const lineEnd = body.indexOf(10, after)
    if (lineEnd < 0) return
    from = lineEnd + 1
  }
  // The last delimiter is missing where a file was cut short.
  if (from >= 0) yield body.subarray(from)
}

function decodeBody(body: Buffer, headers: MimeHeaders): Uint8Array<ArrayBuffer> {
  switch (headers.get('content-transfer-encoding')?.trim().toLowerCase()) {
    case 'base64':
      return new Uint8Array(Buffer.from(body.toString('latin1'), 'base64'))
    case 'quoted-printable':
      return fromQuotedPrintable(body)
    default:
      return new Uint8Array(body)
  }
}
