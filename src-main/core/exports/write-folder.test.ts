import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ArticleId } from '@shared/domain/ids'
import { tempFolder } from '../../../tests/support/temp-folder'
import { writeToFolder } from './write-folder'

const one = ArticleId.parse('11111111-1111-4111-8111-111111111111')
const two = ArticleId.parse('22222222-2222-4222-8222-222222222222')
const file = (articleId: ArticleId, name: string, body = 'x') => ({
  articleId,
  name,
  text: `---\nlectern-id: ${articleId}\n---\n\n${body}\n`,
})

test('writes files, and leaves them untouched when they say the same', async () => {
  const folder = join(tempFolder(), 'new', 'folder')
  expect(await writeToFolder(folder, [file(one, 'A.md')])).toEqual([
    { articleId: one, name: 'A.md', outcome: 'written' },
  ])
  utimesSync(join(folder, 'A.md'), 1, 1)
  expect(await writeToFolder(folder, [file(one, 'A.md')])).toEqual([
    { articleId: one, name: 'A.md', outcome: 'unchanged' },
  ])
  expect(statSync(join(folder, 'A.md')).mtimeMs).toBe(1000)
  expect(readdirSync(folder)).toEqual(['A.md'])
})

test('replaces an article’s own file, even when it was renamed', async () => {
  const folder = tempFolder()
  await writeToFolder(folder, [file(one, 'Old title.md')])
  const [written] = await writeToFolder(folder, [file(one, 'New title.md', 'y')])
  expect(written).toEqual({ articleId: one, name: 'Old title.md', outcome: 'written' })
  expect(readdirSync(folder)).toEqual(['Old title.md'])
  expect(readFileSync(join(folder, 'Old title.md'), 'utf8')).toContain('y')
})

test.each([
  ['a person’s own note', 'My own words\n'],
  ['another article’s file', file(two, 'A.md').text],
  ['a broken front matter', '---\nlectern-id: [\n---\n'],
])('never overwrites %s', async (_, text) => {
  const folder = tempFolder()
  writeFileSync(join(folder, 'a.md'), text)
  const [written] = await writeToFolder(folder, [file(one, 'A.md')])
  expect(written?.name).toBe('A 11111111.md')
  expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe(text)
})

test('does not take a folder for a file', async () => {
  const folder = tempFolder()
  mkdirSync(join(folder, 'A.md'))
  expect((await writeToFolder(folder, [file(one, 'A.md')]))[0]?.name).toBe('A 11111111.md')
})

test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
  'leaves nothing behind when it fails',
  async () => {
    const folder = tempFolder()
    chmodSync(folder, 0o500)
    await expect(writeToFolder(folder, [file(one, 'A.md')])).rejects.toThrow('EACCES')
    chmodSync(folder, 0o700)
    expect(readdirSync(folder)).toEqual([])
  },
)
