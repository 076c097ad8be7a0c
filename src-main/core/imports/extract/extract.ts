import { type Document, type Fragment, createFragment, setChildren } from '../html/html-tree'
import { plainAmp } from './amp'
import { quoteCallouts } from './callouts'
import { type CarriedText, insteadOfStub, readCarriedText } from './carried-text'
import { chooseBlocks } from './choose-blocks'
import { cleanPage } from './clean-page'
import { plainCode } from './code-blocks'
import { cutDown } from './cut'
import { linkEmbeds } from './embeds'
import { type Notes, collectNotes, restoreNotes } from './footnotes'
import { keepFormulas } from './formulas'
import { bodyOf } from './frames'
import { repairOutline } from './headings'
import { withIngredients, readIngredients } from './ingredients'
import { resolveLazyImages } from './lazy-images'
import { unwrapLayoutTables } from './layout-tables'
import { dropWrittenNumbers } from './list-numbers'
import type { Stated } from './stated'
import { addOpening, findOpening } from './opening-picture'
import { type PageBlocks, readBlocks } from './page-blocks'
import { askReadability } from './readability'
import { collectSideNotes } from './side-notes'
import { readThread } from './thread'
import { dropTwinPictures } from './twin-pictures'
import { isCertain, vote } from './vote'

/** Deeper or larger pages would take Readability, which recurses and asks twice, too long or too far. */
const MAX_DEPTH = 400
const MAX_ELEMENTS = 40_000

/**
 * Finds the article on a page; the page's tree is used up. Empty when there is nothing to read.
 */
export function extractArticle(page: Document, title: string | null, stated: Partial<Stated> = {}): Fragment {
  const carried = readCarriedText(page)
  const ingredients = readIngredients(page)
  plainAmp(page)
  keepFormulas(page)
  linkEmbeds(page)
  cleanPage(page)
  resolveLazyImages(page)
  plainCode(page)
  const endNotes = collectNotes(page)
  const notes = new Map([...endNotes, ...collectSideNotes(page, endNotes)])
  const body = bodyOf(page)
  if (!body) return insteadOfStub(createFragment(), carried) ?? createFragment()
  const thread = readThread(page)
  if (thread !== null) return finished(thread, notes)
  const opening = findOpening(page, stated.leadImage ?? null)
  const blocks = readBlocks(body)
  const verdicts = chooseBlocks(blocks, title, stated)
  const other = isHeavy(blocks) || isCertain(blocks, verdicts) ? null : askReadability(page, blocks)
  const text = other ? vote(blocks, verdicts, other) : verdicts.map((verdict) => verdict === 'keep')
  const keep = withIngredients(blocks, ingredients, verdicts, text)
  const root = createFragment()
  setChildren(root, cutDown(blocks, keep, text).childNodes)
  const place = opening && blocks.spans.get(opening.image)
  if (opening?.isStated || (place && place.start <= keep.indexOf(true))) addOpening(root, opening)
  return finished(root, notes, carried)
}

function finished(root: Fragment, notes: Notes, carried: CarriedText | null = null): Fragment {
  restoreNotes(root, notes)
  const article = (carried && insteadOfStub(root, carried)) ?? root
  unwrapLayoutTables(article)
  dropTwinPictures(article)
  dropWrittenNumbers(article)
  quoteCallouts(article)
  repairOutline(article)
  return article
}

function isHeavy({ depth, elements: { length } }: PageBlocks): boolean {
  return depth > MAX_DEPTH || length > MAX_ELEMENTS
}
