import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ArticleId } from '@shared/domain/ids'
import { fileNameOf, sameFile, uniqueFileNames } from './file-name'

const id = (n: number) => ArticleId.parse(`00000000-0000-4000-8000-${String(n).padStart(12, '0')}`)

test.each([
  ['2023 Karachi police station attack', '2023 Karachi police station attack'],
  ['Foo: Bar / Baz?', 'Foo - Bar - Baz'],
  ['.hidden', 'hidden'],
  ['../../etc/passwd', 'etc-passwd'],
  ['', 'Untitled'],
  ['...', 'Untitled'],
  ['CON', '_CON'],
  ['com1.txt', '_com1.txt'],
  ['Ends in dots...  ', 'Ends in dots'],
  ['a\u202egpj.exe', 'agpj.exe'],
  ['line\nbreak\0', 'line break'],
  ['[[Link]] #tag ^id | x', 'Link tag id - x'],
  ['한국어 제목', '한국어 제목'],
])('names %j', (title, expected) => {
  expect(fileNameOf(title)).toBe(expected)
})

test('cuts between characters as people see them', () => {
  const name = fileNameOf('👩🏽‍🚀é'.repeat(60))
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(120)
  expect(name).not.toContain('\ufffd')
})

test('gives any title a name that every system takes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (title) => {
      const name = fileNameOf(title)
      expect(Buffer.byteLength(name)).toBeGreaterThan(0)
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(121)
      expect(name).not.toMatch(/[\\/:*?"<>|#^[\]\p{C}]|^[.\s~-]|[.\s]$/u)
      expect(encodeURIComponent(name)).not.toBe('')
    }),
  )
})

test('keeps names apart that some file system takes for one', () => {
  const titles = ['Résumé', 're\u0301sume\u0301', 'RÉSUMÉ', 'Straße', 'STRASSE', 'x', 'x']
  const names = uniqueFileNames(titles.map((title, at) => ({ id: id(at), title })))
  expect(new Set(names.map(sameFile)).size).toBe(titles.length)
  expect(names[0]).toBe('Résumé.md')
  expect(names[6]).toBe(`x ${id(6).slice(0, 8)}.md`)
})
