import { type Element, attr, closest, collapse, elements, isText, plainText } from '../html/html-tree'
import type { Sighting, Survey } from './survey'
import { alike, titleKey, wordsOf } from './title-key'
import { isSite, type Site, withoutSite } from './site-name'

/** An article's title, and the heading that shows it, by which author and date are looked for. */
export interface FoundTitle {
  readonly title: string | null
  readonly heading: Sighting | null
}

interface Heading {
  readonly text: string
  readonly key: string
  readonly sighting: Sighting
}

const LONGEST = 300
/** Headings that are looked at, in the order of the page. */
const MOST = 60

/** Words above a heading that are no part of it: the name of its column, a label. */
const KICKER =
  /kicker|sub-?(?:title|head)|overline|eyebrow|label|dachzeile|spitzmarke|topline|rubri[ck]|prefix|category/iu

/**
 * The title as the page shows it: the heading that what is stated (Open Graph, schema.org, `<title>`) confirms, without kickers;
 * else the page's one main heading if it says much the same; else the first of what is stated, without the site's name.
 * @param stated the best first
 */
export function readTitle(page: Survey, stated: readonly string[], site: Site): FoundTitle {
  const titles = stated.map((title) => withoutSite(title, site)).filter((title) => !isSite(title, site))
  const keys = new Set(titles.map(titleKey).filter((key) => key.length > 7))
  const headings = page.headings.slice(0, MOST).flatMap((sighting) => headingOf(sighting, site))
  const main = headings.filter(({ sighting }) => sighting.element.tagName === 'h1')
  const whole = main.find(({ key }) => keys.has(key)) ?? headings.find(({ key }) => keys.has(key))
  if (whole) return found(whole)
  const below = belowKicker(main, titles)
  if (below) return below
  const confirmed = confirmedBy(main, headings, stated)
  if (confirmed) return found(confirmed)
  const inside = main.filter(({ sighting }) => sighting.part === null)
  const only = inside.length === 1 ? inside[0] : main.length === 1 ? main[0] : undefined
  if (only && titles.some((title) => alike(title, only.text))) return found(only)
  const part = equalToPart(headings, stated)
  if (part) return found(part)
  const first = titles[0]
  if (first !== undefined) return { title: first, heading: only?.sighting ?? null }
  const shown = only ?? (stated.length === 0 ? (main[0] ?? headings[0]) : undefined)
  return shown ? found(shown) : { title: stated[0] ?? null, heading: null }
}

function found({ text, sighting }: Heading): FoundTitle {
  return { title: text, heading: sighting }
}

function headingOf(sighting: Sighting, site: Site): Heading[] {
  const { element } = sighting
  const all = visible(plainText(element))
  if (all === '' || all.length > LONGEST) return []
  const kickers = element.childNodes.every(isText) ? [] : elements(element).filter(isKicker)
  const below = kickers.reduce((text, inner) => text.replace(visible(plainText(inner)), ' '), all)
  const text = kickers.length > 0 && wordsOf(below).size > 1 ? collapse(below) : all
  const key = titleKey(text)
  return key.length < 2 || isHidden(element) || isSite(text, site) ? [] : [{ text, key, sighting }]
}

function isKicker(element: Element): boolean {
  return element.tagName === 'small' || KICKER.test(attr(element, 'class') ?? '')
}

/** A kicker without a mark of its own stands before what is stated without it. */
function belowKicker(main: readonly Heading[], titles: readonly string[]): FoundTitle | null {
  for (const { key, sighting } of main) {
    const title = titles.find((one) => titleKey(one).length > 11 && key.endsWith(titleKey(one)))
    if (title !== undefined && titleKey(title).length * 2 > key.length) return { title, heading: sighting }
  }
  return null
}

/**
 * The site's name may be a heading too, and stand in the page's title as well: what a title begins with goes first, of whatever rank
 * where it is the whole of the title's first part.
 */
function confirmedBy(
  main: readonly Heading[],
  headings: readonly Heading[],
  stated: readonly string[],
): Heading | undefined {
  const keys = stated.map(titleKey)
  const fits = ({ key }: Heading, test: (title: string) => boolean) =>
    key.length > 3 && keys.some((title) => test(title) && key.length * 4 >= title.length)
  return (
    main.find((heading) => fits(heading, (title) => title.startsWith(heading.key))) ??
    equalToPart(headings, stated, 1) ??
    main.find((heading) => fits(heading, (title) => title.includes(heading.key)))
  )
}

/** A heading of any rank that is the whole of a part of what is stated; earlier parts are likelier the title. */
function equalToPart(headings: readonly Heading[], stated: readonly string[], most = Infinity): Heading | undefined {
  const parts = stated.flatMap((title) => title.split(/\s(?:[|»«–—·:@-]|::|\/)\s/u).slice(0, most)).map(titleKey)
  return parts
    .filter((part) => part.length > 7)
    .map((part) => headings.find(({ key }) => key === part))
    .find((heading) => heading !== undefined)
}

/** Soft hyphens and the like are no part of a name. */
export function visible(text: string): string {
  return collapse(text.replace(/[\u00AD\u200B\u2060\uFEFF]/gu, ''))
}

function isHidden(element: Element): boolean {
  return (
    closest(element, (at) => attr(at, 'hidden') !== null || /display:\s*none/iu.test(attr(at, 'style') ?? '')) !== null
  )
}
