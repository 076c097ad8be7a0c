/** `npm run bench:search`: how long searches take in a library of 100,000 passages, beside a plain FTS5 query in the same run. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openDatabase } from '../../../src-main/core/database/database'
import { createSearch } from '../../../src-main/core/search/create-search'
import { tokenise } from '../../../src-main/core/text/fold'
import { stem } from '../../../src-main/core/text/stem'
import { fillLibrary } from './make-library'

const SEARCHES: Readonly<Record<string, readonly string[]>> = {
  'one word, rare': ['cholera ', 'telescope ', 'volcano ', 'penicillin ', 'orchestra '],
  'one word, common': ['the ', 'of ', 'and ', 'in ', 'was '],
  'one word, frequent': ['first ', 'city ', 'state ', 'world ', 'time '],
  'prefix of two letters': ['th', 'co', 're', 'in', 'st'],
  'prefix of three letters': ['con', 'pro', 'the', 'int', 'com'],
  'prefix of five letters': ['inter', 'unive', 'gover', 'trans', 'popul'],
  'three words': ['city world time ', 'the first city ', 'state government law ', 'war army battle '],
  'words typed on': ['the history of the wor', 'government of the un', 'first world w'],
  phrase: ['"united states"', '"new york"', '"of the"', '"world war"', '"in the"'],
  'a word left out': ['city -state ', 'world -war ', 'the -city '],
  operators: ['tag:none city', 'lang:de der ', 'after:7d the ', 'is:unread first ', 'in:articles state '],
  'operators alone': ['is:unread', 'lang:zh', 'before:today'],
  Chinese: ['中国', '的', '人口', '因', '国家'],
  German: ['stadt ', 'der ', 'regierungen ', 'jahrhundert '],
  misspelt: ['telescpoe', 'goverment of', 'volcanoo', 'orchetsra', 'univresity'],
  'nothing there': ['xqzzyv ', 'wqxxv zzyqk '],
}

const { values } = parseArgs({
  allowPositionals: true,
  options: { root: { type: 'string', default: '.' }, passages: { type: 'string', default: '100000' }, folder: { type: 'string' }, runs: { type: 'string', default: '5' } },
}) // prettier-ignore
const corpora = join(values.root, '../shared/corpora/ask')
const folder = values.folder ?? mkdtempSync(join(tmpdir(), 'lectern-bench-search-'))
const out = (line: string) => void process.stdout.write(`${line}\n`)
try {
  const db = openDatabase(folder)
  if (db.prepare('SELECT count(*) FROM search_rows').pluck().get() === 0) {
    const began = performance.now()
    fillLibrary(db, corpora, Number(values.passages))
    out(`Made a library in ${((performance.now() - began) / 1000).toFixed(0)} s.`)
  }
  const rows = Number(db.prepare('SELECT count(*) FROM search_rows').pluck().get())
  const articles = Number(db.prepare('SELECT count(*) FROM articles').pluck().get())
  out(
    `${rows.toLocaleString('en-GB')} passages in ${articles.toLocaleString('en-GB')} articles. Milliseconds of CPU: other programs do not count.\n`,
  )
  const search = createSearch({
    db,
    now: Date.now,
    colourNames: () => ({}),
    reindex: { article: () => {}, annotation: () => {}, note: () => {} },
  })
  const plain = db.prepare(`
    SELECT rowid, bm25(search_index, 3.0, 2.0, 1.0) AS score FROM search_index WHERE search_index MATCH ? ORDER BY score LIMIT 20`)
  const words = (text: string) =>
    tokenise(text.replaceAll(/\S+:\S+|-\S+/gu, ' ')).map((token) => `"${stem(token.text)}"`)
  const time = async (work: () => unknown) => {
    const began = process.cpuUsage()
    await work()
    const { user, system } = process.cpuUsage(began)
    return (user + system) / 1000
  }
  out(`${'search'.padEnd(26)} Lectern: p50    p95    worst    plain FTS5: p50    p95`)
  for (const [name, texts] of Object.entries(SEARCHES)) {
    const ours: number[] = []
    const theirs: number[] = []
    for (let run = 0; run < Number(values.runs); run += 1) {
      for (const text of texts) {
        ours.push(await time(() => search.handlers.query({ text, limit: 3 })))
        const expression = words(text).join(' AND ') + (/\s$|"$/u.test(text) || words(text).length === 0 ? '' : ' *')
        theirs.push(await time(() => (expression === '' ? [] : plain.all(expression))))
      }
    }
    const [mine, other] = [ours, theirs].map((all) => all.sort((a, b) => a - b))
    const at = (all: readonly number[] | undefined, share: number) =>
      (all?.[Math.min(all.length - 1, Math.floor(all.length * share))] ?? 0).toFixed(1).padStart(6)
    out(
      `${name.padEnd(26)}        ${at(mine, 0.5)} ${at(mine, 0.95)} ${at(mine, 1)}             ${at(other, 0.5)} ${at(other, 0.95)}`,
    )
  }
  const related = []
  const ids = db.prepare('SELECT article_id FROM search_articles ORDER BY doc LIMIT 20').pluck().all()
  const { ArticleId } = await import('../../../src-shared/domain/ids')
  for (const id of ids)
    related.push(
      await time(() => search.handlers.related({ to: { kind: 'article', articleId: ArticleId.parse(id) }, limit: 5 })),
    )
  related.sort((a, b) => a - b)
  out(`\nMore like this (article): p50 ${related[10]?.toFixed(1)}, worst ${related.at(-1)?.toFixed(1)}`)
  db.close()
} finally {
  if (values.folder === undefined) rmSync(folder, { recursive: true, force: true })
}
