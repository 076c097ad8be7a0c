import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { openDatabase } from '../../src-main/core/database/database'
import { givenFiles, highlight, lectern, lecternHere } from '../support/command-line'
import { tempFolder } from '../support/temp-folder'

test('makes a backup, shows what is in it, and restores it; what was there before is kept', async () => {
  const { library, page, folder } = givenFiles()
  expect((await lectern(['import', page, '--library', library])).code).toBe(0)
  const { out } = await lecternHere(['backup', '--library', library, '--json'])
  const { path } = z.object({ path: z.string() }).parse(JSON.parse(out))
  await highlight(library, 'cholera struck Soho')

  const [listed] = (await lecternHere(['backup', '--list', '--library', library, '--json'])).out.trim().split('\n')
  const { name } = z.object({ name: z.string() }).parse(JSON.parse(listed ?? ''))
  const inside = await lecternHere(['restore', name, '--library', library, '--dry-run', '--json'])
  expect(JSON.parse(inside.out)).toMatchObject({ restored: false, articles: 1, highlights: 0, annotationsSince: 1 })
  expect((await lecternHere(['restore', path, '--library', library])).code).toBe(0)
  expect(JSON.parse((await lecternHere(['check', '--library', library, '--json'])).out)).toMatchObject({
    ok: true,
    highlights: 0,
  })

  const kept = (await lecternHere(['backup', '--list', '--library', library])).out
  expect(kept).toContain('before-restore')

  const elsewhere = join(folder, 'elsewhere')
  const packed = await lecternHere(['backup', '--to', elsewhere, '--library', library])
  const other = tempFolder()
  expect((await lecternHere(['restore', packed.out.trim(), '--library', other])).code).toBe(0)
  expect(JSON.parse((await lecternHere(['check', '--library', other, '--json'])).out)).toMatchObject({
    ok: true,
    articles: 1,
    assets: 2,
  })
})

test('a library that is open elsewhere is not replaced', async () => {
  const { library, page } = givenFiles()
  expect((await lectern(['import', page, '--library', library])).code).toBe(0)
  const { out } = await lecternHere(['backup', '--library', library])
  const db = openDatabase(library)
  const refused = await lecternHere(['restore', out.trim(), '--library', library])
  expect(refused).toMatchObject({ code: 1 })
  expect(refused.err).toContain('open')
  db.close()
})
