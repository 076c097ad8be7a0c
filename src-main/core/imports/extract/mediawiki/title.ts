import { type Document, type Element, attr, elements, hasClass, plainText, remove } from '../../html/html-tree'
import type { Metadata } from '../../metadata/metadata'
import { titleInAddress } from './address'
import type { PageConfig } from './page-config'

const HEADING_IDS = ['firstHeading', 'section_0', 'titleHeading', 'openzim-page-title']

/**
 * A page's title with its namespace and without the wiki's name: the heading that the skin shows, what the scripts say, or the
 * title element.
 * @param isBare whether this is Parsoid's own document, whose title element holds the title alone
 */
export function readTitle(page: Document, config: PageConfig, metadata: Metadata, isBare: boolean): string | null {
  const all = elements(page)
  const heading = all.find(
    (element) =>
      HEADING_IDS.includes(attr(element, 'id') ?? '') ||
      hasClass(element, 'firstHeading', 'mw-first-heading', 'page-header__title') ||
      (element.tagName === 'h1' && hasClass(element, 'pcs-edit-section-title')),
  )
  const shown = heading ? headingText(heading) : ''
  if (shown !== '') return shown
  const named = config.value('wgPageName')?.replace(/_/gu, ' ') ?? null
  if (named !== null) return named
  const element = all.find(({ tagName }) => tagName === 'title')
  const whole = element ? plainText(element) : ''
  if (isBare && whole !== '') return whole
  const stem = whole.replace(/\s+[-–—]\s+[^-–—]{2,80}$/u, '')
  if (stem !== '' && stem !== whole) return stem
  return whole !== '' ? whole : (titleInAddress(metadata.sourceUrl) ?? metadata.title)
}

function headingText(heading: Element): string {
  for (const inner of elements(heading)) if (hasClass(inner, 'mw-editsection', 'editsection', 'noprint')) remove(inner)
  return plainText(heading)
}
