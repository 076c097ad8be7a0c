import type { Element } from '../html/html-tree'
import { markAdLabels } from './ad-labels'
import { findContainer } from './container'
import { markEdges } from './mark-edges'
import { markLinks } from './mark-links'
import { markNames } from './mark-names'
import { markOwnership, markTeasers } from './mark-teasers'
import type { PageBlocks } from './page-blocks'
import { measureProse } from './prose'
import type { Stated } from './stated'
import { keptLength, type Verdict } from './verdict'

/** Less text than this may be the whole of a page that lists others. */
const LITTLE = 250

/**
 * Finds the article by the names its page gives to its parts, by prose and links, and by position; in the spirit of Trafilatura,
 * and without rules for single sites or languages. Linear in the size of the page.
 */
export function chooseBlocks(page: PageBlocks, title: string | null, stated: Partial<Stated>): Verdict[] {
  const prose = measureProse(page)
  const verdicts: Verdict[] = page.blocks.map(() => 'keep')
  const named = markNames(page, prose, verdicts)
  markTeasers(page, prose, verdicts)
  markOwnership(page, verdicts)
  markAdLabels(page, verdicts)
  const container = findContainer(page, prose, verdicts, named)
  keepOnly(page, container, verdicts)
  const rough = [...verdicts]
  const whole = keptLength(page, rough)
  markLinks(page, prose, container, verdicts)
  markEdges(page, title, stated, verdicts)
  const left = keptLength(page, verdicts)
  if (left < whole * 0.3) return rough.some((verdict) => verdict === 'keep') ? rough : everything(rough)
  return left < LITTLE ? withLists(page, rough, verdicts) : verdicts
}

function keepOnly(page: PageBlocks, container: Element, verdicts: Verdict[]): void {
  const { start, end } = page.spans.get(container) ?? { start: 0, end: verdicts.length }
  verdicts.forEach((verdict, at) => {
    if (verdict === 'keep' && (at < start || at >= end)) verdicts[at] = 'outside'
  })
}

/** A page of teasers or links is a list to be read, where there is not much else. */
function withLists(page: PageBlocks, rough: readonly Verdict[], verdicts: Verdict[]): Verdict[] {
  const listed = page.blocks.reduce((sum, { length }, at) => sum + (rough[at] === 'links' ? length : 0), 0)
  if (listed < LITTLE * 2) return verdicts
  return verdicts.map((verdict) => (verdict === 'links' ? 'keep' : verdict))
}

function everything(rough: readonly Verdict[]): Verdict[] {
  return rough.map(() => 'keep')
}
