import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fail, nodePath, root, run } from './run.mjs'

/**
 * Installs what package-lock.json names, if it is not there already, and sees that the pinned Node works.
 * Install scripts of dependencies do not run; only Node's, which fetches its binary.
 * @param {{ output?: 'show' | 'hide' | 'stderr' }} options
 */
export async function install({ output = 'stderr' } = {}) {
  if (!isInstalled()) {
    process.stderr.write('Installing what is missing; this takes a minute or two the first time…\n')
    const args = [
      'install',
      '--no-save',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--no-progress',
      '--loglevel=error',
    ]
    const { code, output: said } = await npm(args, output)
    if (code !== 0) fail(`npm could not install Lectern's dependencies.\n${output === 'hide' ? said : ''}`)
  }
  if (await nodeWorks()) return
  const { output: said } = await npm(['rebuild', 'node', '--loglevel=error'], 'hide')
  if (!(await nodeWorks())) fail(`The Node that Lectern runs on could not be fetched.\n${said}`)
}

/** Whether every package that the lock file wants is there in its version; other systems' optional ones do not count. */
function isInstalled() {
  const wanted = packagesOf(join(root, 'package-lock.json'))
  const present = packagesOf(join(root, 'node_modules/.package-lock.json'))
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional === true || present[path]?.version === version,
  )
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {}
  } catch {
    return {}
  }
}

/** better-sqlite3 needs Node-API 10. */
async function nodeWorks() {
  const { code } = await run(nodePath(), ['-e', 'process.exit(Number(process.versions.napi) >= 10 ? 0 : 1)'], {
    output: 'hide',
  })
  return code === 0
}

function npm(args, output) {
  const ownScript = process.env.npm_execpath
  if (ownScript?.endsWith('.js')) return run(process.execPath, [ownScript, ...args], { output })
  return run('npm', args, { output, shell: process.platform === 'win32' })
}
