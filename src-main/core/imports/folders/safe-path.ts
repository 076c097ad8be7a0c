const MAX_PARTS = 24
const MAX_BYTES = 200

// eslint-disable-next-line no-control-regex
const UNSAFE_EVERYWHERE = /[\u0000-\u001F\u007F]/gu
const UNSAFE_ON_WINDOWS = /[<>:"|?*]/gu
const RESERVED_ON_WINDOWS = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu

/**
 * The parts of a path that came from outside, made safe to join below a folder of ours: nothing in them leads out of it, on any
 * system. Ordinary names stay as they are, because pages refer to them.
 * @returns at least one part
 */
export function safePath(path: string, platform: NodeJS.Platform = process.platform): string[] {
  const parts = path
    .split(/[\\/]+/u)
    .filter((part) => !/^(?:\.{0,2}|[a-z]:)$/iu.test(part.trim()))
    .map((part) => safePart(part, platform))
    .filter((part) => part !== '')
  return parts.length === 0 ? ['unnamed'] : parts.slice(-MAX_PARTS)
}

function safePart(part: string, platform: NodeJS.Platform): string {
  let safe = part.replace(UNSAFE_EVERYWHERE, '_')
  if (platform === 'win32') {
    safe = safe.replace(UNSAFE_ON_WINDOWS, '_').replace(/[. ]+$/u, '')
    if (RESERVED_ON_WINDOWS.test(safe)) safe = `_${safe}`
  }
  return shorten(safe)
}

/** File systems count bytes; the extension stays, because it says what a file is. */
function shorten(name: string): string {
  if (Buffer.byteLength(name) <= MAX_BYTES) return name
  const extension = /\.[^.]{1,10}$/u.exec(name)?.[0] ?? ''
  let stem = name.slice(0, MAX_BYTES).slice(0, name.length - extension.length)
  while (Buffer.byteLength(stem + extension) > MAX_BYTES) stem = stem.slice(0, -1)
  return stem.replace(/[\uD800-\uDBFF]$/u, '') + extension
}
