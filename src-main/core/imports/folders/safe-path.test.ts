import { posix, resolve, sep, win32 } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { safePath } from './safe-path'

test.each([
  ['../../x', ['x']],
  ['/etc/passwd', ['etc', 'passwd']],
  ['C:\\Windows\\system32', ['Windows', 'system32']],
  ['a/../../b//c/./d', ['a', 'b', 'c', 'd']],
  ['\\\\server\\share', ['server', 'share']],
  ['..', ['unnamed']],
  ['page_files/what?.png', ['page_files', 'what?.png']],
])('%s', (path, parts) => {
  expect(safePath(path, 'linux')).toEqual(parts)
})

test('names that Windows takes for devices or streams', () => {
  expect(safePath('con.txt/a:b/c. ', 'win32')).toEqual(['_con.txt', 'a_b', 'c'])
})

test('long names keep their extension and fit every file system', () => {
  const [name = ''] = safePath(`${'漢'.repeat(300)}.html`, 'linux')
  expect(name).toMatch(/漢\.html$/u)
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255)
})

test('nothing leads out of the folder, on any system', () => {
  const part = fc.oneof(fc.string(), fc.constantFrom('..', '.', '', 'C:', '/', '\\', '\0', '.. ', '...', 'nul'))
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), fc.constantFrom('/', '\\'), (parts, between) => {
      const path = parts.join(between)
      const here = resolve('/library/incoming')
      expect(resolve(here, ...safePath(path, 'linux')).startsWith(here + sep)).toBe(true)
      expect(posix.resolve('/in', ...safePath(path, 'linux'))).toMatch(/^\/in\/./u)
      expect(win32.resolve('C:\\in', ...safePath(path, 'win32'))).toMatch(/^C:\\in\\./u)
    }),
  )
})
