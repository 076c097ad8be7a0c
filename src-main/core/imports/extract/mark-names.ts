import { isBlock } from '../cleaning/block-elements'
import { type Element, attr, isElement } from '../html/html-tree'
import { isHidden, isTurnedAway } from './hidden'
import { type NameRole, createNameReader, roleOfTag } from './names'
import type { PageBlocks, Span } from './page-blocks'
import { type Prose, runningSums } from './prose'
import { mark, type Verdict } from './verdict'

/** Longer words are no credit, whatever they are called. */
const MAX_CREDIT = 150
/** Below this much prose beside its comments, a page is taken for a discussion, which is the thing to read. */
const DISCUSSION = 300
/** An article of this much prose is enough to believe the names of what stands beside it, however long that is. */
const ARTICLE = 600
/** Names that leave less prose than this, of much more, have misled. */
const LITTLE = 300

/**
 * Marks what its names say is not the article, unless that would leave too little: a name can mislead.
 * @returns the elements whose names say that they hold the article
 */
export function markNames(page: PageBlocks, prose: Prose, verdicts: Verdict[]): Set<Element> {
  const named = markBy(page, prose, verdicts, createNameReader())
  const left = verdicts.reduce((sum, verdict, at) => sum + (verdict === 'keep' ? (prose.of[at] ?? 0) : 0), 0)
  if (left >= LITTLE || left >= prose.total * 0.15) return named
  verdicts.fill('keep')
  return markBy(page, prose, verdicts, () => [])
}

function markBy(
  page: PageBlocks,
  prose: Prose,
  verdicts: Verdict[],
  rolesOf: (element: Element) => readonly NameRole[],
): Set<Element> {
  const content = new Set<Element>()
  const around = aroundContent(page)
  const texts = articles(page, prose)
  const lengths = runningSums(page.blocks.map(({ length }) => length))
  for (const element of page.elements) {
    const span = page.spans.get(element)
    if (element === page.root || !span || span.end === span.start) continue
    if (verdicts[span.start] !== 'keep' && verdicts[span.end - 1] !== 'keep') continue
    const roles = rolesOf(element)
    const tag = roleOfTag(element)
    if (tag === 'content' || roles.includes('content')) content.add(element)
    if (!coversBlocks(lengths, element, span)) continue
    const part = prose.within(span)
    const rest = prose.total - part
    const holdsContent = around.has(element)
    if (isHidden(element)) {
      if (!isTurnedAway(element) && rest > Math.min(400, prose.total * 0.25)) mark(verdicts, span, 'chrome')
    } else if (roles.includes('comments') && !holdsContent && tag !== 'content') mark(verdicts, span, 'comments')
    else if ((roles.includes('chrome') || tag === 'chrome') && !isMatter(element)) {
      const isSmall = part < prose.total * 0.3 || (part < prose.total * 0.6 && rest > 600)
      const isBeside = texts.some(({ start, end }) => end <= span.start || start >= span.end)
      const isBody = texts.some((text) => holds(text, span) && part > prose.within(text) * 0.5)
      if ((isSmall || isBeside) && !isBody && !(holdsContent && part > 0 && element.tagName !== 'nav'))
        mark(verdicts, span, 'chrome')
    } else if (roles.includes('credit') && span.length <= MAX_CREDIT && !holdsContent) mark(verdicts, span, 'meta')
    else if (roles.includes('meta') && part < 400 && part < prose.total * 0.15 && !holdsContent)
      mark(verdicts, span, 'meta')
    else if (element.tagName === 'form' && part < prose.total * 0.3) mark(verdicts, span, 'chrome')
  }
  restoreDiscussion(prose, verdicts)
  return content
}

/** Elements around the page's title, its `main` or its `articleBody`. */
function aroundContent(page: PageBlocks): Set<Element> {
  const found = new Set<Element>()
  for (const element of page.elements) {
    const marks = element.tagName === 'h1' || element.tagName === 'main' || attr(element, 'itemprop') === 'articleBody'
    if (!marks) continue
    for (let at = element.parentNode; at && isElement(at) && !found.has(at); at = at.parentNode) found.add(at)
  }
  return found
}

function isMatter({ tagName }: Element): boolean {
  return /^(?:code|pre|blockquote|figure|table|tbody|tr)$/u.test(tagName)
}

/** An inline element speaks for its block only if it has all of the block's words. */
function coversBlocks(lengths: readonly number[], element: Element, { start, end, length }: Span): boolean {
  return isBlock(element) || length >= (lengths[end] ?? 0) - (lengths[start] ?? 0)
}

function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && outer.end >= inner.end
}

/** The outermost elements that are tagged or marked up as an article and have the prose of one. */
function articles(page: PageBlocks, prose: Prose): Span[] {
  const found: Span[] = []
  for (const element of page.elements) {
    const span = page.spans.get(element)
    if (!span || span.start < (found[found.length - 1]?.end ?? 0)) continue
    const isArticle = element.tagName === 'article' || attr(element, 'itemprop') === 'articleBody'
    if (isArticle && prose.within(span) >= ARTICLE) found.push(span)
  }
  return found
}

function restoreDiscussion(prose: Prose, verdicts: Verdict[]): void {
  let article = 0
  let comments = 0
  verdicts.forEach((verdict, at) => {
    if (verdict === 'keep') article += prose.of[at] ?? 0
    else if (verdict === 'comments') comments += prose.of[at] ?? 0
  })
  if (article > DISCUSSION || article > comments * 0.2) return
  verdicts.forEach((verdict, at) => {
    if (verdict === 'comments') verdicts[at] = 'keep'
  })
}
