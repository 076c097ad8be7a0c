import { readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { BUNDLED_STYLES, CITATION_LANGUAGES } from '@shared/domain/citation-style'
import { LecternError } from '@shared/contract/errors'
import { MOST_STYLE, readCslStyle } from './csl-style'
import { readCslTree } from './csl-tree'

const INFO = '<info><title>My  style</title><id>http://example.org/my</id></info>'
const CITATION = '<citation><layout><text variable="title"/></layout></citation>'
const style = (inner: string, attributes = 'class="note" version="1.0"') =>
  `<?xml version="1.0"?><style xmlns="http://purl.org/net/xbiblio/csl" ${attributes}>${inner}</style>`

/** What a person is told. */
function said(xml: string): string {
  try {
    readCslStyle(xml, 'my.csl')
    return 'taken'
  } catch (error) {
    if (!(error instanceof LecternError)) throw error
    return `${error.code}: ${error.message}`
  }
}

test('reads what a style says of itself', () => {
  const { cslId, title, language, isNote } = readCslStyle(style(INFO + CITATION), 'my.csl')
  expect({ cslId, title, language, isNote }).toEqual({ cslId: 'http://example.org/my', title: 'My style', language: null, isNote: true }) // prettier-ignore
  expect(readCslStyle(`\uFEFF${style(INFO + CITATION, 'version="1.0.2" default-locale="de-AT"')}`, 'x').language).toBe(
    'de-AT',
  )
})

// prettier-ignore
test.each([
  ['no XML', 'Snow, J.', 'unsupported-format'],
  ['nothing', '', 'unsupported-format'],
  ['cut short', style(INFO + CITATION).slice(0, -9), 'unsupported-format'],
  ['another format', '<html><body/></html>', 'not written in the Citation Style Language'],
  ['a locale', '<locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0"/>', 'holds no citation style'],
  ['no version', style(INFO + CITATION, ''), 'does not say its version'],
  ['another version', style(INFO + CITATION, 'version="1.1mlz1"'), 'written in CSL 1.1mlz1'],
  ['no title', style(CITATION), 'no title'],
  ['no way to cite', style(INFO), 'does not say how to cite'],
  ['no layout', style(`${INFO}<citation/>`), 'does not say how to cite'],
  ['a document type', `<!DOCTYPE style [<!ENTITY a "b">]>${style(INFO + CITATION)}`, 'has a document type'],
  ['an outside entity', `<!DOCTYPE style SYSTEM "file:///etc/passwd">${style(INFO + CITATION)}`, 'has a document type'],
  ['an unknown entity', style(`${INFO}<citation><layout prefix="&a;"/></citation>`), 'entity'],
  ['a missing macro', style(`${INFO}<citation><layout><text macro="a"/></layout></citation>`), 'macro “a” is missing'],
  ['a macro without end', style(`${INFO}<macro name="a"><text macro="b"/></macro><macro name="b"><text macro="a"/></macro><citation><layout><text macro="a"/></layout></citation>`), 'calls itself'],
  ['depth', style(`${INFO}${'<group>'.repeat(5000)}${'</group>'.repeat(5000)}${CITATION}`), 'too large'],
  ['size', style(INFO + CITATION + ' '.repeat(MOST_STYLE)), 'too-large'],
] as const)('refuses %s in words', (_, xml, words) => {
  expect(said(xml)).toContain(words)
  expect(said(xml)).toContain('my.csl')
})

test('macros that call one another many times over do not fill the memory', () => {
  const macros = Array.from(
    { length: 12 },
    (_, at) => `<macro name="m${at}">${`<text macro="m${at + 1}"/>`.repeat(10)}</macro>`,
  )
  expect(said(style(`${INFO}${macros.join('')}<macro name="m12"><text value="x"/></macro><citation><layout><text macro="m0"/></layout></citation>`))).toContain('never end') // prettier-ignore
})

test('a style that only names another says which', () => {
  const link = '<link href="http://www.zotero.org/styles/apa" rel="independent-parent"/>'
  const message = said(style(INFO.replace('</info>', `${link}</info>`)))
  expect(message).toContain('“My style” only says that it is written as another style, apa')
  expect(message).toContain('http://www.zotero.org/styles/apa')
})

test('elements of other languages are left out', () => {
  const tree = readCslTree(style(`${INFO}<x:y xmlns:x="urn:x"><title>no</title></x:y>${CITATION}`))
  expect(tree.children).toHaveLength(2)
})

test('the files that come with Lectern are the ones that can be chosen, and say their licence', () => {
  const folder = resolve(import.meta.dirname, '../../../../../resources/csl')
  const styles = readdirSync(join(folder, 'styles'))
  const locales = readdirSync(join(folder, 'locales'))
  expect(styles.sort()).toEqual(
    Object.values(BUNDLED_STYLES)
      .map(({ file }) => `${file}.csl`)
      .sort(),
  )
  expect(locales.sort()).toEqual(
    Object.keys(CITATION_LANGUAGES)
      .map((tag) => `locales-${tag}.xml`)
      .sort(),
  )
  for (const file of [...styles.map((one) => `styles/${one}`), ...locales.map((one) => `locales/${one}`)]) {
    expect(readFileSync(join(folder, file), 'utf8'), file).toContain('creativecommons.org/licenses/by-sa/3.0')
  }
})
