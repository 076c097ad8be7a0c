import { open, lstat, readdir, realpath, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { lecternIdOf } from '../documents/front-matter'
import { someAtATime } from './some-at-a-time'

/** A front matter is at the start: no more of a file is read to see whose it is. */
const HEAD_BYTES = 64 * 1024
/** What a process that ended left behind is taken away after so many ms: another may be at work. */
const LEFT_FOR_MS = 10 * 60 * 1000
export const PARTIAL = /^\.lectern-[0-9a-f-]{36}\.partial$/u
/** Folders nested more deeply are not looked into. */
const DEEPEST = 30

/** The files of a folder. Paths have `/` between their parts. */
export interface Vault {
  /** The folder with every symbolic link followed. */
  readonly root: string
  /** Markdown files, by path: size, time of change and inode. */
  readonly files: ReadonlyMap<string, string>
  /** Paths of everything there, folders too. */
  readonly all: ReadonlySet<string>
}

/**
 * Looks through a folder without reading a file. What begins with a dot is some program's own (`.obsidian`, `.trash`), and
 * symbolic links may lead anywhere: neither is looked at.
 */
export async function walkVault(root: string, now: number): Promise<Vault> {
  const files = new Map<string, string>()
  const all = new Set<string>()
  const todo = [{ path: '', depth: 0 }]
  for (let folder = todo.pop(); folder !== undefined; folder = todo.pop()) {
    const { path, depth } = folder
    const entries = await readdir(join(root, path), { withFileTypes: true }).catch((error: unknown) => {
      if (path === '') throw error
      return []
    })
    const found: string[] = []
    for (const entry of entries) {
      const here = path === '' ? entry.name : `${path}/${entry.name}`
      all.add(here)
      if (entry.name.startsWith('.')) {
        if (PARTIAL.test(entry.name) && entry.isFile()) await removeOld(join(root, here), now)
      } else if (entry.isDirectory()) {
        if (depth < DEEPEST && entry.name !== 'node_modules') todo.push({ path: here, depth: depth + 1 })
      } else if (entry.isFile() && /\.md$/iu.test(entry.name)) {
        found.push(here)
      }
    }
    const stats: (string | null)[] = []
    await someAtATime(found, async (here, at) => {
      stats[at] = await statOf(join(root, here))
    })
    found.forEach((here, at) => {
      const stat = stats[at]
      if (typeof stat === 'string') files.set(here, stat)
    })
  }
  return { root, files, all }
}

async function removeOld(path: string, now: number): Promise<void> {
  const stat = await lstat(path).catch(() => null)
  if (stat !== null && now - stat.mtimeMs > LEFT_FOR_MS) await rm(path, { force: true }).catch(() => undefined)
}

/** Size, time of change and inode of a plain file; null for anything else. */
export async function statOf(path: string): Promise<string | null> {
  const stat = await lstat(path, { bigint: true }).catch(() => null)
  return stat?.isFile() === true ? `${stat.size}:${stat.mtimeNs}:${stat.ino}` : null
}

/** The document that a file says it is of, from its beginning; null for any other file. */
export async function idOfFile(path: string): Promise<string | null> {
  const file = await open(path, 'r').catch(() => null)
  if (file === null) return null
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(HEAD_BYTES) })
    return lecternIdOf(buffer.toString('utf8', 0, bytesRead))
  } catch {
    return null
  } finally {
    await file.close()
  }
}

/** The inode of what `statOf` answered: a file keeps it when it is renamed. */
export function inodeOf(stat: string): string {
  return stat.split(':')[2] ?? ''
}

/** A folder's real path; null when it is not there. */
export async function realFolder(path: string): Promise<string | null> {
  return realpath(path).catch(() => null)
}
