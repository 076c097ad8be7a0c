import { version } from '../../../package.json'
import { openLogFile } from '../../backend/log-file'
import { superviseBackend, type Backend } from '../../backend/supervisor'
import { createAssetFiles } from '../../core/files/asset-files'
import { createContent } from '../content'
import { movedFolder, rememberMove } from '../library-folder'
import { places } from '../places'
import { createAccess } from './access'
import { listen } from './server'
import { spawnBackend } from './spawn-backend'

export interface ServeOptions {
  readonly folder: string
  /** 0 takes any free port. */
  readonly port: number
}

/** A library that is being served to this computer's browser. */
export interface Served {
  /** Opens the app, token and all: whoever has it can read the library. */
  readonly address: string
  /** An address that works once, within a minute. */
  oneTimeAddress(): string
  readonly backend: Backend
  close(): Promise<void>
}

/**
 * Opens a library in a process of its own and serves it on 127.0.0.1.
 * @throws LecternError when the library cannot be opened; the system's error when the port is taken
 */
export async function serve({ folder, port }: ServeOptions): Promise<Served> {
  const log = openLogFile(folder, 'host')
  let assets = createAssetFiles(folder)
  const backend = superviseBackend({
    folder,
    spawn: (at) => spawnBackend(places.backend, { folder: at, version, mustExist: at === movedFolder() }),
    onMoved: (to) => {
      assets = createAssetFiles(to)
      rememberMove(folder, to).catch((error: unknown) => log(`could not remember the move: ${String(error)}`))
    },
    log,
    now: () => performance.now(),
  })
  await backend.ready
  const access = createAccess(Date.now)
  const content = createContent({
    appFolder: places.renderer,
    devServer: process.env['ELECTRON_RENDERER_URL'] ?? null,
    call: (name, input) => backend.call(name, input),
    readAsset: (id) => assets.read(id),
  })
  try {
    const server = await listen({ port, access, backend, content, log })
    return {
      address: `${server.origin}/#token=${access.launchToken}`,
      oneTimeAddress: () => `${server.origin}/#token=${access.oneTimeToken()}`,
      backend,
      close: async () => {
        await server.close()
        await backend.close()
      },
    }
  } catch (error) {
    await backend.close()
    throw error
  }
}
