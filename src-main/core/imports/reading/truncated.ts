import { type Document, type Fragment, attr, briefText, classes, some } from '../html/html-tree'

const STUB =
  /(?:subscribe|sign (?:up|in)|log ?in|register|become a (?:member|subscriber)|buy (?:a )?subscription) (?:now |today |here )?(?:to|for) (?:continue|keep|finish|read|unlock|access|full)|(?:to|for) (?:continue|keep) reading,? (?:please )?(?:subscribe|sign|log|register)|this (?:article|content|story|post) is (?:only )?(?:for|available to|reserved for|exclusive to) (?:\w+ )?(?:subscribers|members)|already a (?:subscriber|member)\?|(?:jetzt|artikel) (?:weiterlesen mit|mit .{0,20}(?:abo|plus) (?:weiter)?lesen)|réservé aux abonnés|contenido exclusivo para suscriptores|esclusivo per gli abbonati/iu
const SHORT = 6000

/** What a page shows of a gate that only subscribers pass: a part that is called so, one that only has the word in its name, none. */
type Gate = 'called' | 'mentioned' | null

/**
 * Whether a text is a paywall's stub: short, ending in an offer to read on; short where the page says it is not free; or ending in the
 * middle of a sentence where the page mentions a gate.
 */
export function isTruncated(content: Fragment, isRestricted: boolean, gate: Gate): boolean {
  const text = briefText(content, SHORT - 1)
  if (text === null) return false
  const restricted = isRestricted || gate === 'called'
  if (gate !== null && /[\p{L},]\s?(?:…|\.{3})$/u.test(text)) return true
  if (STUB.test(text.slice(-600))) return true
  return restricted && text.length < SHORT / 3
}

const GATE =
  /^(?:paywall|reg-?wall|meter-?wall|subscriber-wall|premium-wall|piano-(?:container|inline)|article-?gate)(?:$|[_-])/iu

const MENTION = /(?:^|[_-])(?:paywall|reg-?wall|meter-?wall|payant|premium-?(?:gate|teaser|wall))(?:$|[_-])/iu

/** Looks for a gate in the names of a page's parts, which are much the same in any language; a short text must bear it out. */
export function gateOf(page: Document): Gate {
  let isMentioned = false
  const isCalled = some(page, (element) => {
    const called = attr(element, 'class')
    if (called === null || element.tagName === 'body' || !/wall|gate|piano|payant|teaser/iu.test(called)) return false
    const names = classes(element)
    isMentioned ||= names.some((name) => MENTION.test(name))
    return names.some((name) => GATE.test(name))
  })
  return isCalled ? 'called' : isMentioned ? 'mentioned' : null
}
