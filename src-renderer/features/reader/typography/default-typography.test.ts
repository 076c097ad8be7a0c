import { expect, test } from 'vitest'
import { DEFAULT_SETTINGS } from '@shared/domain/settings'
import { DEFAULT_TYPOGRAPHY } from './default-typography'

test('resetting gives the typography that a new library begins with', () => {
  expect(DEFAULT_TYPOGRAPHY).toEqual(DEFAULT_SETTINGS.typography)
})
