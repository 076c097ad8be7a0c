import { type Element, type Fragment, type Document, attr, elements, hasClass, plainText, remove } from '../html-tree'

const NAMED = new RegExp(
  '(?:^|[\\s_-])(?:' +
    [
      ...[
        'share',
        'sharing',
        'sharedaddy',
        'social',
        'related',
        'recommend(?:ed|ations?)?',
        'newsletter',
        'subscribe',
        'subscription',
      ],
      ...[
        'cookie',
        'breadcrumbs?',
        'sidebar',
        'comments?',
        'respond',
        'disqus',
        'promo',
        'advert(?:isement)?',
        'sponsored',
        'outbrain',
      ],
      ...[
        'taboola',
        'pagination',
        'pager',
        'post-nav(?:igation)?',
        'nav-links',
        'read-?more',
        'more-stories',
        'author-bio',
        'tag-?(?:list|cloud|links)',
      ],
      ...[
        'print-only',
        'skip-link',
        'screen-reader-text',
        'sr-only',
        'visually-hidden',
        'jp-relatedposts',
        'popup',
        'modal',
        'banner',
      ],
    ].join('|') +
    ')(?:$|[\\s_-])',
  'iu',
)

/** Removes what surrounds an article on its page: share buttons, related links, newsletters, comments and the like. */
export function dropBoilerplate(root: Fragment | Element | Document): void {
  const whole = plainText(root).length
  for (const element of elements(root)) {
    if (!/^(?:div|section|aside|ul|ol|p|nav|footer|form|span|table|dl|header)$/u.test(element.tagName)) continue
    const name = `${attr(element, 'class') ?? ''} ${attr(element, 'id') ?? ''}`
    const named = NAMED.test(name) || element.tagName === 'nav' || hasClass(element, 'nav', 'menu')
    if (!named) continue
    // A name can mislead; what holds much of the text is the article.
    if (plainText(element).length < whole * 0.3) remove(element)
  }
}

/** Share of an element's text that stands in links: 0 to 1. */
export function linkDensity(element: Element): number {
  const all = plainText(element).length
  if (all === 0) return 0
  return elements(element, 'a').reduce((sum, link) => sum + plainText(link).length, 0) / all
}
