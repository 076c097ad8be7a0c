import type { Typography } from '@shared/domain/settings'

/** How articles are set before a person changes it; the same as in `DEFAULT_SETTINGS`, which would bring zod along. */
export const DEFAULT_TYPOGRAPHY: Typography = {
  typeface: 'literata',
  size: 18,
  leading: 1.6,
  measure: 62,
  justified: false,
}
