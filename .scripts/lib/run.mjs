import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of package.json. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

const bundledNode = join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node')

/** The Node that everything runs on: the one that package.json pins; this one until that is there. */
export function nodePath() {
  return existsSync(bundledNode) ? bundledNode : process.execPath
}

/** This process's environment, with the pinned Node and the project's tools first. */
export function toolEnv(more = {}) {
  const path = [dirname(nodePath()), join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter)
  const plain = process.stdout.isTTY ? {} : { FORCE_COLOR: '0' }
  return { ...process.env, ...plain, PATH: path, ...more }
}

/**
 * Runs a program and waits for its end.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ output?: 'show' | 'hide' | 'stderr', limit?: number, env?: Record<string, string>, shell?: boolean }} options
 *   `limit` in ms, after which it is ended
 * @returns {Promise<{ code: number, output: string, ms: number }>} `code` is -1 when it did not end by itself
 */
export async function run(command, args, { output = 'show', limit, env = {}, shell = false } = {}) {
  const began = Date.now()
  const stdio = output === 'show' ? 'inherit' : ['ignore', 'pipe', 'pipe']
  // A group of its own where there is a limit, so that what it started ends with it.
  const detached = limit !== undefined && process.platform !== 'win32'
  const child = spawn(command, args, { cwd: root, env: toolEnv(env), stdio, shell, detached })
  let heard = ''
  const hear = (chunk) => {
    heard += chunk
    if (output === 'stderr') process.stderr.write(chunk)
  }
  child.stdout?.on('data', hear)
  child.stderr?.on('data', hear)
  const end = () => {
    try {
      if (detached) process.kill(-child.pid, 'SIGKILL')
      else child.kill('SIGKILL')
    } catch {
      // It ended just now.
    }
  }
  const timer = limit === undefined ? undefined : setTimeout(end, limit)
  // Ctrl+C reaches the whole group by itself; the word to end reaches only this process.
  const passOn = () => child.kill('SIGTERM')
  process.on('SIGTERM', passOn)
  const code = await new Promise((done) => {
    child.on('error', (error) => {
      heard += error.message
      done(-1)
    })
    child.on('close', (exit) => done(exit ?? -1))
  })
  process.off('SIGTERM', passOn)
  clearTimeout(timer)
  return { code, output: heard, ms: Date.now() - began }
}

/** Runs one of the project's JavaScript tools under the pinned Node, by its file in node_modules. */
export function runTool(file, args, options) {
  return run(nodePath(), [join(root, 'node_modules', file), ...args], options)
}

/** Ends this script with a message for a person. */
export function fail(message) {
  process.stderr.write(`${message.trimEnd()}\n`)
  process.exit(1)
}
