import { type Element, attr, classes } from '../../html/html-tree'

/** Class names that say: a box of links to other articles. Wikis in other languages begin or end theirs in the same ways. */
const NAVIGATION =
  /^(?:navbox|vertical-navbox|navigation-?box|navigatiesjabloon|navigasyon|navigointi|navigace|navigaatio|sidebar$|sidebar-|side-?navbox|series-?box|palette|boite-navigation|rigato-nav|bs-navbox)/iu
/** … a note above or beside a text that leads to another article. */
const HATNOTE =
  /^(?:hatnote|dablink|rellink|hauptartikel|sieheauch|homonymie|bandeau-niveau-detail|detailed-article|ts-main|vedi-?anche|disambig-?hatnote|rel-?art|viewfor|disambig|nota-disambigua|bksicon|hoofdartikel|uvodni-upozorneni|apinforma)$/iu
/** … facts about the article's subject. */
const INFOBOX =
  /^(?:infobox(?:_?v\d+)?(?!.*sister)|infoboks|infoboxe|infotable|sinottico|taxobox|taxobox_v\d+|portable-infobox|faktaboks|tietolaatikko|ficha|biota|infocaseta|infookvir|infopolje|ibox)$/iu
/** … about the state of the page, other projects, or what a register knows. */
const FURNITURE = new Set([
  ...[
    'metadata',
    'ambox',
    'tmbox',
    'imbox',
    'cmbox',
    'ombox',
    'fmbox',
    'mbox-small',
    'mbox',
    'asbox',
    'stub',
    'esboço',
  ],
  ...['messagebox', 'bandeau', 'bandeau-container', 'bandeau-article', 'avviso', 'box-warning', 'issues-container'],
  ...[
    'sistersitebox',
    'side-box',
    'sisterproject',
    'sister-project',
    'autres-projets',
    'interproject',
    'interproyecto',
  ],
  ...['authority-control', 'mw-authority-control', 'normdaten', 'persondata', 'catlinks', 'bandeau-portail', 'portail'],
  ...['portal', 'portalbox', 'portal-bar', 'portal-container', 'noprint', 'navbar', 'succession-box-none'],
  ...[
    'toc',
    'tocright',
    'tocleft',
    'toccontainer',
    'vector-toc',
    'mw-editsection',
    'mw-editsection-like',
    'editsection',
  ],
  ...['printfooter', 'mw-empty-elt', 'mw-jump-link', 'mw-jump', 'mw-indicators', 'mw-indicator', 'mw-hidden-catlinks'],
  ...[
    'mw-ext-cite-error',
    'magnify',
    'mw-kartographer-map',
    'mw-kartographer-container',
    'shortdescription',
    'sortkey',
  ],
  ...['navigation-only', 'noexcerpt-navbox', 'navtoggle', 'collapsebutton', 'mw-collapsible-toggle', 'mw-tmh-play'],
  ...[
    'pcs-edit-section-link-container',
    'pcs-collapse-table-collapsed-container',
    'pcs-collapse-table-collapsed-bottom',
  ],
  ...['pcs-footer-container', 'pcs-header-inner-left', 'edit-page', 'mf-icon', 'geo-nondefault', 'geo-multi-punct'],
  ...['wds-collapsible-panel__toggle', 'page-header__actions', 'article-categories', 'article-featured-video', 'od'],
  ...[
    'global-navigation',
    'rail-module',
    'license-description',
    'mw-notification-area',
    'mw-cite-backlink',
    'listen-icon',
  ],
  ...['cn-fundraising', 'frb', 'sitenotice', 'mw-dismissable-notice', 'mw-redirectedfrom', 'subpages', 'error-box'],
])
const FURNITURE_IDS = new Set([
  ...[
    'toc',
    'catlinks',
    'siteSub',
    'contentSub',
    'contentSub2',
    'jump-to-nav',
    'coordinates',
    'mw-navigation',
    'footer',
  ],
  ...['mw-head', 'mw-panel', 'mw-page-base', 'mw-head-base', 'siteNotice', 'firstHeading', 'normdaten', 'persondata'],
  ...[
    'titleHeading',
    'section_0',
    'interProject',
    'mwoffliner-footer',
    'p-lang-btn',
    'vector-toc',
    'mw-subcategories-none',
  ],
])

/** What a box on a wiki page is; null for what belongs to the text. */
export type BoxKind = 'hatnote' | 'infobox' | 'navigation' | 'furniture'

/** Tells by an element's own names what kind of box it is. Names are those of the most used skins and of the larger Wikipedias. */
export function boxKind(element: Element): BoxKind | null {
  if (element.tagName === 'body' || element.tagName === 'html' || element.tagName === 'main') return null
  const names = classes(element)
  if (/^(?:div|dl|table|p|span|td|i|small|aside|ul)$/u.test(element.tagName)) {
    if (names.some((name) => HATNOTE.test(name)) || attr(element, 'role') === 'note') return 'hatnote'
    if (names.includes('main') && names.includes('noprint')) return 'hatnote'
  }
  // `infobox` also stands on rows and cells, `infobox sisterproject` on a box that is none.
  const isBox = /^(?:table|div|aside|section|dl)$/u.test(element.tagName)
  if (isBox && names.some((name) => INFOBOX.test(name)) && !names.some((name) => /sister|navbox|sidebar/iu.test(name)))
    return 'infobox'
  if (/authority[_-]control|normdaten/iu.test(`${names.join(' ')} ${attr(element, 'aria-labelledby') ?? ''}`))
    return 'furniture'
  if (names.some((name) => NAVIGATION.test(name))) return 'navigation'
  const id = attr(element, 'id') ?? ''
  if (FURNITURE_IDS.has(id)) return 'furniture'
  if (names.some((name) => FURNITURE.has(name.toLowerCase()))) return 'furniture'
  return attr(element, 'role') === 'navigation' ? 'navigation' : null
}
