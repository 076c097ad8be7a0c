import { type Document, type Element, attr, isElement, isText, type Node, type Parent } from '../html/html-tree'

/** A part of the page that is not the article, such as a sidebar; parts lie in parts. */
interface Part {
  readonly element: Element
  /** Of other people or other articles, not only of the page. */
  readonly isForeign: boolean
  readonly within: Part | null
}

type Kind = 'article' | 'outside' | 'foreign'

interface Meaning {
  readonly isDate: boolean
  readonly isAuthor: boolean
}

const NOTHING: Meaning = { isDate: false, isAuthor: false }

/** Where something stands on the page. */
export interface Spot {
  /** How many pieces of text come before it. */
  readonly at: number
  /** The innermost part around it that seems not to be the article. */
  readonly part: Part | null
}

/** An element worth a second look. */
export interface Sighting extends Spot {
  readonly element: Element
}

/** A piece of text, and the element it stands in. */
export interface TextPiece extends Spot {
  readonly value: string
  readonly parent: Element
}

/** All that metadata is read from, collected in one walk: pages are long, and metadata has many readers. */
export interface Survey {
  readonly root: Element | null
  readonly comments: readonly string[]
  readonly titles: readonly Element[]
  readonly metas: readonly Element[]
  readonly links: readonly Element[]
  readonly bases: readonly Element[]
  readonly jsonLd: readonly Element[]
  readonly scripts: readonly Element[]
  readonly headings: readonly Sighting[]
  readonly dates: readonly Sighting[]
  readonly authors: readonly Sighting[]
  readonly licences: readonly Sighting[]
  readonly images: readonly Sighting[]
  readonly texts: readonly TextPiece[]
}

const MOST = { comments: 20, headings: 400, dates: 600, authors: 400, licences: 50, images: 200, texts: 30_000 }

const OUTSIDE_TAG = new Set(['aside', 'footer', 'nav'])
const OUTSIDE = /sidebar|widget|teaser|footer|archive|promo|newsletter|breadcrumb/iu
const FOREIGN = /comment|kommentar|related|recent|disqus|respond|trending|popular|recommend/iu
const DATE =
  /(?:^|[\s_-])(?:date|dates|dateline|datetime|datum|fecha|data|published?|pubdate|posted|timestamp|time|uploaded|created|dtreviewed|postdate)(?:$|[\s_-])|date(?:$|[\s_])|datePublished|dateCreated|dc:created/iu
const AUTHOR =
  /(?:^|[\s_-])(?:by-?line|authors?|autor(?:in|en|es)?|auteurs?|writer|p-author|vcard|contributors?)(?:$|[\s_-]|name)|author(?:$|[\s_])/iu
const SKIPPED = new Set(['style', 'template', 'svg', 'math', 'iframe', 'object', 'select', 'textarea', 'button'])

/** Walks a page once, without recursion. */
export function survey(page: Document): Survey {
  const found = {
    root: page.childNodes.find((node): node is Element => isElement(node) && node.tagName === 'html') ?? null,
    comments: [] as string[],
    titles: [] as Element[],
    metas: [] as Element[],
    links: [] as Element[],
    bases: [] as Element[],
    jsonLd: [] as Element[],
    scripts: [] as Element[],
    headings: [] as Sighting[],
    dates: [] as Sighting[],
    authors: [] as Sighting[],
    licences: [] as Sighting[],
    images: [] as Sighting[],
    texts: [] as TextPiece[],
  }
  const note = (
    list: 'headings' | 'dates' | 'authors' | 'licences' | 'images',
    element: Element,
    part: Part | null,
  ) => {
    if (found[list].length < MOST[list]) found[list].push({ element, at: found.texts.length, part })
  }
  const meanings = new Map<string, Meaning>()
  const meet = (element: Element, part: Part | null) => {
    switch (element.tagName) {
      case 'title':
        found.titles.push(element)
        return
      case 'meta':
        found.metas.push(element)
        return
      case 'link':
        found.links.push(element)
        return
      case 'base':
        found.bases.push(element)
        return
      case 'script':
        if (/ld\+json/iu.test(attr(element, 'type') ?? '')) found.jsonLd.push(element)
        else found.scripts.push(element)
        return
      case 'h1':
      case 'h2':
      case 'h3':
        note('headings', element, part)
        break
      case 'img':
        note('images', element, part)
        return
      case 'time':
        note('dates', element, part)
        break
      case 'a':
        if (isLicence(element)) note('licences', element, part)
        if (/\/(?:authors?|autore?n?s?|auteurs?|writers?)\//iu.test(attr(element, 'href') ?? ''))
          note('authors', element, part)
        break
    }
    const said = element.attrs.length === 0 ? NOTHING : meaningOf(element)
    if (said.isDate && element.tagName !== 'time') note('dates', element, part)
    if (said.isAuthor) note('authors', element, part)
  }
  const meaningOf = (element: Element): Meaning => {
    const words = signs(element)
    if (words === '') return NOTHING
    let known = meanings.get(words)
    if (known === undefined) meanings.set(words, (known = { isDate: DATE.test(words), isAuthor: AUTHOR.test(words) }))
    return known
  }
  const kinds = new Map<string, Kind>()
  const kindOf = (element: Element): Kind => {
    const names = namesOf(element)
    let kind = names === '' ? 'article' : kinds.get(names)
    if (kind === undefined)
      kinds.set(names, (kind = FOREIGN.test(names) ? 'foreign' : OUTSIDE.test(names) ? 'outside' : 'article'))
    if (kind !== 'article' || !OUTSIDE_TAG.has(element.tagName)) return kind
    return element.tagName === 'footer' && isOfArticle(element) ? 'article' : 'outside'
  }
  const nodes: Node[] = [...page.childNodes].reverse()
  const parts: (Part | null)[] = nodes.map(() => null)
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    let part = parts.pop() ?? null
    if (isText(node)) {
      const parent = node.parentNode
      if (parent && isElement(parent) && found.texts.length < MOST.texts && /\S/u.test(node.value))
        found.texts.push({ value: node.value, parent, at: found.texts.length, part })
      continue
    }
    if (node.nodeName === '#comment' && 'data' in node && found.comments.length < MOST.comments)
      found.comments.push(node.data)
    if (!isElement(node)) continue
    meet(node, part)
    if (SKIPPED.has(node.tagName) || node.tagName === 'script' || node.tagName === 'title') continue
    const kind = kindOf(node)
    if (kind !== 'article') part = { element: node, isForeign: kind === 'foreign', within: part }
    for (let at = node.childNodes.length - 1; at >= 0; at--) {
      const child = node.childNodes[at]
      if (!child) continue
      nodes.push(child)
      parts.push(part)
    }
  }
  return found
}

/** What an element is called by those who wrote it. */
function signs(element: Element): string {
  let words = ''
  for (const { name, value } of element.attrs) {
    if (name === 'class' || name === 'id' || name === 'itemprop' || name === 'rel' || name === 'property')
      words = words === '' ? value : `${words} ${value}`
    else if (name === 'pubdate') words = `${words} pubdate`
  }
  return words.length > 1000 ? words.slice(0, 1000) : words
}

/** Class and id, which name parts of a page. */
function namesOf(element: Element): string {
  let names = ''
  for (const { name, value } of element.attrs)
    if (name === 'class' || name === 'id') names = names === '' ? value : `${names} ${value}`
  return names.length > 1000 ? names.slice(0, 1000) : names
}

/** Many themes put author and date into a foot of the article itself. */
function isOfArticle(footer: Element): boolean {
  const parent = footer.parentNode
  return (
    parent !== null &&
    isElement(parent) &&
    parent.tagName === 'article' &&
    !FOREIGN.test(`${attr(parent, 'class') ?? ''} ${attr(parent, 'id') ?? ''}`)
  )
}

function isLicence(link: Element): boolean {
  return (
    /(?:^|\s)license(?:\s|$)/iu.test(attr(link, 'rel') ?? '') ||
    /^(?:https?:)?\/\/(?:www\.)?creativecommons\.org\/(?:licenses|publicdomain)\//iu.test(attr(link, 'href') ?? '')
  )
}

/** Tells what is the article's. */
export interface Parts {
  /** Not of the article, as far as names tell: a sidebar, a foot. */
  isOutside(spot: Spot): boolean
  /** Of other articles or other people: comments, recommendations. */
  isForeign(spot: Spot): boolean
}

/** Tells parts, once the article's heading is known: a part around the heading is the article's own, whatever it is called. */
export function createParts(heading: Element | null): Parts {
  const own = new Set<Parent>()
  for (let at: Parent | null = heading; at; at = isElement(at) ? at.parentNode : null) own.add(at)
  const around = ({ part }: Spot, test: (one: Part) => boolean): boolean => {
    for (let at = part; at; at = at.within)
      if (test(at) && !own.has(at.element) && at.element.tagName !== 'body' && at.element.tagName !== 'html')
        return true
    return false
  }
  return { isOutside: (spot) => around(spot, () => true), isForeign: (spot) => around(spot, (part) => part.isForeign) }
}
