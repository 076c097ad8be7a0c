import { readFileSync, rmSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { writeFileSafely } from '../core/files/write-file'

/** In the default folder, when the library was moved out of it: the folder where it is now. */
const MOVED_FILE = 'library-moved-to.txt'

/**
 * The folder that holds the library: the one named, else `LECTERN_LIBRARY`, else where it was moved to, else where this system
 * keeps such things. The same for the desktop app, the web host and the command line.
 */
export function libraryFolder(named: string | undefined): string {
  const given = named ?? process.env['LECTERN_LIBRARY']
  return given === undefined || given === '' ? (movedFolder() ?? defaultLibraryFolder()) : resolve(given)
}

/** Where the library is when nobody says otherwise. */
export function defaultLibraryFolder(): string {
  const home = homedir()
  if (process.platform === 'darwin') return join(home, 'Library', 'Application Support', 'Lectern')
  if (process.platform === 'win32') return join(process.env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Lectern')
  return join(process.env['XDG_DATA_HOME'] ?? join(home, '.local', 'share'), 'Lectern')
}

/** Where a person moved the library to; null while it is in the default folder. */
export function movedFolder(): string | null {
  try {
    const folder = readFileSync(join(defaultLibraryFolder(), MOVED_FILE), 'utf8').trim()
    return folder === '' ? null : folder
  } catch {
    return null
  }
}

/** Remembers where the library was moved to, unless it had been named when Lectern was started. */
export async function rememberMove(from: string, to: string): Promise<void> {
  const found = movedFolder() ?? defaultLibraryFolder()
  if (found !== from) return
  const file = join(defaultLibraryFolder(), MOVED_FILE)
  if (resolve(to) === defaultLibraryFolder()) rmSync(file, { force: true })
  else await writeFileSafely(file, new TextEncoder().encode(`${to}\n`))
}
