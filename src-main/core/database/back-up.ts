import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3, { type Database } from 'better-sqlite3'

/**
 * Copies a library whole into its folder `backups`, and reads the copy before it counts.
 * @returns path of the copy, a name that was not taken
 */
export function backUp(db: Database, folder: string, version: number): string {
  const backups = join(folder, 'backups')
  mkdirSync(backups, { recursive: true })
  const target = freeName(join(backups, `before-format-change-${version}`))
  const partial = `${target}.partial`
  rmSync(partial, { force: true })
  db.prepare('VACUUM INTO ?').run(partial)
  check(partial, version)
  sync(partial)
  renameSync(partial, target)
  // Windows cannot open a folder to sync it, and keeps names safe by itself.
  if (process.platform !== 'win32') sync(backups)
  return target
}

function freeName(stem: string): string {
  let name = `${stem}.db`
  for (let count = 2; existsSync(name); count += 1) name = `${stem}-${count}.db`
  return name
}

function check(file: string, version: number): void {
  const copy = new BetterSqlite3(file, { readonly: true })
  try {
    const verdict: unknown = copy.pragma('quick_check(1)', { simple: true })
    if (verdict !== 'ok' || copy.pragma('user_version', { simple: true }) !== version) {
      throw new Error(`The copy made before a format change does not read back well: ${String(verdict)}`)
    }
  } finally {
    copy.close()
  }
}

function sync(path: string): void {
  const descriptor = openSync(path, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
