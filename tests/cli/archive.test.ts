import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lectern } from '../support/command-line'
import { tempFolder } from '../support/temp-folder'
import { WIKI } from '../support/wiki-archive'
import { buildZim } from '../support/zim-builder'

test('an archive is added, searched and imported from', async () => {
  const folder = tempFolder()
  const file = join(folder, 'wiki.zim')
  writeFileSync(file, buildZim(WIKI))
  const archive = (...args: readonly string[]) => lectern(['archive', ...args, '--library', join(folder, 'library')])
  expect(await archive('add', file)).toMatchObject({ code: 0, out: expect.stringContaining('Wikipedia on a shelf') })
  expect(await archive('search', 'shelf', 'palace', 'elysee')).toMatchObject({
    code: 0,
    out: 'C/Élysée_Palace  Élysée Palace\n',
  })
  const imported = await archive('import', 'Wikipedia', 'Maria Skłodowska', 'C/Radium', '--json')
  expect(imported.code).toBe(0)
  const items: unknown = JSON.parse(imported.out)
  expect(items).toMatchObject([
    { state: 'added', title: 'Marie Curie', remark: 'One image could not be kept.' },
    { state: 'added', title: 'Radium' },
  ])
  expect(await archive('search', 'nothing', 'x')).toMatchObject({ code: 2 })
  expect(await archive('import', 'shelf', 'No such title')).toMatchObject({ code: 2 })
}, 90_000)
