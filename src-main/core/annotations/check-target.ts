import { LecternError } from '@shared/contract/errors'
import type { TextTarget } from '@shared/domain/annotation'
import { splitsPair } from '@shared/text/surrogates'

/**
 * Checks that a target's words stand in the text where it says, with the words around them.
 * @throws selector-mismatch
 */
export function checkTarget(
  text: string,
  { position: { start, end }, quote: { exact, prefix, suffix } }: TextTarget,
): void {
  const fits =
    text.slice(start, end) === exact &&
    text.slice(0, start).endsWith(prefix) &&
    text.startsWith(suffix, end) &&
    !splitsPair(text, start) &&
    !splitsPair(text, end)
  if (fits) return
  throw new LecternError(
    'selector-mismatch',
    'These words do not stand where the highlight points in this article, so nothing was saved. Select them again.',
  )
}
