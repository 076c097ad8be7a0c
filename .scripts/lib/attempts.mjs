import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from './run.mjs'

/**
 * A download that failed is not tried again for this long, in ms: test runs without a network do not each wait for it, and
 * a network that is back is soon used.
 */
const REST_MS = 15 * 60 * 1000

/**
 * Tries a download, unless it failed a short while ago. `npm ci` forgets that it did.
 * @param {string} name
 * @param {() => Promise<boolean>} download answers whether it worked
 * @returns {Promise<boolean>}
 */
export async function tryDownload(name, download) {
  const mark = join(root, 'node_modules/.cache/lectern', `${name}-not-downloaded`)
  const failedAt = statSync(mark, { throwIfNoEntry: false })?.mtimeMs ?? 0
  if (Date.now() - failedAt < REST_MS) return false
  const worked = await download()
  rmSync(mark, { force: true })
  if (!worked) {
    mkdirSync(dirname(mark), { recursive: true })
    writeFileSync(mark, '')
  }
  return worked
}
