/** `npm run bench:sync`: how long it takes to keep a folder in step with a library, and how long the backend is kept from answering. */
import { appendFileSync, cpSync, existsSync, mkdtempSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { createAnnotationStore } from '../../../src-main/core/annotations/annotation-store'
import { createArticleStore } from '../../../src-main/core/articles/article-store'
import { openDatabase } from '../../../src-main/core/database/database'
import { createExportSource } from '../../../src-main/core/exports/export-source'
import { createExportStore } from '../../../src-main/core/exports/export-store'
import { createSyncStore } from '../../../src-main/core/exports/syncing/sync-store'
import { createSyncing } from '../../../src-main/core/exports/syncing/syncing'
import { createAssetFiles } from '../../../src-main/core/files/asset-files'
import { createSearchIndex } from '../../../src-main/core/search/search-index'
import { createSettingsStore } from '../../../src-main/core/settings/settings-store'
import { createSnapshotStore } from '../../../src-main/core/snapshots/snapshot-store'
import { plainNote } from '../../../src-shared/text/note-text'
import { fillLibrary } from './make-library'

const { values } = parseArgs({
  allowPositionals: true,
  options: {
    articles: { type: 'string', default: '500' },
    highlights: { type: 'string', default: '5000' },
    folder: { type: 'string' },
  },
})
const out = (line: string) => void process.stdout.write(`${line}\n`)
const temp = mkdtempSync(join(tmpdir(), 'lectern-bench-sync-'))
const library = join(temp, 'library')
const vault = join(temp, 'vault')
try {
  mkdirSync(vault)
  const kept = values.folder
  if (kept !== undefined && existsSync(kept)) cpSync(kept, library, { recursive: true })
  else {
    const began = performance.now()
    const made = openDatabase(library)
    fillLibrary(made, Number(values.articles), Number(values.highlights))
    made.close()
    if (kept !== undefined) cpSync(library, kept, { recursive: true })
    out(`Made a library in ${seconds(performance.now() - began)}.`)
  }
  const db = openDatabase(library)
  const index = createSearchIndex(db)
  const settings = createSettingsStore(db)
  const store = createExportStore(db)
  const annotations = createAnnotationStore(db, index)
  const articles = createArticleStore(db, index)
  const snapshots = createSnapshotStore(db)
  const source = createExportSource({ articles, snapshots, annotations, settings, store })
  const sync = createSyncStore(db)
  const assets = createAssetFiles(library)
  const syncing = createSyncing({ source, store, sync, settings, assets, library, now: Date.now })
  const ids = articles.annotatedIds()
  out(`${ids.length} articles.\n\n${'sync'.padEnd(28)}    takes    of which CPU   longest pause   files written`)

  const times = () =>
    new Map(readdirSync(vault).map((name) => [name, statSync(join(vault, name), { bigint: true }).mtimeNs]))
  const run = async (name: string, dryRun = false) => {
    const before = times()
    const delay = monitorEventLoopDelay({ resolution: 5 })
    delay.enable()
    const cpu = process.cpuUsage()
    const began = performance.now()
    await syncing.run({ folder: vault, flavour: 'obsidian', dryRun, restore: false, only: null })
    const took = performance.now() - began
    const { user, system } = process.cpuUsage(cpu)
    delay.disable()
    const written = [...times()].filter(([file, time]) => before.get(file) !== time).length
    out(
      `${name.padEnd(28)} ${seconds(took).padStart(8)} ${seconds((user + system) / 1000).padStart(15)} ${`${(delay.max / 1e6).toFixed(0)} ms`.padStart(15)} ${String(written).padStart(15)}`,
    )
  }
  const note = (at: number, text: string) => {
    const first = annotations.list(ids[at] ?? fail()).find(({ kind }) => kind === 'highlight') ?? fail()
    annotations.saveNote(first.id, first.revision, plainNote(text), Date.now())
  }
  const fileAt = (at: number) => join(vault, readdirSync(vault).filter((name) => name.endsWith('.md'))[at] ?? fail())

  await run('shown first (dry run)', true)
  await run('the first')
  await run('nothing changed')
  note(Math.floor(ids.length / 2), 'Another note.')
  await run('one highlight changed')
  appendFileSync(fileAt(7), '\nMy own words.\n')
  await run('one file edited by hand')
  for (let at = 0; at < ids.length; at += 50) note(at, 'One more note.')
  await run('every 50th article changed')
  appendFileSync(join(vault, 'unrelated.md'), 'Mine.\n')
  await run('a file of one’s own')
  await run('nothing changed')
  db.close()
} finally {
  rmSync(temp, { recursive: true, force: true })
}

function seconds(ms: number): string {
  return ms < 1000 ? `${ms.toFixed(0)} ms` : `${(ms / 1000).toFixed(1)} s`
}

function fail(): never {
  throw new Error('What should be there is not there.')
}
