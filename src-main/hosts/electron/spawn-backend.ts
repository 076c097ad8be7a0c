import { utilityProcess } from 'electron'
import type { BackendChild, BackendOptions, FromBackend } from '../../backend/wire'

/** Starts the backend in one of Electron's utility processes: `child_process.fork` needs a fuse that we keep off. */
export function spawnBackend(entry: string, options: BackendOptions): BackendChild {
  const child = utilityProcess.fork(entry, [JSON.stringify(options)], { serviceName: 'Lectern library' })
  return {
    send: (message) => child.postMessage(message),
    onMessage: (listener) => {
      child.on('message', (message: FromBackend) => listener(message))
    },
    onExit: (listener) => {
      child.once('exit', (code) => listener(`exit code ${code}`))
    },
    kill: () => {
      child.kill()
    },
  }
}
