import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { tempFolder } from '../support/temp-folder'
import { WIKI } from '../support/wiki-archive'
import { buildZim } from '../support/zim-builder'

const root = resolve(import.meta.dirname, '../..')

/** Runs the built command line in a process of its own. */
async function lectern(args: readonly string[]) {
  const child = spawn(process.execPath, [join(root, 'out/main/cli.cjs'), ...args], { cwd: root })
  const ended = new Promise<number | null>((done) => child.on('close', done))
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  return { code, out, err }
}

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
