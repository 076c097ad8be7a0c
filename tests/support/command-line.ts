import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { z } from 'zod'
import { SnapshotId } from '@shared/domain/ids'
import { run } from '../../src-main/cli/run'
import { createAnnotationStore } from '../../src-main/core/annotations/annotation-store'
import { annotationHandlers } from '../../src-main/core/annotations/annotations'
import { openDatabase } from '../../src-main/core/database/database'
import { createSearchIndex } from '../../src-main/core/search/search-index'
import { createSnapshotStore } from '../../src-main/core/snapshots/snapshot-store'
import { targetOf } from './stores'
import { tempFolder } from './temp-folder'

export const root = resolve(import.meta.dirname, '../..')

export const PAGE = `<!doctype html><html lang="en"><head><title>The Broad Street pump</title></head><body><article>
<h1>The Broad Street pump</h1><p>In 1854 cholera struck Soho, and within ten days some five hundred people had died.
The physician John Snow walked from door to door and asked where each household fetched its water.</p>
<h2>The map</h2><p>Dr Snow mapped the deaths, and the map pointed at one pump in Broad Street. He persuaded the board of
guardians to take off its handle, which they did on the following day.</p>
<p><img src="figures/map.png" alt="The map"></p></article></body></html>`
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs the built command line in a process of its own. */
export async function lectern(args: readonly string[], input = ''): Promise<Ended> {
  const child = spawn(process.execPath, [join(root, 'out/main/cli.cjs'), ...args], { cwd: root })
  child.stdin.end(input)
  const ended = new Promise<number | null>((done) => child.on('close', done))
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  return { code, out, err }
}

/** The same within this process, which is faster where nothing is read in workers. */
export async function lecternHere(args: readonly string[]): Promise<Ended> {
  let out = ''
  let err = ''
  const code = await run(args, { stdin: Readable.from([]), out: (more) => (out += more), err: (more) => (err += more) })
  return { code, out, err }
}

/** A page with a picture, and a library that is not there yet. */
export function givenFiles(): { library: string; page: string; folder: string } {
  const folder = tempFolder()
  const page = join(folder, 'pump.html')
  mkdirSync(join(folder, 'figures'))
  writeFileSync(page, PAGE)
  writeFileSync(join(folder, 'figures/map.png'), PNG)
  return { folder, page, library: tempFolder() }
}

/** Makes one highlight in the first article, as the app would. */
export async function highlight(library: string, exact: string): Promise<void> {
  const { out } = await lecternHere(['list', '--library', library, '--json'])
  const [article] = z.array(z.object({ snapshotId: SnapshotId })).parse(JSON.parse(out))
  if (article === undefined) throw new Error('The library is empty')
  const db = openDatabase(library)
  const words = createSnapshotStore(db).text(article.snapshotId) ?? ''
  const store = createAnnotationStore(db, createSearchIndex(db))
  const annotations = annotationHandlers({ store, emit: () => undefined, now: Date.now })
  await annotations.highlight({ target: targetOf(article.snapshotId, words, exact), colour: 'green' })
  db.close()
}
