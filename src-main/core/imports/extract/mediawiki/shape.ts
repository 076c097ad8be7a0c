import {
  type Element,
  append,
  attr,
  closest,
  createElement,
  createText,
  elements,
  hasClass,
  insertBefore,
  isElement,
  plainText,
  remove,
  removeAttr,
  rename,
  replace,
  setAttr,
  textContent,
  unwrap,
} from '../../html-tree'

/** What is on a wiki page but is not the article's text. */
const NOT_TEXT = [
  ...[
    'navbox',
    'navbox-styles',
    'vertical-navbox',
    'sidebar',
    'metadata',
    'mbox-small',
    'sistersitebox',
    'portal',
    'portalbox',
    'portal-bar',
  ],
  ...[
    'noprint',
    'toc',
    'mw-editsection',
    'printfooter',
    'mw-empty-elt',
    'mw-jump-link',
    'ambox',
    'authority-control',
    'stub',
    'catlinks',
  ],
  ...[
    'mw-cite-backlink',
    'mw-ext-cite-error',
    'magnify',
    'mw-kartographer-maplink',
    'pcs-edit-section-link-container',
    'mw-indicators',
  ],
  ...[
    'shortdescription',
    'navigation-only',
    'mw-authority-control',
    'noexcerpt-navbox',
    'pcs-collapse-table-collapsed-container',
  ],
]
const NOT_TEXT_IDS = [
  'toc',
  'catlinks',
  'siteSub',
  'contentSub',
  'jump-to-nav',
  'coordinates',
  'mw-navigation',
  'footer',
  'mw-head',
  'mw-panel',
  'mw-page-base',
  'mw-head-base',
  'siteNotice',
  'firstHeading',
]

/** Brings a wiki article's own structure into the reader's: figures, headings, references, notes, infoboxes. */
export function shapeArticle(root: Element, title: string | null): void {
  for (const element of elements(root)) if (isNotText(element)) remove(element)
  for (const element of elements(root)) {
    if (hasClass(element, 'mw-headline') && element.parentNode && isElement(element.parentNode)) {
      const id = attr(element, 'id')
      if (id !== null) setAttr(element.parentNode, 'id', id)
      unwrap(element)
    } else if (hasClass(element, 'mw-heading')) unwrap(element)
    else if (hasClass(element, 'infobox') && element.tagName === 'table') setAttr(element, 'class', 'infobox')
    else if (hasClass(element, 'hatnote', 'dablink', 'rellink')) setAttr(element, 'class', 'hatnote')
    else if (hasClass(element, 'thumbinner')) toFigure(element, 'thumbcaption')
    else if (hasClass(element, 'gallerybox')) toFigure(element, 'gallerytext')
  }
  for (const link of elements(root, 'a')) shapeLink(link)
  for (const list of elements(root, 'ol')) if (hasClass(list, 'references', 'mw-references')) shapeReferences(list)
  for (const heading of elements(root, 'h1')) if (title !== null && plainText(heading) === title) remove(heading)
  dropEmptySections(root)
}

function isNotText(element: Element): boolean {
  if (hasClass(element, ...NOT_TEXT) || NOT_TEXT_IDS.includes(attr(element, 'id') ?? ''))
    return element.tagName !== 'body'
  if (attr(element, 'rel') === 'mw:referencedBy' || attr(element, 'role') === 'navigation') return true
  if (/display:\s*none/iu.test(attr(element, 'style') ?? '') && elements(element, 'math').length === 0) return true
  return /^(?:input|button|form|textarea|select|nav)$/u.test(element.tagName)
}

/** Picture and caption, out of the boxes that place them. */
function toFigure(box: Element, captionClass: string): void {
  const images = elements(box, 'img')
  if (images.length === 0) return
  const figure = createElement('figure')
  for (const image of images) append(figure, image)
  const caption = elements(box).find((element) => hasClass(element, captionClass))
  if (caption) append(figure, rename(caption, 'figcaption'))
  const outer = closest(box.parentNode && isElement(box.parentNode) ? box.parentNode : box, (element) =>
    hasClass(element, 'thumb'),
  )
  const target =
    outer && elements(outer).filter((element) => hasClass(element, 'thumbinner')).length === 1 ? outer : box
  const list = target.tagName === 'li' && target.parentNode && isElement(target.parentNode) ? target.parentNode : null
  if (list) {
    insertBefore(figure, list)
    remove(target)
    if (textContent(list).trim() === '' && elements(list, 'img').length === 0) remove(list)
  } else replace(target, figure)
}

function shapeLink(link: Element): void {
  const href = attr(link, 'href') ?? ''
  // The title of the page linked to, which the address says as well.
  removeAttr(link, 'title')
  const note = /#(cite_note[^#]*|mw-?reference[^#]*)$/u.exec(href)
  if (note?.[1] !== undefined) {
    setAttr(link, 'href', `#${note[1]}`)
    setAttr(link, 'class', 'footnote-ref')
    for (const bracket of elements(link, 'span'))
      if (hasClass(bracket, 'cite-bracket', 'mw-reflink-text')) unwrap(bracket)
  } else if (
    hasClass(link, 'image', 'mw-file-description') ||
    (elements(link, 'img').length > 0 && plainText(link) === '')
  )
    unwrap(link)
  else if (hasClass(link, 'new') || /[?&]redlink=1/u.test(href)) removeAttr(link, 'href')
}

/** One `li` per entry with the id that the text's links point at; `^` and the letters that lead back are gone already. */
function shapeReferences(list: Element): void {
  setAttr(list, 'class', 'references')
  for (const item of list.childNodes.filter(isElement)) {
    for (const inner of elements(item)) if (hasClass(inner, 'reference-text', 'mw-reference-text')) unwrap(inner)
    const first = item.childNodes[0]
    if (first && 'value' in first) first.value = first.value.replace(/^\s*[\^↑]?\s*/u, '')
    if (plainText(item) === '') append(item, createText('—'))
  }
}

/** A heading with nothing left below it said what the removed box was. */
function dropEmptySections(root: Element): void {
  const headings = elements(root, 'h2', 'h3', 'h4', 'h5', 'h6')
  for (const heading of headings.reverse()) {
    const siblings = heading.parentNode?.childNodes ?? []
    const next = siblings
      .slice(siblings.indexOf(heading) + 1)
      .find((node) =>
        isElement(node)
          ? plainText(node) !== '' || elements(node, 'img').length > 0 || node.tagName === 'img'
          : 'value' in node && node.value.trim() !== '',
      )
    const ends =
      next === undefined
        ? heading.parentNode === root ||
          (heading.parentNode && isElement(heading.parentNode) && heading.parentNode.tagName === 'section')
        : isElement(next) && /^h[2-6]$/u.test(next.tagName) && next.tagName <= heading.tagName
    if (ends) remove(heading)
  }
}
