import { type Element, attr } from '../html/html-tree'

/** What the names that a page's author gave an element say about it. */
export type NameRole =
  /** What readers wrote below the article. */
  | 'comments'
  /** Around every article of the site: navigation, shares, teasers, advertisements, forms. */
  | 'chrome'
  /** The lines about the article: date, author, tags, reading time. */
  | 'meta'
  /** Who made or owns a picture. */
  | 'credit'
  /** The article's text. */
  | 'content'

const words = (...lists: readonly string[]): RegExp =>
  new RegExp(`(?:^|[\\s-])(?:${lists.join('|').replace(/\s+/gu, '|')})(?=$|[\\s-])`, 'u')

const COMMENTS = words(
  'comments? commentlist commentlinks? nocomments no-comments comment-?(?:list|area|section|thread|form|body|content|wrapper?|box) comments?-.* disqus.* dsq-.* respond livefyre',
  'kommentare? commentaires? comentarios? commenti reacties trackbacks? pingbacks? replies reply-.* responses reader-comments fb-comments leserkommentare?',
  'discourse-.* viafoura spot-?im coral-.* hyvor.* commento isso utterances giscus',
)
const CHROME = words(
  // Other articles
  'related related-?(?:posts?|articles?|content|links?|stories|news|topics?|items?|entries) relatedposts jp-relatedposts yarpp.* recommend(?:ed|ations?)? more-(?:stories|articles|news|from|on|in|posts|like|info|links|about|coverage|reading|to-read|content)',
  'read-?more read-?next read-?also see-more also-(?:read|like|see|on) you-may-.* you-might-.* might-like up-next next-up next-(?:article|post|story)s? prev(?:ious)?-(?:article|post|story) prev-next next-prev post-?nav(?:igation)? nav-?links? (?:most-)?popular most-(?:read|viewed|shared|commented|recent) trending',
  'teasers? teaser-.* article-?teaser recirc.* readmore keep-reading further-reading similar(?:-posts?|-articles?)? latest(?:-.*)? top-stories crosslinks? cross-sell upsell outbrain.* ob-widget taboola.* zergnet.* revcontent.* mgid.* plista.* ligatus.* nrelate.* adblade.*',
  'related-?widget story-?list headlines promos? promo-.* promoted promotion partner-?(?:content|links?) ticker carousel-nav',
  // Shares and follows
  'shar(?:e|es|ing) share-?(?:bar|buttons?|links?|tools?|this|icons?|box|block) sharebar sharedaddy sharethis shareaholic.* addthis.* addtoany.* a2a.* shariff social social-?(?:media|share|sharing|links?|icons?|buttons?|bar|networks?|tools?) sociali[sz]e socials sociable follow(?:-us|-me)? tweet-?button like-?button fb-like twitter-share essb.* heateor.* sd-(?:sharing|social|content) dpsp-.* ssba.* swp_.* mashsb.* wp-socializer post-?tools article-?(?:tools|actions|share|social) story-?tools entry-?tools page-?(?:tools|actions) toolbar tool-?box utility-?bar print-?(?:link|button) bookmark(?:s|let)? reactions? likes? jp-post-flair post-flair',
  // Sign up, pay, agree
  'newsletters? news-?letter-.* subscribe(?:rs?)? subscriptions? subscribe-.* sign-?up signup-.* opt-?in optin-.* mailchimp mc-embed-signup mc4wp.* mailing-list email-?(?:signup|form|capture) paywall(?:-.*)? regwall piano-.* tp-.*-template login log-in membership donate donations? donation-.* support-us cta cta-.* call-to-action inline-cta',
  'cookies? cookie-.* consent consent-.* gdpr ccpa cmp-.* onetrust.* privacy-(?:banner|notice|bar) disclaimer-bar app-?(?:banner|promo|download) gate',
  // Advertisements
  'ads? ad-.* adv advert(?:s|isement|isements|ising|orial)? adslot adunit adsbygoogle adbox adwrap(?:per)? google-ad.* gpt-.* dfp.* sponsor(?:s|ed)? sponsored-.* sponsor-.* advertise.* banner banners? billboard leaderboard skyscraper werbung anzeige publicidad publicite reklama affiliate(?:-.*)? commercial',
  // The site around it
  'nav navbar navigation nav-.* menu menus? submenu site-?(?:header|footer|nav|menu|title|branding|info) masthead topbar top-bar footer global-.* breadcrumbs? bread-crumbs? breadcrumb-.* pagination pager paging page-?(?:nav|numbers|links) side-?bar sidebar-.* left-rail right-rail widget-area widget-recent.* widget-popular.* skip-?(?:link|to-content|nav)s? back-to-top to-top scroll-?(?:up|top) search-?(?:form|box|bar) language-?(?:switcher|selector|nav) lang-switch',
  // Unseen by those who look at the page
  'sr-only screen-reader-text screen-reader-only visually-?hidden visuallyhidden a11y-hidden element-invisible hidden-text assistive-text noprint no-print print-?only print-hidden lightbox-.* modal modal-.* popup popups? pop-up popover tooltip tool-tip overlay off-?canvas flyout toast snackbar loading spinner skeleton',
  // About the author and the site
  'editorial-disclosure disclosure(?:-.*)? disclaimers? impressum legal(?:-notice)? article-?copyright author-?(?:bio|box|info|card|about|block|details|description|profile|section|widget|footer) about-?(?:the-)?authors? authorbox author-bios? bio byline-?bio writer-bio contributor-bio post-author-.* user-?(?:profile|info|card) vcard-bio contact-box',
  'rating ratings? star-?rating votes? vote-.* voting poll polls quiz-.* survey feedback was-this-helpful article-feedback helpful correction-link report-(?:error|typo|problem) suggest-.* edit-(?:this|page|link|on).* editlink',
)
const META = words(
  '(?:entry|post|article|story|page|news|blog|item|single|content)-?(?:meta|date|info|infos|byline|author|authors|time|tags|categor(?:y|ies)|footer|details|data|utility|published|dateline|timestamp|(?<!item-)label|kicker|section(?!-(?:title|heading|head|content|body|text))|topics?|readtime|stats|views)',
  'meta metadata meta-.* byline bylines byline-.* by-line dateline timestamp date-?time publish(?:ed|er|ing)?(?:-?(?:date|on|at|time|info))? pub-?date posted(?:-on|-by|-in)? post(?:ed)?-?date updated update-?(?:date|time) last-?(?:modified|updated|edited) modified date dates datum authors? author-.* written-by autor autoren fecha datetime reading-?time read-?time time-to-read min-read word-count views view-?count post-views hit-?count comment-?(?:count|link|s-link)',
  'tags tag-.* taglist tagcloud tags-.* post-tag cat-links categor(?:y|ies)(?:-(?:list|links?|label|name))? tags-links topics? topic-(?:list|tags?|links?) keywords? kicker eyebrow overline section-?(?:label|name) (?<!-)labels? infoline article-infos print-info permalink short-?link shorturl cite-this citation-tools how-to-cite download-.* doc-actions contributors? credits-line',
)
const CREDIT = words(
  'credits? photo-?credits? image-?credits? img-?credits? picture-?credits? media-?credits? caption-?credits? copyright photographer photo-?(?:by|source|author|copyright) image-?(?:source|copyright|author) figure-?(?:credit|source) bildquelle bildnachweis foto-?credit quelle crédit credito',
)
const CONTENT = words(
  '(?:article|entry|post|story|blog|news|page|main|body|text|detail|single|content|node|field|news-?article|blog-?post|article-?body|section)-?(?:body|content|contents|text|bodycopy|copy|main|inner|entry|fulltext|article|wrapper?-?content)',
  'articlebody article-?body-?(?:content|text)? post entry article story hentry e-content h-entry prose rich-?text richtext markdown-?body wysiwyg body-?copy bodytext fulltext full-text copy-?text text-?body typography rte ce-bodytext theme-content story-?body article__.*body.* post__.*content.* content main',
)

/** Class, id and what a test or an analytics tool calls it, in one manner: lower case, words parted by hyphens. */
function nameOf(element: Element): string {
  let name = ''
  for (const { name: key, value } of element.attrs)
    // An id of many words is made from a heading's.
    if (
      key === 'class' ||
      (key === 'id' && value.split(/[-_]/u).length < 4) ||
      key === 'data-testid' ||
      key === 'data-component' ||
      key === 'data-module'
    )
      name += ` ${value.length > 300 ? value.slice(0, 300) : value}`
  return name
}

/** Remembers what names mean while one page is read: the same ones return many times. */
export function createNameReader(): (element: Element) => readonly NameRole[] {
  const seen = new Map<string, readonly NameRole[]>()
  return (element) => {
    const name = nameOf(element)
    if (name === '') return NONE
    const found = seen.get(name) ?? rolesOf(name)
    seen.set(name, found)
    return found
  }
}

const NONE: readonly NameRole[] = []

function rolesOf(raw: string): readonly NameRole[] {
  const name = raw
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1-$2')
    .toLowerCase()
    .replace(/[_:/.]+|--+/gu, '-')
  const roles: NameRole[] = []
  if (COMMENTS.test(name)) roles.push('comments')
  if (CHROME.test(name)) roles.push('chrome')
  if (META.test(name)) roles.push('meta')
  if (CREDIT.test(name)) roles.push('credit')
  if (CONTENT.test(name)) roles.push('content')
  return roles.length === 0 ? NONE : roles
}

/** What the element's own name and ARIA role say. */
export function roleOfTag(element: Element): NameRole | null {
  switch (element.tagName) {
    case 'nav':
    case 'menu':
    case 'dialog':
    case 'button':
      return 'chrome'
    case 'footer':
      return 'chrome'
    case 'aside':
      return isNote(element) ? null : 'chrome'
    default:
  }
  const role = attr(element, 'role')
  if (
    role !== null &&
    /^(?:navigation|banner|contentinfo|search|menu|menubar|toolbar|dialog|alertdialog|tablist|complementary)$/u.test(
      role,
    )
  )
    return 'chrome'
  return /^(?:article|main)$/u.test(element.tagName) || attr(element, 'itemprop') === 'articleBody' ? 'content' : null
}

/** An aside that belongs to the text: a note, a hint, a definition. */
function isNote(element: Element): boolean {
  const role = attr(element, 'role') ?? ''
  return (
    role === 'note' ||
    role.startsWith('doc-') ||
    /note|callout|admonition|alert|tip|hint|warning|info|box|margin|definition|example/iu.test(nameOf(element))
  )
}
