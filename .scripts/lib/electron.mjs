import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { tryDownload } from './attempts.mjs'
import { root, runTool } from './run.mjs'

/** How long fetching Electron's binary (about 100 MB, once) may take, in ms. */
const DOWNLOAD_MS = 180_000

/**
 * Finds an Electron to run: the one named by ELECTRON_EXECUTABLE, else the one of node_modules, fetched now if need be.
 * @returns {Promise<{ executable: string | null, reason: string }>} `reason` says why there is none
 */
export async function findElectron() {
  const named = process.env.ELECTRON_EXECUTABLE
  if (named) {
    return existsSync(named) ? found(named) : none(`ELECTRON_EXECUTABLE names ${named}, which is not there`)
  }
  let own = ownElectron()
  if (own === null) {
    await tryDownload('electron', download)
    own = ownElectron()
  }
  if (own === null) return none("Electron's binary could not be downloaded")
  if (process.platform === 'linux') {
    if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return none('there is no display')
    if (process.getuid() === 0) return none('Electron keeps its sandbox and so does not run as root')
  }
  return found(own)
}

async function download() {
  process.stderr.write('Fetching Electron…\n')
  await runTool('electron/install.js', [], { output: 'hide', limit: DOWNLOAD_MS })
  return ownElectron() !== null
}

function ownElectron() {
  const folder = join(root, 'node_modules/electron')
  try {
    const file = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8'))
    return existsSync(file) ? file : null
  } catch {
    return null
  }
}

function found(executable) {
  return { executable, reason: '' }
}

function none(reason) {
  return { executable: null, reason }
}
