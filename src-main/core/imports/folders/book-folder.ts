import { zipSync, type Zippable } from 'fflate'
import { LecternError } from '@shared/contract/errors'
import type { NewItem } from '../queue/import-job'

const CONTAINER = 'META-INF/container.xml'
/** As for a book in one file. */
const MAX_BYTES = 64 * 1024 * 1024

/** Tells the books among a drop's files that are folders (an EPUB that was unpacked) from everything else: each is one item. */
export function bookFolders<Item extends NewItem>(sources: readonly Item[]): { books: NewItem[]; others: Item[] } {
  const roots = sources.flatMap(({ origin }) => {
    const path = origin.kind === 'file' ? origin.path.replace(/\\/gu, '/') : ''
    const root = path.endsWith(`/${CONTAINER}`) ? path.slice(0, -CONTAINER.length) : null
    return root === null ? [] : [root]
  })
  if (roots.length === 0) return { books: [], others: [...sources] }
  const files = new Map<string, Record<string, string>>(roots.map((root) => [root, {}]))
  const sizes = new Map<string, number>()
  const others = sources.filter(({ origin }) => {
    if (origin.kind !== 'file') return true
    const path = origin.path.replace(/\\/gu, '/')
    const root = roots.find((one) => path.startsWith(one))
    const book = root === undefined ? undefined : files.get(root)
    if (root === undefined || book === undefined) return true
    book[path.slice(root.length)] = origin.staged
    sizes.set(root, (sizes.get(root) ?? 0) + origin.bytes)
    return false
  })
  const books = [...files].map(([root, book]): NewItem => {
    const path = `${root.replace(/\/$/u, '').replace(/\.epub$/iu, '')}.epub`
    return {
      name: path,
      origin: { kind: 'file', path, staged: book[CONTAINER] ?? '', bytes: sizes.get(root) ?? 0, book },
    }
  })
  return { books, others }
}

/** A book that was dropped as a folder, as the one file it is meant to be; nothing in it is packed. @throws LecternError too-large */
export async function packBook(
  name: string,
  book: Readonly<Record<string, string>>,
  readStaged: (staged: string) => Promise<Uint8Array>,
): Promise<Uint8Array<ArrayBuffer>> {
  const entries: Zippable = { mimetype: new TextEncoder().encode('application/epub+zip') }
  let total = 0
  for (const [path, staged] of Object.entries(book)) {
    const bytes = await readStaged(staged)
    total += bytes.byteLength
    if (total > MAX_BYTES)
      throw new LecternError('too-large', `${name} has more than 64 MB, more than Lectern reads. Nothing was added.`)
    entries[path] = bytes
  }
  return new Uint8Array(zipSync(entries, { level: 0, mtime: '1980-01-01T12:00:00' }))
}
