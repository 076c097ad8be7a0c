import type { Link } from '@shared/domain/snapshot-details'
import { type Element, attr, closest, elements, hasClass, plainText } from '../../html/html-tree'
import { boxKind } from './box-kinds'
import { linkOf } from './related'

const SEE_ALSO =
  /^(?:see also|related articles|siehe auch|voir aussi|articles connexes|véase también|vea también|voci correlate|ver também|vegeu també|zie ook|se även|se også|se\s?också|katso myös|zobacz też|viz též|související články|pozri aj|lásd még|vezi și|vidi još|vidi također|vidu ankaŭ|вижте също|см\. также|див\. також|види још|δείτε επίσης|ayrıca bakınız|lihat pula|lihat juga|xem thêm|関連項目|参见|參見|参看|相关条目|같이 보기|انظر أيض[اًا]+|جستارهای وابسته|ראו גם|इन्हें भी देखें|আরও দেখুন|ดูเพิ่ม)$/iu

/** Links of the section that leads to related articles. */
export function readSeeAlso(root: Element, baseUrl: string | null): Link[] {
  let isWithin = false
  let level = 7
  const links: Link[] = []
  for (const element of elements(root)) {
    if (/^h[1-6]$/u.test(element.tagName)) {
      const own = Number(element.tagName.slice(1))
      if (SEE_ALSO.test(plainText(element))) [isWithin, level] = [true, own]
      else if (own <= level) isWithin = false
    } else if (isWithin && element.tagName === 'a' && closest(element, ({ tagName }) => tagName === 'li')) {
      const link = linkOf(element, baseUrl)
      if (link && !closest(element, (at) => boxKind(at) !== null)) links.push(link)
    }
  }
  return distinct(links).slice(0, 300)
}

/** Portals that the page names, in boxes or bars. */
export function readPortals(all: readonly Element[], baseUrl: string | null): Link[] {
  const isBox = (element: Element) =>
    /(?:^|[\s_-])(?:portal(?:box|-bar|-bar-.*)?|bandeau-portail|portail)(?:\s|$)/iu.test(attr(element, 'class') ?? '')
  const links = all
    .filter((element) => element.tagName === 'a')
    .filter(
      (link) =>
        closest(link, isBox) !== null || /\/wiki\/(?:Portal|Portail|Portale|Портал|بوابة):/u.test(decodedHref(link)),
    )
    .filter((link) => !closest(link, (at) => attr(at, 'role') === 'navigation' && !isBox(at)))
    .filter(
      (link) =>
        !/\/(?:File|Image|Fichier|Datei|Wikipedia):|:Contents?\/Portals|^(?:Portals?|List of .*)$/iu.test(
          decodedHref(link),
        ),
    )
    .flatMap((link) => linkOf(link, baseUrl) ?? [])
  return distinct(links)
    .map(({ text, url }) => ({ text: text.replace(/^(?:Portal|Portail|Portale|Портал|بوابة)\s*[:：]\s*/iu, ''), url }))
    .slice(0, 40)
}

/** The categories that readers see. Parsoid's pages name those for the wiki's own upkeep as well. */
export function readCategories(all: readonly Element[]): string[] {
  const shown = all
    .filter(isCategoryBox)
    .flatMap((box) =>
      elements(box, 'a').filter((link) => link.parentNode !== box && (attr(link, 'href') ?? '').includes(':')),
    )
  const stated = all
    .filter((element) => element.tagName === 'link' && attr(element, 'rel') === 'mw:PageProp/Category')
    .map((element) =>
      decodedHref(element)
        .replace(/^[^:]*:/u, '')
        .replace(/#.*$/u, '')
        .replace(/_/gu, ' '),
    )
    .filter((name) => !UPKEEP.test(name))
  return [...new Set([...shown.map(plainText), ...stated].filter((name) => name !== ''))]
}

function isCategoryBox(element: Element): boolean {
  return (
    attr(element, 'id') === 'mw-normal-catlinks' || hasClass(element, 'page-header__categories', 'article-categories')
  )
}

const UPKEEP =
  /wiki(?:pedia|data|media|p[eé]dia)|vikip|википеди|维基|維基|ويكي|ויקי|^(?:all|articles?|pages?|use|cs1|webarchive|short description|commons|good|featured|accuracy|harv|coordinates|engvarb|vague|redirects?|templates?|isbn|pp|dynamic lists|lacking|certification|official website|interlanguage|portail|página|artículos?|bon article|infobox|exemplar)\b.*(?:\b(?:with|from|using|containing|needing|lacking|that|in need|date|errors?|maint|links?|dates|english|statements|templates?|description|articles?|avec|avec des|con|que|category|different|not)\b|$)/iu

function distinct(links: readonly Link[]): Link[] {
  const known = new Map<string, Link>()
  for (const link of links) known.set(`${link.text}\n${link.url ?? ''}`, link)
  return [...known.values()]
}

function decodedHref(link: Element): string {
  const href = attr(link, 'href') ?? ''
  try {
    return decodeURIComponent(href)
  } catch {
    return href
  }
}
