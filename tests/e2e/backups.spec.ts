import { mkdtemp, open, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addFiles, expect, expectAccessible, fixture, row, serve, test } from './support'

const QUEUE = 'Writing a small queue'
const BRIDGE = 'Die Brücke im Nebel'

test('a backup is made, looked into and restored; what was there before is a backup too', async ({ page }) => {
  await addFiles(page, [fixture('pages/queue.html')])
  await page.goto(new URL('#/settings/library', page.url()).href)
  await page.getByRole('button', { name: 'Back up now' }).click()
  const backups = page.getByRole('region', { name: 'Backups' }).getByRole('listitem').filter({ hasText: 'asked for' })
  await expect(backups).toHaveCount(1)
  await expectAccessible(page)

  await page.goto(new URL('#/inbox', page.url()).href)
  await addFiles(page, [fixture('pages/bridge.html')])
  await expect(row(page, BRIDGE)).toBeVisible()
  await page.goto(new URL('#/settings/library', page.url()).href)
  await backups.getByRole('button').click()
  const dialog = page.getByRole('dialog', { name: 'Restore this backup?' })
  await expect(dialog.getByText('1 article of today would go')).toBeVisible()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Restore' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText('before a restore')).toBeVisible()
  await page.goto(new URL('#/inbox', page.url()).href)
  await expect(row(page, QUEUE)).toBeVisible()
  await expect(row(page, BRIDGE)).toBeHidden()
})

test('a damaged library opens to its backups, and one of them brings it back', async ({ context }) => {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-e2e-'))
  const library = join(folder, 'library')
  const page = await context.newPage()
  const before = await serve(library)
  await page.goto(before.address)
  await expect(page.getByRole('navigation', { name: 'Library' })).toBeVisible()
  await addFiles(page, [fixture('pages/queue.html')])
  await page.goto(new URL('#/settings/library', page.url()).href)
  await page.getByRole('button', { name: 'Back up now' }).click()
  await expect(page.getByText('asked for')).toBeVisible()
  await before.stop()
  for (const name of await readdir(library)) if (/^library\.db-/u.test(name)) await rm(join(library, name))
  const file = await open(join(library, 'library.db'), 'r+')
  await file.write(Buffer.alloc(4096, 0xa5), 0, 4096, 0)
  await file.close()

  const after = await serve(library)
  await page.goto(after.address)
  await expect(page.getByRole('heading', { name: 'The library file is damaged' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Save what can be read' }).click()
  await expect(page.getByText('Nothing can be read of the library file')).toBeVisible()
  await page.getByRole('listitem').getByRole('button').first().click()
  await page.getByRole('dialog').getByRole('button', { name: 'Restore' }).click()
  await expect(row(page, QUEUE)).toBeVisible()
  await after.stop()
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
})
