import { expect, test } from 'vitest'
import { quantityOf } from './quantity'

test.each([
  ['3,780 km2 (1,460 sq mi)', 'en', 3780, 'km2'],
  ['114,2 km²', 'de', 114.2, 'km²'],
  ['241.306', 'de', 241306, ''],
  ['2 345 678', 'fr', 2345678, ''],
  ['12 m (39 ft)', 'en', 12, 'm'],
  ['18.2/km2 (47.1/sq mi)', 'en', null, ''],
  ['1.6%', 'en', 1.6, '%'],
  ['4', 'en', 4, ''],
  ['−12 °C', 'en', -12, '°C'],
  ['1642', 'en', null, ''],
  ['17 February 2023', 'en', null, ''],
  ['4 militants', 'en', null, ''],
  ['12 to 15 m', 'en', null, ''],
  ['4011–4025', 'en', null, ''],
  ['UTC+3', 'en', null, ''],
])('%s (%s)', (text, language, value, unit) => {
  expect(quantityOf(text, language)).toEqual(value === null ? null : { value, unit })
})
