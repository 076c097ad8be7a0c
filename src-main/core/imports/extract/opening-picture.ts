import {
  type Document,
  type Element,
  type Fragment,
  attr,
  closest,
  collapse,
  createElement,
  createText,
  elements,
  plainText,
} from '../html/html-tree'
import { isHidden } from './hidden'
import { createNameReader, roleOfTag } from './names'
import { pictureKey } from './picture-key'

/** In pixels: what is smaller opens no article. */
const WIDE = 300
const VERY_WIDE = 480
const MAX_CAPTION = 400
/** Pictures of a page that are looked at. */
const MOST = 200
/** What a page's author calls the picture above a text. */
const OPENS =
  /(?:^|[\s_-])(?:hero|featured?|lead|main-?image|post-?(?:thumbnail|image)|entry-?(?:thumbnail|image)|article-?(?:image|media|picture|photo)|cover|headline-?image|header-?image|aufmacher|wp-post-image)(?:$|[\s_-])/iu

/** A picture that stands above the text, as the article will have it. */
interface OpeningPicture {
  readonly figure: Element
  /** Where it stands on the page. */
  readonly image: Element
  /** Whether the page states that it is the article's, so that it may stand anywhere. */
  readonly isStated: boolean
  /** What its address ends in, whatever its size. */
  readonly key: string
}

/**
 * Finds the picture that opens the article: the first one, from the title on, that the page states as the article's or calls so. To be
 * asked before the page is cut; where the article has the picture itself, it is not needed.
 * @param stated the address of the picture that stands for the article; null where the page states none
 */
export function findOpening(page: Document, stated: string | null): OpeningPicture | null {
  const rolesOf = createNameReader()
  const isElsewhere = (element: Element) =>
    /^(?:nav|aside|footer|li|button|blockquote|table)$/u.test(element.tagName) ||
    (roleOfTag(element) === 'chrome' && element.tagName !== 'header' && attr(element, 'role') !== 'banner') ||
    rolesOf(element).includes('comments') ||
    (rolesOf(element).includes('chrome') && !OPENS.test(namesOf(element))) ||
    isHidden(element)
  const wanted = stated === null ? null : pictureKey(stated)
  let fromTitle = false
  let looked = 0
  let called: OpeningPicture | null = null
  for (const element of elements(page, 'h1', 'img')) {
    if (element.tagName === 'h1') fromTitle = true
    else if (++looked > MOST) break
    else {
      const src = attr(element, 'src') ?? ''
      const key = pictureKey(src)
      const isStated = wanted !== null && key === wanted
      if (key === '' || isSmall(element) || (!isStated && (called !== null || !fromTitle || !isCalledSo(element))))
        continue
      if (closest(element, isElsewhere)) continue
      const picture = { figure: figureOf(element), image: element, key, isStated }
      if (isStated) return picture
      called = picture
    }
  }
  return called
}

/** Puts the picture before the text, unless it is there already. */
export function addOpening(article: Fragment, opening: OpeningPicture | null): void {
  if (opening === null || article.childNodes.length === 0) return
  if (elements(article, 'img').some((image) => pictureKey(attr(image, 'src') ?? '') === opening.key)) return
  opening.figure.parentNode = article
  article.childNodes.unshift(opening.figure)
}

function isSmall(image: Element): boolean {
  return (
    Number.parseInt(attr(image, 'width') ?? '', 10) < WIDE ||
    Number.parseInt(attr(image, 'height') ?? '', 10) < WIDE / 3
  )
}

/** What its author calls it; a wide figure may have any name. */
function isCalledSo(image: Element): boolean {
  const isWide = Number.parseInt(attr(image, 'width') ?? '', 10) >= VERY_WIDE
  if (isWide && closest(image, ({ tagName }) => tagName === 'figure')) return true
  let at: Element | null = image
  for (let up = 0; at && up < 4; up++) {
    if (OPENS.test(namesOf(at))) return true
    at = at.parentNode && 'tagName' in at.parentNode ? at.parentNode : null
  }
  return false
}

function namesOf(element: Element): string {
  return `${attr(element, 'class') ?? ''} ${attr(element, 'id') ?? ''}`.slice(0, 300)
}

function figureOf(image: Element): Element {
  const around = closest(image, ({ tagName }) => tagName === 'figure')
  const [caption] = around && elements(around, 'img').length === 1 ? elements(around, 'figcaption') : []
  const words = caption ? plainText(caption) : ''
  const alt = collapse(attr(image, 'alt') ?? '')
  const figure = createElement('figure', {}, createElement('img', { src: attr(image, 'src') ?? '', alt }))
  if (words === '' || words.length > MAX_CAPTION) return figure
  return createElement('figure', {}, ...figure.childNodes, createElement('figcaption', {}, createText(words)))
}
