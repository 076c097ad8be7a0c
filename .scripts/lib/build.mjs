import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fail, root, runTool } from './run.mjs'

const SOURCES = ['src-main', 'src-preload', 'src-renderer', 'src-shared']
const FILES = ['electron.vite.config.ts', 'package.json', 'package-lock.json', 'tsconfig.json']
const STAMP = join(root, 'out/.sources')
const RESULTS = ['out/main/backend.cjs', 'out/preload/index.cjs', 'out/renderer/index.html']

/** Builds `out/` if it was not built from the sources as they are now. */
export async function build() {
  const now = hashOfSources()
  if (isBuiltFrom(now)) return
  process.stderr.write('Building…\n')
  const { code, output } = await runTool('electron-vite/bin/electron-vite.js', ['build', '--logLevel', 'warn'], {
    output: 'hide',
  })
  if (code !== 0) fail(`Lectern could not be built.\n${output}`)
  writeFileSync(STAMP, now)
}

function isBuiltFrom(hash) {
  return (
    existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash && RESULTS.every((file) => existsSync(join(root, file)))
  )
}

/** Of contents, not of times: a checkout or a copy changes times only. */
function hashOfSources() {
  const hash = createHash('sha256')
  const files = [
    ...SOURCES.flatMap((folder) => filesBelow(join(root, folder))),
    ...FILES.map((file) => join(root, file)),
  ]
  for (const file of files.filter((name) => !/\.test\.tsx?$/u.test(name)).toSorted((a, b) => (a < b ? -1 : 1))) {
    hash
      .update(`${relative(root, file)}\0`)
      .update(readFileSync(file))
      .update('\0')
  }
  return hash.digest('hex')
}

function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? filesBelow(path) : [path]
  })
}
