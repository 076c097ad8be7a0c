import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Contract } from '@shared/contract'
import { createClient } from '@shared/contract/client'
import type { Highlight } from '@shared/domain/annotation'
import { quoteOf } from '../../src-renderer/anchoring/describe'
import { connectHttp } from '../support/http-transport'
import { addFiles, openRow } from './support'

const FILLING = 'It goes on for a while, as reports do. '.repeat(4)

/** Opens a report of so many paragraphs in which the first words of each are highlighted, without a note. */
export async function openHighlighted(page: Page, address: string, count: number): Promise<readonly Highlight[]> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-many-'))
  const file = join(folder, 'report.html')
  const paragraphs = Array.from({ length: count }, (_, at) => `<p>Paragraph number ${at + 1} of it. ${FILLING}</p>`)
  await writeFile(file, `<!doctype html><title>A report</title><article>${paragraphs.join('\n')}</article>`)
  await addFiles(page, [file])
  await openRow(page, 'A report')
  const text = await page
    .frameLocator('iframe.article-frame')
    .locator('#content')
    .evaluate((root) => root.textContent)
  await page.goto('about:blank')

  const transport = await connectHttp(address)
  const client = createClient<Contract>(transport)
  const { articles } = await client.articles.list({ view: { kind: 'all' }, sort: 'title' })
  const made: Highlight[] = []
  for (const { snapshotId } of articles) {
    for (let at = 1; at <= count; at += 1) {
      const words = `Paragraph number ${at} of it.`
      const start = text.indexOf(words)
      const end = start + words.length
      const target = { snapshotId, position: { start, end }, quote: quoteOf(text, start, end) }
      made.push(await client.annotations.highlight({ target, colour: 'yellow' }))
    }
  }
  transport.disconnect()
  await rm(folder, { recursive: true })
  await page.goto(address)
  await openRow(page, 'A report')
  return made
}
