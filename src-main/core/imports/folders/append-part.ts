import { type Fragment, append, attr, elements, setAttr } from '../html/html-tree'

/** Adds a further page to a text. Its ids get its number, so that a note of the second page is not taken for one of the first. */
export function appendPart(text: Fragment, part: Fragment, number: number): void {
  const own = new Set<string>()
  for (const element of elements(part)) {
    const id = attr(element, 'id')
    if (id === null) continue
    own.add(id)
    setAttr(element, 'id', `p${number}-${id}`)
  }
  for (const link of elements(part, 'a')) {
    const id = attr(link, 'href')?.replace(/^#/u, '') ?? ''
    if (attr(link, 'href')?.startsWith('#') === true && own.has(id)) setAttr(link, 'href', `#p${number}-${id}`)
  }
  for (const child of part.childNodes.slice()) append(text, child)
}
