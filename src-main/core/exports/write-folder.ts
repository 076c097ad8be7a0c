import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { ExportedFile } from '@shared/contract/exports'
import { sameFile, withSuffix } from './file-name'
import { lecternIdOf } from './front-matter'

/** What became of one file. */
export interface WrittenFile {
  readonly articleId: ExportedFile['articleId']
  readonly name: string
  readonly outcome: 'written' | 'unchanged'
}

/** A front matter is at the start: no more of a file is read to see whose it is. */
const HEAD_BYTES = 64 * 1024

/**
 * Writes an export into a folder, each file whole or not at all. An article's earlier file is replaced, whatever it is
 * called by now; a file that says the same stays untouched; a file that is not this article's is never overwritten.
 */
export async function writeToFolder(folder: string, files: readonly ExportedFile[]): Promise<WrittenFile[]> {
  await mkdir(folder, { recursive: true })
  const names = await readdir(folder)
  const taken = new Set(names.map(sameFile))
  const own = await ownFiles(folder, names)
  const written: WrittenFile[] = []
  for (const { articleId, name, text } of files) {
    const target = own.get(articleId) ?? freeName(name, articleId, taken)
    taken.add(sameFile(target))
    const unchanged = own.has(articleId) && (await readFile(join(folder, target), 'utf8')) === text
    if (!unchanged) await replace(folder, target, text)
    written.push({ articleId, name: target, outcome: unchanged ? 'unchanged' : 'written' })
  }
  if (written.some(({ outcome }) => outcome === 'written')) await sync(folder)
  return written
}

/** The files of a folder that an export wrote, by the article they are of. */
async function ownFiles(folder: string, names: readonly string[]): Promise<Map<string, string>> {
  const own = new Map<string, string>()
  for (const name of [...names].sort()) {
    if (!name.toLowerCase().endsWith('.md')) continue
    const id = lecternIdOf(await head(join(folder, name)))
    if (id !== null && !own.has(id)) own.set(id, name)
  }
  return own
}

async function head(path: string): Promise<string> {
  const file = await open(path, 'r').catch(() => null)
  if (file === null) return ''
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(HEAD_BYTES) })
    return buffer.toString('utf8', 0, bytesRead)
  } catch {
    return ''
  } finally {
    await file.close()
  }
}

function freeName(name: string, articleId: string, taken: ReadonlySet<string>): string {
  const base = name.replace(/\.md$/u, '')
  const names = [base, withSuffix(base, articleId.slice(0, 8)), withSuffix(base, articleId)].map((one) => `${one}.md`)
  return names.find((one) => !taken.has(sameFile(one))) ?? `${randomUUID()}.md`
}

async function replace(folder: string, name: string, text: string): Promise<void> {
  const partial = join(folder, `.lectern-${randomUUID()}.partial`)
  try {
    const file = await open(partial, 'wx')
    try {
      await file.writeFile(text, 'utf8')
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(partial, join(folder, name))
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  }
}

/** Makes renames last. Windows cannot open a folder, and needs no such call. */
async function sync(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}
