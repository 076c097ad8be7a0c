import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs' // prettier-ignore
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { plainNote } from '@shared/text/note-text'
import { openSyncing } from '../../../../tests/support/syncing'
import { tempFolder } from '../../../../tests/support/temp-folder'

/** What editors, file managers and sync programs do to a folder of exported files. */
const read = (...path: string[]) => readFileSync(join(...path), 'utf8')
const outcomes = (files: readonly { path: string; outcome: string }[]) =>
  files.map(({ path, outcome }) => `${outcome} ${path}`)

test('a file that an editor of Windows saved, with a byte-order mark, stays so, and is found when it is renamed', async () => {
  const { annotations, highlighted, sync } = openSyncing()
  const vault = tempFolder()
  const one = await highlighted('One')
  await sync(vault)
  const windows = `\ufeff${read(vault, 'One.md')}\nMine\n`.replaceAll('\n', '\r\n')
  rmSync(join(vault, 'One.md'))
  writeFileSync(join(vault, 'Renamed.md'), windows)
  expect(await sync(vault)).toMatchObject({ files: [], unchanged: 1 })
  expect(read(vault, 'Renamed.md')).toBe(windows)
  await annotations.saveNote({ id: one.highlight.id, baseRevision: 0, body: plainNote('A note') })
  expect(outcomes((await sync(vault)).files)).toEqual(['updated Renamed.md'])
  const text = read(vault, 'Renamed.md')
  expect(text.startsWith('\ufeff---\r\n')).toBe(true)
  expect(text).not.toMatch(/[^\r]\n/u)
  expect(text).toMatch(/\r\n\r\nA note\r\n\r\nMine\r\n$/u)
})

test('properties that Obsidian wrote anew are the same properties', async () => {
  const { articles, annotations, db, highlighted, sync } = openSyncing()
  const vault = tempFolder()
  const one = await highlighted('One: a "study" of #pumps')
  const [name = ''] = await sync(vault).then(() => readdirSync(vault))
  db.prepare("UPDATE articles SET byline = 'Doe, J.: and others', published_at = '1854-09-08' WHERE id = ?").run(one.id)
  await articles.update({ ids: [one.id], change: { addTags: ['maps', 'water/wells', '1854'] } })
  await sync(vault)
  const text = read(vault, name)
  // Its property editor quotes what it need not, leaves out quotes that it need not have, and writes lists in one line or in several.
  const id = /lectern-id: (\S+)/u.exec(text)?.[1] ?? ''
  const rewritten = text
    .replace(/^title: .*$/mu, `title: 'One: a "study" of #pumps'`)
    .replace(/^lectern-id: .*$/mu, `lectern-id: "${id}"`)
    .replace(/^published: .*$/mu, 'published: "1854-09-08"')
    .replace(/^author: .*$/mu, 'author: "Doe, J.: and others"')
    .replace(
      /^tags:(?:\n {2}- .*)+$/mu,
      (list) => `tags: [${Array.from(list.matchAll(/- (.*)/gu), ([, tag]) => tag).join(', ')}]`,
    ) // prettier-ignore
    .replace(
      /^---\n(?<front>[\s\S]*?)\n---\n/u,
      '---\naliases:\n  - Mine\n$<front>\ncssclasses: []\ndone: false\n---\n',
    )
  expect(rewritten).toMatch(/^tags: \[.*water\/wells.*\]$/mu)
  writeFileSync(join(vault, name), rewritten)
  expect(await sync(vault)).toMatchObject({ files: [], unchanged: 1 })
  expect(read(vault, name)).toBe(rewritten)
  await articles.update({ ids: [one.id], change: { addTags: ['wells'], removeTags: ['maps'] } })
  await annotations.saveNote({ id: one.highlight.id, baseRevision: 0, body: plainNote('A note') })
  await sync(vault)
  const merged = read(vault, name)
  expect(merged).toMatch(/^---\naliases:\n {2}- Mine\n/u)
  expect(merged).toMatch(/\ncssclasses: \[\]\ndone: false\n---\n/u)
  expect(merged).toContain('- wells\n')
  expect(merged).not.toMatch(/^ {2}- "?maps"?$/mu)
  expect(merged).not.toContain('lectern-new')
  expect(merged).toContain(`title: 'One: a "study" of #pumps'\n`)
  expect((await sync(vault)).files).toEqual([])
})

test('a copy with the same id, and copies that sync programs make of conflicts, are left alone for ever', async () => {
  const { annotations, highlighted, sync } = openSyncing()
  const vault = tempFolder()
  const one = await highlighted('One')
  await sync(vault)
  mkdirSync(join(vault, 'Copies'))
  const copies = [
    'Copies/One.md',
    'One 2.md',
    'One (conflicted copy 2024-05-05).md',
    'One.sync-conflict-20240505-ABC.md',
  ]
  for (const copy of copies) {
    copyFileSync(join(vault, 'One.md'), join(vault, copy))
    writeFileSync(join(vault, copy), `${read(vault, copy)}Only here: ${copy}\n`)
  }
  for (const [revision, words] of ['First', 'Second'].entries()) {
    await annotations.saveNote({ id: one.highlight.id, baseRevision: revision, body: plainNote(words) })
    expect(outcomes((await sync(vault)).files)).toEqual(['updated One.md'])
    for (const copy of copies) expect(read(vault, copy)).toMatch(/Only here: .*\n$/u)
    for (const copy of copies) expect(read(vault, copy)).not.toContain(words)
  }
  // The file itself goes: one of the copies is the article's file from then on, and keeps what is written in it.
  rmSync(join(vault, 'One.md'))
  await annotations.saveNote({ id: one.highlight.id, baseRevision: 2, body: plainNote('Third') })
  const [file] = (await sync(vault)).files
  expect(file).toMatchObject({ outcome: 'updated' })
  expect(copies.slice(0, 2)).toContain(file?.path)
  expect(read(vault, file?.path ?? '')).toContain('Third')
  expect(read(vault, file?.path ?? '')).toContain('Only here')
  expect(copies.every((copy) => existsSync(join(vault, copy)))).toBe(true)
})

test('titles that some file systems take for one get files of their own, and keep them', async () => {
  const { annotations, highlighted, sync } = openSyncing()
  const vault = tempFolder()
  const titles = ['Straße', 'STRASSE', 'strasse', 'Caf\u00e9', 'Cafe\u0301', 'Notes', 'notes']
  const all = []
  for (const [at, title] of titles.entries()) all.push(await highlighted(title, 'pump', at))
  await sync(vault)
  const names = readdirSync(vault)
  expect(names).toHaveLength(titles.length)
  const plain = (name: string) => name.normalize('NFKD').toUpperCase().toLowerCase()
  expect(new Set(names.map(plain)).size).toBe(titles.length)
  for (const { highlight } of all)
    await annotations.saveNote({ id: highlight.id, baseRevision: 0, body: plainNote('A note') })
  expect((await sync(vault)).files.map(({ outcome }) => outcome)).toEqual(titles.map(() => 'updated'))
  expect(readdirSync(vault)).toEqual(names)
})

test('a file that was made read-only is kept up to date, and stays read-only', async () => {
  const { annotations, highlighted, sync } = openSyncing()
  const vault = tempFolder()
  const one = await highlighted('One')
  await sync(vault)
  chmodSync(join(vault, 'One.md'), 0o444)
  await annotations.saveNote({ id: one.highlight.id, baseRevision: 0, body: plainNote('A note') })
  const { files } = await sync(vault)
  // Windows refuses to put a file in the place of one that is read-only; then it is told of and left as it is.
  expect(['updated', 'skipped']).toContain(files[0]?.outcome)
  if (files[0]?.outcome === 'updated') expect(read(vault, 'One.md')).toContain('A note')
  expect(statSync(join(vault, 'One.md')).mode & 0o222).toBe(0)
})

test('a folder within it that is moved takes its files along; one that vanishes takes them away', async () => {
  const { annotations, highlighted, settings, sync } = openSyncing()
  const vault = tempFolder()
  const { exporting } = settings.get()
  settings.update({ exporting: { ...exporting, templates: { obsidian: { fileName: 'Articles/{{ title }}' } } } })
  const one = await highlighted('One')
  const two = await highlighted('Two', 'pump', 2)
  await sync(vault)
  writeFileSync(join(vault, 'Articles/mine.md'), 'Mine\n')
  mkdirSync(join(vault, 'Reading'))
  renameSync(join(vault, 'Articles'), join(vault, 'Reading/Old'))
  await annotations.saveNote({ id: one.highlight.id, baseRevision: 0, body: plainNote('A note') })
  expect(outcomes((await sync(vault)).files)).toEqual(['updated Reading/Old/One.md'])
  expect(existsSync(join(vault, 'Articles'))).toBe(false)
  expect(read(vault, 'Reading/Old/mine.md')).toBe('Mine\n')

  rmSync(join(vault, 'Reading/Old/Two.md'))
  await annotations.saveNote({ id: two.highlight.id, baseRevision: 0, body: plainNote('A note') })
  expect(outcomes((await sync(vault)).files)).toEqual(['created Articles/Two.md'])
  rmSync(join(vault, 'Articles'), { recursive: true })
  expect((await sync(vault)).files).toEqual([])
  rmSync(vault, { recursive: true })
  await expect(sync(vault)).rejects.toThrow('is not there')
  expect(existsSync(vault)).toBe(false)
})

test('the properties, the title, a heading and the words between are all a person’s to change', async () => {
  const { annotations, highlighted, sync } = openSyncing()
  const vault = tempFolder()
  const one = await highlighted('One')
  await sync(vault)
  const edited = read(vault, 'One.md')
    .replace('# One', '# My name for it\n\n## My heading\n\nBefore the quote.')
    .replace(/^(?<id>\^hl-\w+)$/mu, '$<id>\n\n- [ ] to do\n- [[Another note]] and `code`')
    .replace('---\n\n', '---\n\n%% a comment %%\n\n')
  writeFileSync(join(vault, 'One.md'), edited)
  await annotations.saveNote({ id: one.highlight.id, baseRevision: 0, body: plainNote('A note') })
  await sync(vault)
  const text = read(vault, 'One.md')
  for (const mine of [
    '# My name for it',
    '## My heading',
    'Before the quote.',
    '- [ ] to do',
    '- [[Another note]] and `code`',
    '%% a comment %%',
  ])
    // prettier-ignore
    expect(text.split(mine)).toHaveLength(2)
  expect(text).toContain('A note')
  expect((await sync(vault)).files).toEqual([])
})
