import { type Document, type Fragment, elements, parseFragment, plainText } from '../html-tree'
import { dropBoilerplate } from './boilerplate'
import { cleanPage, markHeadings } from './clean-page'
import { plainCode } from './code-blocks'
import { collectNotes, restoreNotes } from './footnotes'
import { keepFormulas } from './formulas'
import { resolveLazyImages } from './lazy-images'
import { byReadability } from './readability'
import { restoreHeadings } from './restore'
import { bySemantics } from './semantic'

/** Readability's result is doubted when the page's own markup points at this many times as much text. */
const FAR_TOO_LITTLE = 2.5
const SHORT = 600

/** Finds the article on a page; the page's tree is used up. Empty when there is nothing to read. */
export function extractArticle(page: Document, title: string | null): Fragment {
  keepFormulas(page)
  cleanPage(page)
  resolveLazyImages(page)
  plainCode(page)
  markHeadings(page)
  const notes = collectNotes(page)
  const root = parseFragment(findContent(page), { scriptingEnabled: false })
  restoreNotes(root, notes)
  restoreHeadings(root, title)
  dropBoilerplate(root)
  return root
}

function findContent(page: Document): string {
  const found = byReadability(page)
  if (found && found.length >= SHORT && found.length * 8 > plainText(elements(page, 'body')[0] ?? page).length)
    return found.html
  const other = bySemantics(page)
  if (!found) return other?.html ?? ''
  return other && other.length > found.length * FAR_TOO_LITTLE ? other.html : found.html
}
