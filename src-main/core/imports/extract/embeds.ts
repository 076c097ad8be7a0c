import {
  type Document,
  type Element,
  attr,
  closest,
  createElement,
  createText,
  elements,
  hasClass,
  rename,
  setChildren,
} from '../html/html-tree'

/** Puts a quiet link, with its poster where there is one, in the place of what would play: nothing is loaded from elsewhere. */
export function linkEmbeds(page: Document): void {
  for (const element of elements(page, 'video', 'audio', 'iframe')) {
    const address = addressOf(element)
    if (address !== null) linkEmbed(element, address, { unnamed: `▶ ${hostOf(address)}` })
  }
}

/**
 * Puts such a link in the place of one element.
 * @param leadsThere false to say only what it was, because nothing can be had at its address
 * @param unnamed what it is called where it has no name
 */
export function linkEmbed(
  element: Element,
  address: string,
  { leadsThere = true, unnamed = hostOf(address) }: { leadsThere?: boolean; unnamed?: string } = {},
): void {
  const poster = attr(element, 'poster')
  const label = nameOf(element) ?? unnamed
  const shown = poster
    ? createElement('img', { src: poster, alt: label })
    : createElement('span', {}, createText(label))
  const link = leadsThere ? createElement('a', { href: address }, shown) : shown
  const isFigure = closest(element, ({ tagName }) => tagName === 'figure') !== null
  const caption = poster && !isFigure ? [createElement('figcaption', {}, createText(label))] : []
  // In its own place: to look for each among its siblings takes long where there are very many.
  rename(element, isFigure ? 'span' : 'figure').attrs = [{ name: 'class', value: 'embed' }]
  setChildren(element, [link, ...caption])
}

/** Whether a link stands for what played in its place, so that it is no line that only leads elsewhere. */
export function isEmbed(link: Element): boolean {
  const { parentNode } = link
  return parentNode !== null && 'tagName' in parentNode && hasClass(parentNode, 'embed')
}

/** An address that ends in `/embed/` is another article's: WordPress shows those so, beside a link to them. */
const PLAYER = /^https:\/\/(?:player|embed|w)\.|\/(?:embed|player|videoembed|embeds)(?:[.?]|\/[^/?#])/iu

/**
 * An `iframe` counts as a player only if it may fill the screen or start by itself, or its address says so: others are
 * advertisements, counters and forms. What plays within the page may lie beside it.
 */
function addressOf(element: Element): string | null {
  const source = elements(element, 'source')[0]
  const stated = attr(element, 'src') || attr(element, 'data-src') || (source ? attr(source, 'src') : null)
  const address = stated?.trim().replace(/^\/\//u, 'https://') ?? ''
  const isRemote = /^https?:\/\/[^/]/iu.test(address)
  if (element.tagName !== 'iframe')
    return isRemote || (address !== '' && !/^[a-z][a-z\d+.-]*:/iu.test(address)) ? address : null
  const mayPlay =
    attr(element, 'allowfullscreen') !== null ||
    /fullscreen|autoplay|encrypted-media/iu.test(attr(element, 'allow') ?? '') ||
    PLAYER.test(address.replace(/^http:/iu, 'https:'))
  return isRemote && mayPlay ? address : null
}

function nameOf(element: Element): string | null {
  const name = attr(element, 'title') ?? attr(element, 'aria-label')
  return name !== null && name.trim() !== '' ? name.trim().slice(0, 200) : null
}

/** Where it is; the file's name, where that is the page's own place. */
function hostOf(address: string): string {
  return (
    /^https?:\/\/(?:www\.)?([^/:?#]+)/iu.exec(address)?.[1] ?? /([^/?#]+)(?:[?#].*)?$/u.exec(address)?.[1] ?? address
  )
}
