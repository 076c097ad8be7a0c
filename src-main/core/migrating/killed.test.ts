import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { openDatabase } from '../database/database'
import { tempFolder } from '../../../tests/support/temp-folder'

const support = resolve(import.meta.dirname, '../../../tests/support')
const ROWS = 900

/** Brings rows in, in a process of its own, and kills it when so many are settled. Answers what it said last. */
async function bringIn(folder: string, killAfter: number): Promise<string> {
  const args = [resolve(support, 'run-ts.mjs'), resolve(support, 'migrate-until-killed.ts'), folder, String(ROWS)]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  let last = ''
  for await (const line of createInterface({ input: child.stdout })) {
    last = line
    if (Number(/^settled (\d+)/u.exec(line)?.[1] ?? '0') >= killAfter) child.kill('SIGKILL')
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'close')
  return last
}

test('bringing in that was killed is run again to its end: nothing is lost, nothing is there twice', async () => {
  const folder = tempFolder()
  await bringIn(folder, 100)
  const counts = () => {
    const db = openDatabase(folder)
    const count = (sql: string) => Number(db.prepare(sql).pluck().get())
    const found = {
      articles: count('SELECT count(*) FROM articles'),
      addresses: count('SELECT count(DISTINCT url_key) FROM articles'),
      whole: count("SELECT count(*) FROM articles a WHERE (SELECT count(*) FROM article_tags t WHERE t.article_id = a.id) = 2"), // prettier-ignore
      remembered: count('SELECT count(*) FROM migrated_records'),
    }
    db.close()
    return found
  }
  const before = counts()
  expect(before.articles).toBeGreaterThanOrEqual(100)
  expect(before.articles).toBeLessThan(ROWS)
  // What is in is whole: an article never comes without its tags, nor without the record that it came.
  expect(before).toMatchObject({ addresses: before.articles, whole: before.articles, remembered: before.articles })

  const said = await bringIn(folder, Infinity)
  expect(said).toContain(`"added":${ROWS - before.articles},"extended":0,"unchanged":${before.articles}`)
  expect(counts()).toEqual({ articles: ROWS, addresses: ROWS, whole: ROWS, remembered: ROWS })
  expect(await bringIn(folder, Infinity)).toContain(`"added":0,"extended":0,"unchanged":${ROWS}`)
}, 120_000)
