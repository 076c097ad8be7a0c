import { fork } from 'node:child_process'
import type { BackendChild, BackendOptions, FromBackend } from '../../backend/wire'

/** Starts the backend process under plain Node. */
export function spawnBackend(entry: string, options: BackendOptions): BackendChild {
  const child = fork(entry, [JSON.stringify(options)], {
    // Bytes stay bytes, as with Electron's structured clone.
    serialization: 'advanced',
    // Standard output is the host's alone: scripts read the address there.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: [],
  })
  return {
    send: (message) => {
      // A message to a process that just died has no other answer than its exit.
      if (child.connected) child.send(message, () => undefined)
    },
    onMessage: (listener) => {
      child.on('message', (message: FromBackend) => listener(message))
    },
    onExit: (listener) => {
      let told = false
      const tell = (reason: string): void => {
        if (told) return
        told = true
        listener(reason)
      }
      child.on('exit', (code, signal) => tell(signal ?? `exit code ${String(code)}`))
      child.on('error', (error) => tell(error.message))
    },
    kill: () => {
      child.kill('SIGKILL')
    },
  }
}
