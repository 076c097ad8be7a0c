import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs' // prettier-ignore
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { plainNote } from '@shared/text/note-text'
import { openSyncing } from '../../../../tests/support/syncing'
import { targetOf } from '../../../../tests/support/stores'
import { tempFolder } from '../../../../tests/support/temp-folder'

const read = (...path: string[]) => readFileSync(join(...path), 'utf8')
const outcomes = (files: readonly { path: string; outcome: string }[]) =>
  files.map(({ path, outcome }) => `${outcome} ${path}`)

test('writes a file an article, and touches nothing when nothing changed', async () => {
  const { highlighted, sync } = openSyncing()
  const vault = tempFolder()
  await highlighted('One')
  await highlighted('Two', 'pump', 2)
  expect(outcomes((await sync(vault, { dryRun: true })).files)).toEqual(['created One.md', 'created Two.md'])
  expect(readdirSync(vault)).toEqual([])
  expect(outcomes((await sync(vault)).files)).toEqual(['created One.md', 'created Two.md'])
  utimesSync(join(vault, 'One.md'), 1, 1)
  const before = read(vault, 'One.md')
  expect(before).toMatch(/^> \[!quote\] Evidence\n> Broad Street pump\n>\n> \[Open in Lectern\]\(lectern:/mu)
  expect(before).toMatch(/\n\n\^hl-[0-9a-f]{12}\n$/u)
  expect(await sync(vault)).toMatchObject({ files: [], unchanged: 2 })
  expect(statSync(join(vault, 'One.md')).mtimeMs).toBe(1000)
  expect(read(vault, 'One.md')).toBe(before)
  expect(readdirSync(vault).sort()).toEqual(['One.md', 'Two.md'])
})

test('keeps what a person wrote, and writes only the file of what changed', async () => {
  const { annotations, highlighted, sync } = openSyncing()
  const vault = tempFolder()
  const one = await highlighted('One')
  await highlighted('Two', 'pump', 2)
  await sync(vault)
  utimesSync(join(vault, 'Two.md'), 1, 1)
  writeFileSync(
    join(vault, 'One.md'),
    `${read(vault, 'One.md').replace('lectern-id', 'mine: 5\nlectern-id')}\nMy own words\n`,
  )
  await annotations.saveNote({ id: one.highlight.id, baseRevision: 0, body: plainNote('A note') })
  const report = await sync(vault)
  expect(outcomes(report.files)).toEqual(['updated One.md'])
  expect(read(vault, 'One.md')).toMatch(/^---\nmine: 5\nlectern-id/u)
  expect(read(vault, 'One.md')).toMatch(/\^hl-\w+\n\nA note\n\nMy own words\n$/u)
  expect(statSync(join(vault, 'Two.md')).mtimeMs).toBe(1000)
  expect((await sync(vault)).files).toEqual([])
})

test('finds files again that were renamed, moved, swapped or copied', async () => {
  const { annotations, highlighted, sync } = openSyncing()
  const vault = tempFolder()
  const one = await highlighted('One')
  const two = await highlighted('Two', 'pump', 2)
  await sync(vault)
  mkdirSync(join(vault, 'deep/er'), { recursive: true })
  renameSync(join(vault, 'One.md'), join(vault, 'deep/er/Renamed.md'))
  writeFileSync(join(vault, 'Copy.md'), read(vault, 'deep/er/Renamed.md'))
  expect(await sync(vault)).toMatchObject({ files: [], unchanged: 2 })
  await annotations.saveNote({ id: one.highlight.id, baseRevision: 0, body: plainNote('First') })
  expect(outcomes((await sync(vault)).files)).toEqual(['updated deep/er/Renamed.md'])
  expect(read(vault, 'Copy.md')).not.toContain('First')
  renameSync(join(vault, 'Two.md'), join(vault, 'x'))
  renameSync(join(vault, 'deep/er/Renamed.md'), join(vault, 'Two.md'))
  renameSync(join(vault, 'x'), join(vault, 'deep/er/Renamed.md'))
  await annotations.saveNote({ id: two.highlight.id, baseRevision: 0, body: plainNote('Second') })
  expect(outcomes((await sync(vault)).files)).toEqual(['updated deep/er/Renamed.md'])
  expect(read(vault, 'Two.md')).toContain('First')
})

test('a file that was deleted stays away until its article changes, or it is asked for', async () => {
  const { annotations, highlighted, sync } = openSyncing()
  const vault = tempFolder()
  const one = await highlighted('One')
  await highlighted('Two', 'pump', 2)
  await highlighted('Three', 'cholera', 3)
  await sync(vault)
  rmSync(join(vault, 'One.md'))
  rmSync(join(vault, 'Two.md'))
  expect((await sync(vault)).files).toEqual([])
  await annotations.saveNote({ id: one.highlight.id, baseRevision: 0, body: plainNote('A note') })
  expect(outcomes((await sync(vault)).files)).toEqual(['created One.md'])
  expect(outcomes((await sync(vault, { restore: true })).files)).toEqual(['created Two.md'])
})

test('writes nothing when every file is gone, as from a drive that is not connected', async () => {
  const { highlighted, sync } = openSyncing()
  const vault = tempFolder()
  await highlighted('One')
  await highlighted('Two', 'pump', 2)
  await sync(vault)
  for (const name of readdirSync(vault)) rmSync(join(vault, name))
  await highlighted('Three', 'cholera', 3)
  const report = await sync(vault)
  expect(report.problem).toContain('drive may not be connected')
  expect(readdirSync(vault)).toEqual([])
  expect((await sync(vault, { restore: true })).files).toHaveLength(3)
  await expect(sync(join(vault, 'gone'))).rejects.toThrow('is not there')
})

test('takes a file away with its article only when nobody wrote in it', async () => {
  const { articles, highlighted, sync } = openSyncing()
  const vault = tempFolder()
  const one = await highlighted('One')
  const two = await highlighted('Two', 'pump', 2)
  await highlighted('Three', 'cholera', 3)
  await sync(vault)
  writeFileSync(join(vault, 'Two.md'), `${read(vault, 'Two.md')}mine\n`)
  await articles.trash({ ids: [one.id, two.id] })
  expect(outcomes((await sync(vault)).files)).toEqual(['removed One.md', 'kept Two.md'])
  expect(readdirSync(vault).sort()).toEqual(['Three.md', 'Two.md'])
})

test('refuses what is no UTF-8, and leaves what lost its id', async () => {
  const { annotations, highlighted, sync } = openSyncing()
  const vault = tempFolder()
  const one = await highlighted('One')
  const two = await highlighted('Two', 'pump', 2)
  await sync(vault)
  const bytes = Buffer.concat([readFileSync(join(vault, 'One.md')), Buffer.from([0xff, 0xfe])])
  writeFileSync(join(vault, 'One.md'), bytes)
  writeFileSync(join(vault, 'Two.md'), 'Something else\n')
  for (const { highlight } of [one, two])
    await annotations.saveNote({ id: highlight.id, baseRevision: 0, body: plainNote('A note') })
  expect((await sync(vault)).files.map(({ outcome, message }) => [outcome, message?.slice(0, 20)])).toEqual([
    ['skipped', 'It is not UTF-8 text'],
    ['skipped', 'It no longer says wh'],
  ])
  expect(readFileSync(join(vault, 'One.md'))).toEqual(bytes)
  expect(read(vault, 'Two.md')).toBe('Something else\n')
})

test('names files so that no system is confused, and stays within the folder', async () => {
  const { highlighted, settings, sync } = openSyncing()
  const vault = tempFolder()
  const outside = tempFolder()
  writeFileSync(join(vault, 'one.MD'), 'mine')
  symlinkSync(outside, join(vault, 'Link'))
  await highlighted('ONE')
  await highlighted('CON', 'pump', 2)
  await highlighted('../../x', 'cholera', 3)
  const { files } = await sync(vault)
  expect(files.map(({ path }) => path)).toEqual([expect.stringMatching(/^ONE \w{8}\.md$/u), '_CON.md', 'x.md'])
  expect(read(vault, 'one.MD')).toBe('mine')
  const other = tempFolder()
  symlinkSync(outside, join(other, 'Link'))
  const { exporting } = settings.get()
  settings.update({ exporting: { ...exporting, templates: { obsidian: { fileName: 'Link/../../{{ title }}' } } } })
  expect((await sync(other)).files.map(({ outcome }) => outcome)).toEqual(['skipped', 'skipped', 'skipped'])
  expect(readdirSync(outside)).toEqual([])
})

test('is understood by a library that knows nothing of the last export', async () => {
  const { db, highlighted, sync } = openSyncing()
  const vault = tempFolder()
  await highlighted('One')
  await sync(vault)
  db.exec('DELETE FROM sync_folders')
  expect(await sync(vault)).toMatchObject({ files: [], unchanged: 1 })
  expect(readdirSync(vault)).toEqual(['One.md'])
})

test('follows a folder that was moved', async () => {
  const { highlighted, sync } = openSyncing()
  const home = tempFolder()
  await highlighted('One')
  mkdirSync(join(home, 'a'))
  await sync(join(home, 'a'))
  renameSync(join(home, 'a'), join(home, 'b'))
  writeFileSync(join(home, 'b/One.md'), read(home, 'b/One.md').replace('Broad Street', 'BROAD STREET'))
  await highlighted('Two', 'pump', 2)
  expect(outcomes((await sync(join(home, 'b'))).files)).toEqual(['created Two.md'])
  expect(read(home, 'b/One.md')).toContain('BROAD STREET')
})

test('writes topics and notes with links between files', async () => {
  const { db, highlighted, sync } = openSyncing()
  const vault = tempFolder()
  const one = await highlighted('One')
  const ids = ['77777777-1111-4111-8111-111111111111', '88888888-1111-4111-8111-111111111111']
  db.prepare("INSERT INTO topics (id, title, position, created_at, updated_at) VALUES (?, 'Cholera', 0, 5, 5)").run(
    ids[0],
  )
  db.prepare('INSERT INTO topic_articles (topic_id, article_id, position, added_at) VALUES (?, ?, 0, 5)').run(
    ids[0],
    one.id,
  )
  const body = { version: 1, blocks: [{ type: 'paragraph', children: [{ type: 'reference', target: { kind: 'article', id: one.id }, title: 'One' }] }] } // prettier-ignore
  db.prepare("INSERT INTO notes (id, topic_id, title, body, created_at, updated_at) VALUES (?, ?, 'My note', ?, 6, 6)").run(ids[1], ids[0], JSON.stringify(body)) // prettier-ignore
  db.prepare("INSERT INTO note_links VALUES (?, 'article', ?)").run(ids[1], one.id)
  await sync(vault)
  expect(read(vault, 'Topics/Cholera.md')).toContain(
    '# Cholera\n\n## Articles\n\n- [[One]]\n\n## Notes\n\n- [[My note]]\n',
  )
  expect(read(vault, 'Notes/My note.md')).toContain('\n[[One]]\n')
  renameSync(join(vault, 'One.md'), join(vault, 'Uno.md'))
  await sync(vault)
  expect(read(vault, 'Topics/Cholera.md')).toContain('- [[Uno|One]]\n')
  expect((await sync(vault)).files).toEqual([])
  const plain = tempFolder()
  await sync(plain, { flavour: 'markdown' })
  expect(read(plain, 'Topics/Cholera.md')).toContain('- [One](../One.md)\n')
})

test('copies pictures beside the files', async () => {
  const { annotations, assets, highlighted, sync } = openSyncing()
  const vault = tempFolder()
  const one = await highlighted('One')
  const asset = await assets.put(Buffer.from('\u0089PNG\r\n\u001a\nrest', 'latin1'))
  const body = { version: 1 as const, blocks: [{ type: 'image' as const, asset, alt: 'A map' }] }
  await annotations.saveNote({ id: one.highlight.id, baseRevision: 0, body })
  await sync(vault)
  expect(read(vault, 'One.md')).toContain(`![A map](attachments/${asset.slice(0, 16)}.png)`)
  expect(existsSync(join(vault, `attachments/${asset.slice(0, 16)}.png`))).toBe(true)
})

test('writes for Logseq in bullets, and merges there too', async () => {
  const { annotations, highlighted, sync } = openSyncing()
  const vault = tempFolder()
  mkdirSync(join(vault, 'pages'))
  const one = await highlighted('One')
  await annotations.saveNote({ id: one.highlight.id, baseRevision: 0, body: plainNote('A note') })
  await sync(vault, { flavour: 'logseq' })
  const text = read(vault, 'pages/One.md')
  expect(text).toContain(`lectern-id:: ${one.id}\n`)
  expect(text).toContain(`- id:: ${one.highlight.id}\n  > Broad Street pump\n  Evidence · [Open in Lectern](`)
  expect(text).toContain('\n\t- A note\n')
  writeFileSync(join(vault, 'pages/One.md'), `${text.replace('A note', 'MY note')}- my own block\n`)
  await annotations.saveNote({ id: one.highlight.id, baseRevision: 1, body: plainNote('A newer note') })
  const second = targetOf(one.snapshotId, one.text, 'cholera')
  await annotations.highlight({ target: second, colour: 'pink' })
  const report = await sync(vault, { flavour: 'logseq' })
  expect(report.files).toMatchObject([{ outcome: 'updated', conflicts: 1, added: 1 }])
  const merged = read(vault, 'pages/One.md')
  expect(merged.indexOf('> cholera')).toBeLessThan(merged.indexOf('> Broad'))
  expect(merged).toContain(`\t- MY note\n- **Changed in Lectern**`)
  expect(merged).toContain(`\t- lectern-new:: ${one.highlight.id}\n`)
  expect(merged).toContain('A newer note')
  expect(merged.endsWith('- my own block\n')).toBe(true)
  expect((await sync(vault, { flavour: 'logseq' })).files).toEqual([])
})

test('a template that does not work writes nothing and says so', async () => {
  const { highlighted, settings, sync } = openSyncing()
  const vault = tempFolder()
  await highlighted('One')
  const { exporting } = settings.get()
  for (const highlight of [
    '{% if',
    '{{ titel }}',
    '{% include "/etc/passwd" %}',
    '{{ quote | nosuch }}',
    '{% for i in (1..100000000) %}x{% endfor %}',
  ]) {
    settings.update({ exporting: { ...exporting, templates: { obsidian: { highlight } } } })
    await expect(sync(vault)).rejects.toThrow('The template for the highlight does not work')
  }
  expect(readdirSync(vault)).toEqual([])
})

test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
  'says when a folder cannot be written to',
  async () => {
    const { highlighted, sync } = openSyncing()
    const vault = tempFolder()
    await highlighted('One')
    chmodSync(vault, 0o500)
    await expect(sync(vault)).rejects.toThrow('cannot be written to')
    chmodSync(vault, 0o700)
    expect(readdirSync(vault)).toEqual([])
  },
)
