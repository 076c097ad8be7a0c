import { LecternError } from '@shared/contract/errors'
import { bareUtf16 } from './charset'
import { READABLE } from '../folders/file-kind'
import type { Source } from './read-source'

/** What well-known binary files begin with, and what to call them. */
const SIGNATURES: readonly (readonly [prefix: string, name: string])[] = [
  ['PK\u0003\u0004', 'a zip archive'],
  ['PK\u0005\u0006', 'an empty zip archive'],
  ['\u0089PNG', 'an image'],
  ['\u00FF\u00D8\u00FF', 'an image'],
  ['GIF8', 'an image'],
  ['RIFF', 'a sound, video or image file'],
  ['\u001F\u008B', 'a gzip archive'],
  ['BZh', 'a bzip2 archive'],
  ['\u00FD7zXZ', 'an xz archive'],
  ['7z\u00BC\u00AF', 'a 7-Zip archive'],
  ['Rar!', 'a RAR archive'],
  ['\u007FELF', 'a program'],
  ['MZ\u0090', 'a program'],
  ['SQLite format 3', 'a database'],
  ['bplist00', 'a list of settings, not a web archive'],
  ['ID3', 'a sound file'],
  ['OggS', 'a sound file'],
  ['ZIM\u0004', 'a ZIM archive'],
  ['\u00D0\u00CF\u0011\u00E0', 'an old office document'],
]

/** Files that only one kind of zip archive has. */
const ZIPPED: readonly (readonly [path: string, name: string])[] = [
  ['word/document.xml', 'a Word document'],
  ['xl/workbook.xml', 'a spreadsheet'],
  ['ppt/presentation.xml', 'a presentation'],
  ['mimetypeapplication/vnd.oasis.opendocument', 'an office document'],
]

/**
 * @throws LecternError nothing-to-read for no bytes or white space only, unsupported-format for binary files: known by what they
 * begin with, or by having many control characters.
 */
export function refuseBinary({ bytes, name }: Source): void {
  const item = name || 'the pasted text'
  const head = Buffer.from(bytes.subarray(0, 4096))
  const start = head.toString('latin1')
  if (start.startsWith('%PDF-')) throw unsupported(item, 'a PDF')
  if (isBlank(bytes))
    throw new LecternError(
      'nothing-to-read',
      `There is no text in ${item}. Nothing was added; check that it is the right file.`,
    )
  if (looksLikeText(head)) return
  const inside = start.startsWith('PK') ? ZIPPED.find(([path]) => Buffer.from(bytes).includes(path))?.[1] : undefined
  const known = inside ?? SIGNATURES.find(([prefix]) => start.startsWith(prefix))?.[1]
  throw unsupported(item, known ?? (start.slice(4, 8) === 'ftyp' ? 'a video or image file' : 'a binary file'))
}

function unsupported(item: string, what: string): LecternError {
  return new LecternError(
    'unsupported-format',
    `Lectern cannot read ${item}: it is ${what}. Nothing was added. ${READABLE}`,
  )
}

function isBlank(bytes: Uint8Array): boolean {
  const blank = new Set([0, 9, 10, 11, 12, 13, 32, 0xef, 0xbb, 0xbf, 0xfe, 0xff])
  return bytes.every((byte) => blank.has(byte))
}

/** Text has no control characters to speak of; UTF-16 has noughts in half of its places. */
function looksLikeText(head: Buffer): boolean {
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return true
  if (bareUtf16(head) !== null) return true
  let odd = 0
  let noughts = 0
  for (const byte of head) {
    if (byte === 0) noughts++
    else if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27) || byte === 127) odd++
  }
  return odd <= head.length * 0.02 && noughts <= head.length * 0.01
}
