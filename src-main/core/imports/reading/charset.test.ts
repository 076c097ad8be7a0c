import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { decode } from './charset'

const page = (charset: string, words: string) =>
  `<html><head><meta charset="${charset}"></head><body>${words}</body></html>`

test('a byte-order mark decides and is removed', () => {
  expect(decode(iconv.encode('Grüße', 'utf-16le', { addBOM: true }), null)).toBe('Grüße')
  expect(decode(iconv.encode('Grüße', 'utf-16be', { addBOM: true }), null)).toBe('Grüße')
  expect(decode(iconv.encode('Grüße', 'utf-8', { addBOM: true }), 'text/html; charset=latin1')).toBe('Grüße')
})

test('valid UTF-8 wins over what is declared', () => {
  const text = page('iso-8859-1', 'Grüße aus Köln')
  expect(decode(Buffer.from(text), 'text/html; charset=windows-1252')).toBe(text)
})

test.each(['windows-1252', 'iso-8859-1', 'koi8-r', 'shift_jis', 'gb2312', 'euc-kr', 'windows-1256'])(
  '%s as declared',
  (charset) => {
    const words =
      { 'koi8-r': 'Привет', shift_jis: '日本語', gb2312: '汉字', 'euc-kr': '한국어', 'windows-1256': 'مرحبا' }[
        charset
      ] ?? '“Grüße”'
    const text = page(charset, words)
    expect(decode(iconv.encode(text, charset === 'iso-8859-1' ? 'windows-1252' : charset), null)).toBe(text)
  },
)

test('without a declaration the bytes tell', () => {
  const text = 'Вчера утром в городе открылась новая библиотека, которую жители ждали больше десяти лет. '.repeat(5)
  expect(decode(iconv.encode(text, 'windows-1251'), null)).toBe(text)
})

test('UTF-16 without a mark is seen by its noughts', () => {
  const text = page('utf-16', 'plain words')
  expect(decode(iconv.encode(text, 'utf-16le'), null)).toBe(text)
})

test.each([
  ['ru', 'Русский текст без метки. Он достаточно длинный, чтобы его прочитали.'],
  ['el', 'Ένα κείμενο χωρίς σήμα, αρκετά μεγάλο για να διαβαστεί.'],
  ['ja', '吾輩は猫である。名前はまだ無い。\n\nどこで生れたかとんと見当がつかぬ。\n'],
])('UTF-16 without a mark is seen in any script: %s', (_, text) => {
  expect(decode(iconv.encode(text, 'utf-16le'), null)).toBe(text)
  expect(decode(iconv.encode(text, 'utf-16be'), null)).toBe(text)
})

test('UTF-8 that was cut off within a character stays UTF-8', () => {
  const bytes = Buffer.from('Zürich ist schön, und die Straße ist grün – ü')
  expect(decode(bytes.subarray(0, -1), null)).toBe('Zürich ist schön, und die Straße ist grün – ')
})

test('a last letter of an older encoding is no cut-off UTF-8', () => {
  expect(decode(iconv.encode('Un petit café', 'latin1'), null)).toBe('Un petit café')
})

test('UTF-8 with a broken byte in it stays UTF-8, declared or not', () => {
  const text = 'Zürich ist schön, die Straße führt über den Fluß, und die Kühe grasen. '.repeat(3)
  const broken = Buffer.concat([Buffer.from(text), Buffer.from([0xff]), Buffer.from(text)])
  expect(decode(broken, null)).toBe(`${text}\uFFFD${text}`)
})
