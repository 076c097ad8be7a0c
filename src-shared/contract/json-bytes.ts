/**
 * JSON that carries bytes: a `Uint8Array` travels as `{ "$bytes": "<base64>" }`. For transports without structured clone.
 * The strings a person writes cannot be taken for bytes, because the mark is a key of an object and not a string.
 */
export function toJson(value: unknown): string {
  return JSON.stringify(value, function (this: object, key, after: unknown): unknown {
    // Not `after`: a Node Buffer has turned itself into an array of numbers by then.
    const before: unknown = Reflect.get(this, key)
    return before instanceof Uint8Array ? { $bytes: toBase64(before) } : after
  })
}

/**
 * Reads what `toJson` wrote.
 * @throws SyntaxError when the text is not JSON; DOMException when bytes are not base64
 */
export function fromJson(text: string): unknown {
  // Looking at each value takes longer than the rest of it, and few messages hold bytes.
  if (!text.includes('$bytes')) return JSON.parse(text)
  return JSON.parse(text, (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null || !('$bytes' in value)) return value
    return typeof value.$bytes === 'string' && Object.keys(value).length === 1 ? fromBase64(value.$bytes) : value
  })
}

/** A multiple of three, so that the pieces can be put side by side; small enough to be spread as arguments. */
const PIECE = 3 * 8192

function toBase64(bytes: Uint8Array): string {
  let base64 = ''
  for (let at = 0; at < bytes.length; at += PIECE) {
    base64 += btoa(String.fromCharCode(...bytes.subarray(at, at + PIECE)))
  }
  return base64
}

function fromBase64(base64: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64)
  const bytes = new Uint8Array(binary.length)
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at)
  return bytes
}
