import { expect, test } from 'vitest'
import { isSlip } from './slip'

test.for([
  ['ghandi', 'gandhi'],
  ['einstien', 'einstein'],
  ['mississipi', 'mississippi'],
  ['parliment', 'parliament'],
  ['poloniun', 'polonium'],
  ['scrutinize', 'scrutinise'],
  ['shelleys', 'shellleys'],
] as const)('%s is %s carelessly written', ([typed, meant]) => {
  expect(isSlip(typed, meant)).toBe(true)
})

test.for([
  ['boston', 'bottom'],
  ['warsaw', 'wars'],
  ['weather', 'water'],
  ['sanity', 'vanity'],
  ['feather', 'father'],
  ['colonists', 'colonies'],
  ['nobel', 'novel'],
  ['wealthy', 'wealth'],
  ['geistigen', 'gestiegen'],
] as const)('%s is a word of its own beside %s', ([typed, meant]) => {
  expect(isSlip(typed, meant)).toBe(false)
})
