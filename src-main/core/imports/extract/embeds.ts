import { type Document, type Element, attr, createElement, createText, elements, replace } from '../html-tree'

/** Puts a quiet link, with its poster where there is one, in the place of what would play: nothing is loaded from elsewhere. */
export function linkEmbeds(page: Document): void {
  for (const element of elements(page, 'video', 'audio', 'iframe')) {
    const address = addressOf(element)
    if (address === null) continue
    const poster = attr(element, 'poster')
    const label = nameOf(element) ?? hostOf(address)
    const shown = poster
      ? createElement('img', { src: poster, alt: label })
      : createElement('span', {}, createText(label))
    const link = createElement('a', { href: address }, shown)
    const caption = poster ? [createElement('figcaption', {}, createText(label))] : []
    replace(element, createElement('figure', { class: 'embed' }, link, ...caption))
  }
}

/** An `iframe` counts as a player only if it may fill the screen: others are advertisements, counters and forms. */
function addressOf(element: Element): string | null {
  if (element.tagName === 'iframe' && attr(element, 'allowfullscreen') === null) return null
  const source = elements(element, 'source')[0]
  const address = attr(element, 'src') || attr(element, 'data-src') || (source ? attr(source, 'src') : null)
  return address !== null && /^(?:https?:)?\/\/[^/]/iu.test(address) ? address.replace(/^\/\//u, 'https://') : null
}

function nameOf(element: Element): string | null {
  const name = attr(element, 'title') ?? attr(element, 'aria-label')
  return name !== null && name.trim() !== '' ? name.trim().slice(0, 200) : null
}

function hostOf(address: string): string {
  return /^https?:\/\/(?:www\.)?([^/:?#]+)/iu.exec(address)?.[1] ?? address
}
