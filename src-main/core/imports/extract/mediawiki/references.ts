import type { Reference } from '@shared/domain/snapshot'
import { type Element, attr, elements, hasClass, isElement, plainText } from '../../html-tree'
import { dateInText } from '../../metadata/date-text'

/** Entries of an article's reference lists, in order. */
export function readReferences(root: Element): Reference[] {
  return elements(root, 'ol')
    .filter((list) => hasClass(list, 'references'))
    .flatMap((list) => list.childNodes.filter(isElement).filter(({ tagName }) => tagName === 'li'))
    .map((item, index) => {
      const text = plainText(item)
      const link = elements(item, 'a').find(
        (element) =>
          /^(?:https?:)?\/\//u.test(attr(element, 'href') ?? '') &&
          !/\.wikipedia\.org\/wiki\//u.test(attr(element, 'href') ?? ''),
      )
      const url = link ? (attr(link, 'href') ?? '').replace(/^\/\//u, 'https://') : null
      return {
        label: String(index + 1),
        text,
        url,
        archivedAt: dateAfter(text, /Archived(?: from the original)?(?: \([^)]*\))? on /u),
        retrievedAt: dateAfter(text, /(?:Retrieved|Accessed|Abgerufen am|Consulté le)(?: on)? /iu),
      }
    })
}

function dateAfter(text: string, lead: RegExp): string | null {
  const found = lead.exec(text)
  return found ? dateInText(text.slice(found.index + found[0].length).slice(0, 40)) : null
}
