import { expect, test } from 'vitest'
import { isbnIn } from './isbn'

test.each([
  [['urn:uuid:1', 'urn:isbn:978-3-16-148410-0'], '9783161484100'],
  [['9783161484100'], '9783161484100'],
  [['9783161484101', 'code.google.com.epub-samples'], null],
  [['ISBN 0-8044-2957-x'], '080442957X'],
  [['0804429570', '1234567890'], null],
])('%j', (identifiers, isbn) => {
  expect(isbnIn(identifiers)).toBe(isbn)
})
