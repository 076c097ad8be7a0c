import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { LecternError } from '@shared/contract/errors'
import { loadImage } from '../fetching/load-image'
import { createReadBytes } from '../reading/read-bytes'
import type { ReadArticle } from '../reading/read-source'

const readBytes = createReadBytes({ loadImage })

async function read(name: string, content: string | Uint8Array): Promise<ReadArticle> {
  const bytes = new Uint8Array(Buffer.from(content))
  return readBytes({ bytes, name, format: 'auto', via: 'file', url: null, contentType: null, folder: null })
}

async function codeOf(name: string, content: string | Uint8Array): Promise<string> {
  try {
    return `read as ${(await read(name, content)).format}`
  } catch (error) {
    if (error instanceof LecternError) return error.code
    throw error
  }
}

const german =
  'Über den Fluß führte früher eine schöne alte Brücke. Die Müller nutzten sie täglich, bis das Hochwasser sie zerstörte. Später wurde sie größer gebaut.'
const japanese =
  '吾輩は猫である。名前はまだ無い。どこで生れたかとんと見当がつかぬ。何でも薄暗いじめじめした所でニャーニャー泣いていた事だけは記憶している。'
const chinese =
  '北京是中华人民共和国的首都，也是全国的政治、文化和国际交往中心。这座城市有三千多年的历史，名胜古迹很多，每年都有许多游客来到这里参观。'

test.each([
  ['UTF-16LE with a mark', german, iconv.encode(german, 'utf-16le', { addBOM: true })],
  ['UTF-16BE with a mark', japanese, iconv.encode(japanese, 'utf-16be', { addBOM: true })],
  ['UTF-8 with a mark', chinese, iconv.encode(chinese, 'utf-8', { addBOM: true })],
  ['windows-1252', german, iconv.encode(german, 'windows-1252')],
  ['Shift_JIS', japanese, iconv.encode(japanese, 'shift_jis')],
  ['GB18030', chinese, iconv.encode(chinese, 'gb18030')],
])('%s as text and as Markdown', async (_, words, bytes) => {
  expect((await read('a.txt', bytes)).text).toContain(words)
  expect((await read('a.md', bytes)).text).toContain(words)
})

test.each(['a.html', 'a.md', 'a.txt', 'a', ''])('nothing at all, as %s', async (name) => {
  expect(await codeOf(name, '')).toBe('nothing-to-read')
  expect(await codeOf(name, ' \n\t\r\n ')).toBe('nothing-to-read')
})

test.each(['a.html', 'a.md', 'a.txt', 'a'])('bytes of a program, as %s', async (name) => {
  const bytes = Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256)
  expect(await codeOf(name, bytes)).toBe('unsupported-format')
  expect(await codeOf(name, Buffer.from('PK\u0003\u0004\u0014\0\0\0'))).toBe('unsupported-format')
})

test.each([
  ['markup without an end', 'a.html', '<html><body><p>One <b>two <i>three'],
  ['only a rule', 'a.md', '---'],
  ['front matter without an end', 'a.md', '---\ntitle: x\n\nSome words.'],
  ['front matter alone, and a word', 'a.md', '---\ntitle: x\n---\nword'],
  ['a table that is none', 'a.md', '| a |\n|--\n| b'],
  ['one character', 'a.txt', 'a'],
  ['lone surrogates and controls', 'a.txt', `words \uD800 more \u0001 words ${'and more words '.repeat(20)}`],
  ['tags in plain text', 'a.txt', 'a <script>alert(1)</script> b'],
])('%s', async (_, name, content) => {
  expect(await codeOf(name, content)).toMatch(/^read as|^nothing-to-read$/u)
})

test('nothing of any format comes out able to run', async () => {
  const attack = '<img src=x onerror=alert(1)><script>alert(1)</script><a href="javascript:alert(1)">x</a>'
  const markdown = await read('a.md', `# ${attack}\n\n[y](javascript:alert%281%29) [[${attack}]] ${attack}`)
  const text = await read('a.txt', `${attack}\n\nwords ${attack}`)
  const wikipedia = await read(
    'a.txt',
    `M\n\n${attack}\n\nArticle from Wikipedia, CC BY-SA 4.0. ${attack}\n${attack}\n\n${attack}\nDate${attack}\n\nA sentence of ${attack} five words and more.\n\nReferences\n\n  1. ${attack}\n\nCategories: ${attack}`,
  )
  for (const { html } of [markdown, text, wikipedia])
    expect(html).not.toMatch(/<script|<img|<[^>]*(?:onerror|javascript:)/iu)
  expect(wikipedia.format).toBe('wikipedia-text')
})

test('large files are read or refused, and not for ever', async () => {
  const line = 'This is one of very many lines that somebody put into one file to see what would happen.\n'
  expect(await codeOf('a.txt', `${line}${line}\n`.repeat(20_000))).toBe('read as text')
  expect(await codeOf('a.md', 'a'.repeat(17 * 1024 * 1024))).toBe('too-large')
  expect(await codeOf('a.txt', 'x'.repeat(3_000_000))).toBe('read as text')
}, 60_000)
