import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { tempFolder } from '../../support/temp-folder'

const root = resolve(import.meta.dirname, '../../..')
const here = existsSync(join(root, '../shared/corpora/extraction'))

test.skipIf(!here)(
  'the benchmark runs over every corpus, and its figures are plausible (skipped without ../shared/corpora)',
  { timeout: 180_000 },
  async () => {
    const file = join(tempFolder(), 'figures.json')
    const script = join(root, '.scripts/bench-extraction.mjs')
    const args = [script, '--limit', '1', '--readings', '1', '--pages', '--peers', 'readability', '--json', file]
    const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 64 * 1024 * 1024 })
    expect(stdout).toContain('text F1')
    expect(stdout).toContain('CPU ratio, median')
    expect(stdout.match(/^\{"corpus"/gmu)).toHaveLength(4 * 2)
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
      readability: { lectern: { pages: 1, errors: 0, empty: 0 }, readability: { 'ratio median': 1 } },
      'traf-dev': { lectern: { pages: 1, errors: 0, empty: 0 } },
      defuddle: { lectern: { pages: 1, errors: 0 } },
      'wiki-dev': { lectern: { pages: 1, errors: 0, 'wiki backlinkLeak': 0 } },
    })
  },
)
