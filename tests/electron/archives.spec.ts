import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { WIKI } from '../support/wiki-archive'
import { buildZim } from '../support/zim-builder'
import { test } from './app'

test('a page of an archive is shown with its picture under the app’s own scheme, and imported', async ({
  start,
  library,
}) => {
  const folder = join(library, 'archives-elsewhere')
  await mkdir(folder)
  await writeFile(join(folder, 'wiki.zim'), buildZim(WIKI))
  const { page, call } = await start()
  const added = await call('archives.add', { path: join(folder, 'wiki.zim') })
  expect(added).toMatchObject({ ok: true, value: { title: 'Wikipedia on a shelf', state: 'ready' } })

  await page.getByRole('link', { name: 'ZIM archives' }).click()
  await page.getByRole('link', { name: 'Wikipedia on a shelf' }).click()
  await page.getByRole('option', { name: /^Marie Curie/u }).click()
  const preview = page.frameLocator('.archive-preview iframe')
  await expect(preview.getByRole('heading', { name: 'Marie Curie' })).toBeVisible()
  const picture = preview.getByRole('img', { name: 'Curie in her laboratory' })
  await expect(picture).toHaveAttribute('src', /^\/archives\//u)
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(16)
  await expect(preview.locator('script, [onclick], [src^="http"]')).toHaveCount(0)

  await page.getByRole('button', { name: 'Import this article' }).click()
  await expect(page.getByRole('option', { name: /^Marie Curie/u })).toContainText('In library')
})
