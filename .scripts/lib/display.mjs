import { spawn } from 'node:child_process'
import { toolEnv } from './run.mjs'

/** How long a virtual display may take to start, in ms. */
const START_MS = 10_000

/**
 * Runs something with a display: the one that is there, else a virtual one where Xvfb is installed. One for all tests, because
 * a wrapper that starts its own for each app races with itself when many start at once.
 * @template T
 * @param {(env: Record<string, string>) => Promise<T>} use is told what to add to the environment
 * @returns {Promise<T>}
 */
export async function withDisplay(use) {
  if (process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY) return use({})
  // Xvfb picks a free number itself and writes it to the descriptor that is named.
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1440x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    env: toolEnv(),
  })
  const number = await new Promise((done) => {
    const timer = setTimeout(() => done(null), START_MS)
    const end = (value) => {
      clearTimeout(timer)
      done(value)
    }
    server.on('error', () => end(null))
    server.on('exit', () => end(null))
    server.stdio[3].on('data', (chunk) => end(String(chunk).trim()))
  })
  try {
    return await use(number === null ? {} : { DISPLAY: `:${number}` })
  } finally {
    server.kill()
  }
}
