import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright'
import { createClient } from '@shared/contract/client'
import type { Contract } from '@shared/contract'
import type { AnnotationId } from '@shared/domain/ids'
import { connectHttp } from '../../support/http-transport'
import { longPage, noteAbout, targetsIn } from './articles'
import { createOne, median, openArticle, paintedIn, scrollCost } from './in-page'

const FRAMES = 120
const MORE = 9
/** One frame at 60 Hz, in ms. */
const BUDGET = 1000 / 60

const { values: asked, positionals } = parseArgs({
  args: process.argv.slice(3),
  allowPositionals: true,
  options: { highlights: { type: 'string', default: '1000' }, notes: { type: 'boolean', default: false } },
})
const HIGHLIGHTS = Number(asked.highlights)
const root = positionals[0] ?? '.'
const say = (line: string): void => void process.stdout.write(`${line}\n`)
const folder = await mkdtemp(join(tmpdir(), 'lectern-painting-'))
const args = [join(root, 'out/main/web.cjs'), '--library', join(folder, 'library'), '--no-open', '--json']
const host = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
const lines = createInterface({ input: host.stdout })
const [first] = await once(lines, 'line')
const said: unknown = JSON.parse(String(first))
const address = typeof said === 'object' && said !== null && 'address' in said ? String(said.address) : ''
const transport = await connectHttp(address)
const client = createClient<Contract>(transport)
const named = process.env['CHROMIUM_EXECUTABLE']
const browser = await chromium.launch({
  args: ['--no-sandbox'],
  ...(named === undefined ? {} : { executablePath: named }),
})

try {
  const importId = await client.imports.begin()
  await client.imports.add({ importId, source: { kind: 'text', text: longPage('Painted'), format: 'html' } })
  await client.imports.start({ importId, onKnown: 'keep-both' })
  const inbox = async () => (await client.articles.list({ view: { kind: 'all' }, sort: 'title' })).articles
  const imported = async () => (await inbox()).find(({ title }) => title === 'Painted')
  let article = await imported()
  for (let tries = 0; !article && tries < 240; tries += 1) {
    await new Promise((done) => setTimeout(done, 500))
    article = await imported()
  }
  if (!article) throw new Error('The article is not there.')
  const { id: articleId, snapshotId } = article

  const page = await browser.newPage({ viewport: { width: 1280, height: 840 } })
  await page.goto(address)
  await page.getByRole('navigation', { name: 'Library' }).waitFor()
  await openArticle(page, articleId)
  const text = await page.evaluate(
    () =>
      document.querySelector<HTMLIFrameElement>('iframe.article-frame')?.contentDocument?.querySelector('#content')
        ?.textContent ?? '',
  )
  // An open window would read the whole list anew for each of them.
  await page.goto('about:blank')
  const highlights: AnnotationId[] = []
  for (const each of targetsIn(text, snapshotId, HIGHLIGHTS)) {
    const made = await client.annotations.highlight(each)
    highlights.push(made.id)
    // Every other one has a note of two lines.
    if (asked.notes && highlights.length % 2 === 0)
      await client.annotations.saveNote({
        id: made.id,
        baseRevision: made.revision,
        body: noteAbout(highlights.length),
      })
  }
  say(
    `${(text.length / 1e6).toFixed(2)} MB of text, ${HIGHLIGHTS} highlights${asked.notes ? ', half of them with a note' : ''}`,
  )

  const measured: { painted: number; open: number; frame: number; shown: number; work: number }[] = []
  // The same page each time, so that only its highlights differ.
  for (const isFull of [false, true, false, true]) {
    await page.goto('about:blank')
    const there = (await client.annotations.list({ articleId })).map(({ id }) => id)
    if (there.length > 0) await client.annotations.remove({ ids: there })
    if (isFull) await client.annotations.restore({ ids: highlights })
    await page.goto(address)
    await page.getByRole('navigation', { name: 'Library' }).waitFor()
    const open = await openArticle(page, articleId)
    await page.waitForTimeout(2500)
    const painted = await paintedIn(page)
    const frame = await scrollCost(page, FRAMES)
    await page.evaluate(() => document.querySelector('[data-scroller]')?.scrollTo({ top: 0 }))
    const made: { shown: number; work: number }[] = []
    for (let at = 0; at < MORE; at += 1) made.push(await createOne(page))
    measured.push({
      painted,
      open,
      frame,
      shown: median(made.map(({ shown }) => shown)),
      work: median(made.map(({ work }) => work)),
    })
  }
  const row = (name: string, of: (one: (typeof measured)[number]) => number) => {
    const [plainOne = 0, fullOne = 0] = [0, 1].map((kind) =>
      Math.min(...measured.filter((_, at) => at % 2 === kind).map(of)),
    )
    say(
      `${name.padEnd(44)}${plainOne.toFixed(1).padStart(9)}${fullOne.toFixed(1).padStart(9)}   ${(fullOne / plainOne).toFixed(2)}`,
    )
    return { plainOne, fullOne }
  }
  say(`${''.padEnd(44)}${'without'.padStart(9)}${'with'.padStart(9)}   ratio`)
  row('ranges painted, near the view', (one) => one.painted)
  row('open, until all of it is laid out, ms', (one) => one.open)
  const scroll = row('a frame of scrolling, ms of the main thread', (one) => one.frame)
  const shown = row('one more highlight, ms until it is seen', (one) => one.shown)
  row('one more highlight, ms of the main thread', (one) => one.work)
  const isGood = scroll.fullOne - scroll.plainOne < BUDGET && shown.fullOne - shown.plainOne < BUDGET
  say(
    isGood
      ? 'Within one frame of the same page without highlights.'
      : 'MORE than one frame slower than without highlights.',
  )
  process.exitCode = isGood ? 0 : 1
} finally {
  await browser.close()
  transport.disconnect()
  host.kill('SIGTERM')
  await once(host, 'exit')
  await rm(folder, { recursive: true, force: true })
}
