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
