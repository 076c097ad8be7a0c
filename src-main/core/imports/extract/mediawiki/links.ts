import { type Element, attr, elements, hasClass, plainText, removeAttr, setAttr, unwrap } from '../../html/html-tree'

/** Whether a link leads to a page that did not exist when the snapshot was made. */
export function isMissing(link: Element): boolean {
  return hasClass(link, 'new') || /[?&]redlink=1/u.test(attr(link, 'href') ?? '')
}

/**
 * Links to pages that do not exist say so in their address (`redlink=1`), as MediaWiki's own do, which is how the reader knows them.
 * Links around pictures go; where they led is kept with the pictures.
 */
export function shapeLinks(root: Element): void {
  for (const link of elements(root, 'a')) {
    const href = attr(link, 'href') ?? ''
    // The title of the page linked to, which the address says as well.
    removeAttr(link, 'title')
    if (hasClass(link, 'image', 'mw-file-description', 'mw-file-magnify') || isAroundImage(link)) unwrap(link)
    else if (hasClass(link, 'new') && !/[?&]redlink=1/u.test(href) && href !== '')
      setAttr(link, 'href', `${href}${href.includes('?') ? '&' : '?'}action=edit&redlink=1`)
  }
}

function isAroundImage(link: Element): boolean {
  return elements(link, 'img').length > 0 && plainText(link) === ''
}
