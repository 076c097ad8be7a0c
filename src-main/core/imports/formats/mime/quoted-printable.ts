/** Decodes quoted-printable (RFC 2045, 6.7) in one pass; what is no encoding stays as it is. */
export function fromQuotedPrintable(body: Uint8Array): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(body.length)
  let length = 0
  for (let at = 0; at < body.length; at++) {
    const byte = body[at] ?? 0
    if (byte !== 0x3d) {
      out[length++] = byte
      continue
    }
    const lineEnd = softBreak(body, at + 1)
    if (lineEnd > 0) {
      at = lineEnd - 1
      continue
    }
    const [high, low] = [digit(body[at + 1]), digit(body[at + 2])]
    if (high < 0 || low < 0) out[length++] = byte
    else {
      out[length++] = high * 16 + low
      at += 2
    }
  }
  return out.slice(0, length)
}

/** Behind a soft line break, whose blanks a mail program may have added; 0 when there is none. */
function softBreak(body: Uint8Array, from: number): number {
  let at = from
  while (body[at] === 0x20 || body[at] === 0x09) at++
  if (body[at] === 0x0d) at++
  return body[at] === 0x0a ? at + 1 : 0
}

function digit(byte: number | undefined): number {
  if (byte === undefined) return -1
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30
  const letter = byte | 0x20
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1
}
