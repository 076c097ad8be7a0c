import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

/**
 * The folder that holds the library: the one named, else `LECTERN_LIBRARY`, else where this system keeps such things. The
 * same for the desktop app, the web host and the command line.
 */
export function libraryFolder(named: string | undefined): string {
  const given = named ?? process.env['LECTERN_LIBRARY']
  return given === undefined || given === '' ? defaultLibraryFolder() : resolve(given)
}

/** Where the library is when nobody says otherwise. */
export function defaultLibraryFolder(): string {
  const home = homedir()
  if (process.platform === 'darwin') return join(home, 'Library', 'Application Support', 'Lectern')
  if (process.platform === 'win32') return join(process.env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Lectern')
  return join(process.env['XDG_DATA_HOME'] ?? join(home, '.local', 'share'), 'Lectern')
}
