import { expect, test } from 'vitest'
import { readLaunch } from './launch'

test('finds the library, the files and the link among Chromium switches', () => {
  const args = [
    '--no-sandbox',
    '--inspect=0',
    '.',
    '--library',
    '/books',
    'page.html',
    '/a/note.md',
    'lectern://open/x',
  ]
  expect(readLaunch(args, true, '/here')).toEqual({
    library: '/books',
    files: ['/here/page.html', '/a/note.md'],
    link: 'lectern://open/x',
  })
})

test('a packaged app has no folder before its files', () => {
  expect(readLaunch(['--library=/books', 'page.html'], false, '/here')).toEqual({
    library: '/books',
    files: ['/here/page.html'],
    link: null,
  })
})
