import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ExitCode, UsageError, type Command } from './command'

export const serveCommand: Command = {
  name: 'serve',
  summary: 'show the library in the browser of this computer',
  help: `Usage: lectern serve [options]

Serves the library to this computer only (127.0.0.1) until it is stopped with Ctrl+C. Prints one line of JSON
with the address; whoever has the address can read the library.

  --port N       the port; any free one otherwise
  --no-open      do not open a browser
  --library DIR  the library's folder; otherwise LECTERN_LIBRARY, else the app's own
`,
  async run(args) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        library: { type: 'string' },
        port: { type: 'string', default: '0' },
        open: { type: 'boolean', default: true },
        json: { type: 'boolean' },
      },
      allowNegative: true,
    })
    if (!/^\d{1,5}$/u.test(values.port) || Number(values.port) > 65_535) {
      throw new UsageError('--port is a number from 0 to 65535.')
    }
    const library = values.library === undefined ? [] : ['--library', values.library]
    const open = values.open ? '--open' : '--no-open'
    return serve([...library, '--port', values.port, '--json', open])
  },
}

/** Runs the web host until it ends; what stops this process stops it too. */
function serve(args: readonly string[]): Promise<ExitCode> {
  const child = spawn(process.execPath, [join(__dirname, 'web.cjs'), ...args], { stdio: 'inherit' })
  let stopped = false
  const pass = (signal: NodeJS.Signals): void => {
    stopped = true
    child.kill(signal)
  }
  process.on('SIGINT', pass).on('SIGTERM', pass)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => resolve(code === 0 || stopped ? ExitCode.ok : ExitCode.failed))
  })
}
