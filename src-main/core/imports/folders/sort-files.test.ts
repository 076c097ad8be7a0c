import { expect, test } from 'vitest'
import { sortFiles } from './sort-files'

const roles = (files: Record<string, string>) => {
  expect(Object.fromEntries(Object.keys(files).map((path, at) => [path, sortFiles(Object.keys(files))[at]]))).toEqual(
    files,
  )
}

test('a saved page and its folder', () => {
  roles({
    'Page.html': 'item',
    'Page_files/figure.png': 'companion',
    'Page_files/saved_resource.html': 'companion',
    'Page_files/deep/data.bin': 'companion',
    'other_files/notes.md': 'item',
  })
})

test.each(['_files', '-Dateien', '_Dateien', '.files', '-filer', '_fichiers'])('a folder that ends in %s', (suffix) => {
  roles({ 'x/Page.htm': 'item', [`x/page${suffix}/frame.html`]: 'companion', [`page${suffix}/frame.html`]: 'item' })
})

test('images and styles belong to whatever can be read; other files are to be refused by name', () => {
  roles({ 'a.md': 'item', 'img/b.png': 'companion', 'style.css': 'companion', 'c.pdf': 'item', README: 'item' })
})

test('an image that is dropped alone is an item, so that its refusal is seen', () => {
  roles({ 'a.png': 'item', 'b.css': 'item' })
})

test('what the system put there is ignored', () => {
  roles({
    '.DS_Store': 'ignored',
    'Thumbs.db': 'ignored',
    'desktop.ini': 'ignored',
    '._a.html': 'ignored',
    '__MACOSX/a.html': 'ignored',
    '.git/config': 'ignored',
    'a.html': 'item',
    './b.html': 'item',
    '../c.html': 'item',
  })
})
