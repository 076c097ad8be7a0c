import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { tryDownload } from './attempts.mjs'
import { nodePath, run, runTool } from './run.mjs'

/** How long fetching Playwright's Chromium may take, in ms: not long where the system has one that will do. */
const DOWNLOAD_MS = { withSystem: 20_000, without: 180_000 }
/** How long each step of installing Debian's package may take, in ms. */
const APT_MS = 300_000

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome.exe', 'msedge.exe']
const APPS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
  'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
]

/**
 * Finds a Chromium that Playwright can drive: its own, downloaded if that works, else the system's, else Debian's
 * package where this may install it.
 * @returns {Promise<string | null>} its path, empty for Playwright's own; null when there is none
 */
export async function findChromium() {
  const named = process.env.CHROMIUM_EXECUTABLE
  if (named) return (await launches(named)) ? named : null
  if (await launches('')) return ''
  const system = await systemChromium()
  const limit = system === null ? DOWNLOAD_MS.without : DOWNLOAD_MS.withSystem
  if (await tryDownload('chromium', () => download(limit))) return ''
  return system ?? ((await installDebianPackage()) ? systemChromium() : null)
}

async function download(limit) {
  process.stderr.write('Fetching Chromium…\n')
  const args = ['install', '--only-shell', 'chromium']
  const { code } = await runTool('playwright/cli.js', args, { output: 'hide', limit })
  return code === 0 && launches('')
}

async function systemChromium() {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const candidates = [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...APPS]
  for (const candidate of candidates.filter((file) => existsSync(file))) {
    if (await launches(candidate)) return candidate
  }
  return null
}

async function installDebianPackage() {
  if (process.platform !== 'linux' || process.getuid() !== 0 || !existsSync('/usr/bin/apt-get')) return false
  process.stderr.write('Installing the chromium package…\n')
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update', '-qq'], { output: 'hide', env, limit: APT_MS })
  const { code } = await run('apt-get', ['install', '-y', '-qq', 'chromium'], { output: 'hide', env, limit: APT_MS })
  return code === 0
}

/** Opens and closes it: a file that exists may still lack its libraries. */
async function launches(executable) {
  const script = `
    const { chromium } = require('playwright-core')
    chromium.launch({ executablePath: process.argv[1] || undefined }).then((b) => b.close()).then(() => process.exit(0), () => process.exit(1))`
  const { code } = await run(nodePath(), ['-e', script, executable], { output: 'hide', limit: 30_000 })
  return code === 0
}
