import { type Document, attr, elements, setAttr, textContent } from '../../html/html-tree'

/** A picture that a style sheet holds under a name: `--sf-img-7: url("data:image/png;…")`. */
const NAMED = /(?<![\w-])(--[\w-]{1,100})\s{0,20}:\s{0,20}url\(\s{0,20}["']?(data:image\/[^"')\s]+)["']?\s*\)/giu
const BACKGROUND =
  /background(?:-image)?\s*:[^;]{0,500}?(?:var\(\s*(--[\w-]+)\s*[,)]|url\(\s*(?:"|'|&quot;)?(data:image\/[^"')\s]+))/iu

/**
 * Gives pictures back their bytes where a page was saved as one file and shows them as backgrounds of empty drawings, as SingleFile
 * does with a picture that is there more than once.
 */
export function restoreInlinedImages(page: Document): void {
  const empty = elements(page, 'img').filter(
    (image) => /^data:image\/svg/iu.test(attr(image, 'src') ?? '') && /background/iu.test(attr(image, 'style') ?? ''),
  )
  if (empty.length === 0) return
  const named = new Map<string, string>()
  for (const sheet of elements(page, 'style'))
    for (const [, name = '', url = ''] of textContent(sheet).matchAll(NAMED)) named.set(name, url)
  for (const image of empty) {
    const [, name, url] = BACKGROUND.exec(attr(image, 'style') ?? '') ?? []
    const src = url ?? named.get(name ?? '')
    if (src !== undefined) setAttr(image, 'src', src)
  }
}
