import { type Document, type Fragment, attr, classes, collapse, some, textContent } from '../html/html-tree'

const STUB =
  /(?:subscribe|sign (?:up|in)|log ?in|register|become a (?:member|subscriber)|buy (?:a )?subscription) (?:now |today |here )?(?:to|for) (?:continue|keep|finish|read|unlock|access|full)|(?:to|for) (?:continue|keep) reading,? (?:please )?(?:subscribe|sign|log|register)|this (?:article|content|story|post) is (?:only )?(?:for|available to|reserved for|exclusive to) (?:\w+ )?(?:subscribers|members)|already a (?:subscriber|member)\?|(?:jetzt|artikel) (?:weiterlesen mit|mit .{0,20}(?:abo|plus) (?:weiter)?lesen)|réservé aux abonnés|contenido exclusivo para suscriptores|esclusivo per gli abbonati/iu
const SHORT = 6000

/** Whether a text is a paywall's stub: short, ending in an offer to read on; or short where the page says it is not free. */
export function isTruncated(content: Fragment, restricted: boolean): boolean {
  const text = collapse(textContent(content))
  if (text.length < SHORT && STUB.test(text.slice(-600))) return true
  return restricted && text.length < SHORT / 3
}

const GATE =
  /^(?:paywall|reg-?wall|meter-?wall|subscriber-wall|premium-wall|piano-(?:container|inline)|article-?gate)(?:$|[_-])/iu

/** Whether a page names a part of itself as a gate that only subscribers pass: in any language, but a short text must bear it out. */
export function hasGate(page: Document): boolean {
  return some(
    page,
    (element) =>
      element.tagName !== 'body' &&
      /wall|gate|piano/iu.test(attr(element, 'class') ?? '') &&
      classes(element).some((name) => GATE.test(name)),
  )
}
