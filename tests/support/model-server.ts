import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'

const SCRIPT = join(resolve(import.meta.dirname, '../..'), 'tests/support/model-server-process.mjs')

/** A model server in a process of its own, on this computer: its address, what it was asked, and the way to end it. */
export async function startModelServer() {
  const child = spawn(process.execPath, [SCRIPT], { stdio: ['ignore', 'pipe', 'inherit'] })
  const said = await once(createInterface({ input: child.stdout }), 'line')
  const port = Number(/"port":(\d+)/u.exec(String(said[0]))?.[1])
  const address = `http://127.0.0.1:${port}`
  return {
    port,
    address,
    /** The bodies of all chats so far, as text. */
    requests: async (): Promise<string> => (await fetch(`${address}/requests`)).text(),
    close: async () => {
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}
