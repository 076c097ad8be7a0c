import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { findChromium } from './chromium.mjs'
import { withDisplay } from './display.mjs'
import { findElectron } from './electron.mjs'
import { root, runTool } from './run.mjs'

/**
 * @typedef {{ passed: number, failed: number, skipped: number, output: string }} Outcome
 * @typedef {{ name: string, needsBuild: boolean, run: () => Promise<Outcome> }} Gate
 */

const SOURCES = ['src-main', 'src-renderer', 'src-preload', 'src-shared']

/** Everything that must hold, cheapest first. @type {readonly Gate[]} */
export const gates = [
  check('format', 'prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']),
  check('lint', 'oxlint/bin/oxlint', ['--type-aware', '--deny-warnings']),
  check('types:node', 'typescript/bin/tsc', ['-p', 'tsconfig.node.json']),
  check('types:web', 'typescript/bin/tsc', ['-p', 'tsconfig.web.json']),
  check('types:tests', 'typescript/bin/tsc', ['-p', 'tsconfig.tests.json']),
  check('imports', 'dependency-cruiser/bin/dependency-cruiser.mjs', [
    '--config',
    '.dependency-cruiser.cjs',
    ...SOURCES,
  ]),
  check('unused', 'knip/bin/knip.js', ['--no-progress']),
  { name: 'unit', needsBuild: true, run: unit },
  { name: 'chromium', needsBuild: true, run: chromium },
  { name: 'electron', needsBuild: true, run: electron },
]

/** A tool that is content or not: one check. @returns {Gate} */
function check(name, file, args) {
  return {
    name,
    needsBuild: false,
    run: async () => {
      const { code, output } = await runTool(file, args, { output: 'hide' })
      return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0, output: code === 0 ? '' : output }
    },
  }
}

/** Where Chromium is; looked for, and installed, once. */
const chromiumFound = (() => {
  let finding
  return () => (finding ??= findChromium())
})()

/** What tells the tests which Chromium to use; nothing where it is Playwright's own. */
function chromiumEnv(executable) {
  return executable ? { CHROMIUM_EXECUTABLE: executable } : {}
}

async function unit() {
  // The parity tests compare the core's text with Chromium's.
  const env = chromiumEnv(await chromiumFound())
  const report = freshReport('unit.json')
  const { code, output } = await runTool(
    'vitest/vitest.mjs',
    ['run', '--config', 'tests/vitest.config.ts', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`],
    { output: 'stderr', env },
  )
  return counted(code, output, report, ({ numPassedTests, numFailedTests, numPendingTests, numTodoTests }) => ({
    passed: numPassedTests,
    failed: numFailedTests,
    skipped: numPendingTests + numTodoTests,
  }))
}

async function chromium() {
  const executable = await chromiumFound()
  if (executable === null) return failed('There is no Chromium, and none could be installed.')
  return playwright('chromium', chromiumEnv(executable))
}

async function electron() {
  const { executable, reason } = await findElectron()
  if (executable === null) {
    process.stderr.write(`ELECTRON TESTS SKIPPED: ${reason}.\n`)
    return playwright('electron', { LECTERN_SKIP_ELECTRON: reason })
  }
  return withDisplay((env) => playwright('electron', { ...env, ELECTRON_EXECUTABLE: executable }))
}

async function playwright(project, env) {
  const report = freshReport(`${project}.json`)
  const args = ['test', '--config', 'tests/playwright.config.ts', '--project', project, '--reporter=line,json']
  const { code, output } = await runTool('playwright/cli.js', args, {
    output: 'stderr',
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  })
  return counted(code, output, report, ({ stats }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
  }))
}

function freshReport(name) {
  const folder = join(root, 'test-results')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, name)
  rmSync(file, { force: true })
  return file
}

/** Takes the counts of a report; a run that failed without a failing test (one that did not load) counts as one. */
function counted(code, output, report, read) {
  try {
    const counts = read(JSON.parse(readFileSync(report, 'utf8')))
    if (code !== 0 && counts.failed === 0) counts.failed = 1
    return { ...counts, output: '' }
  } catch {
    return failed(output)
  }
}

/** @returns {Outcome} */
function failed(output) {
  return { passed: 0, failed: 1, skipped: 0, output }
}
