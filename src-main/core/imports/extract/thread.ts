import {
  type Document,
  type Element,
  type Fragment,
  append,
  attr,
  closest,
  collapse,
  createElement,
  createFragment,
  createText,
  elements,
  hasClass,
  plainText,
  remove,
} from '../html/html-tree'
import { shortText } from '../metadata/nearby'

/** What a post of a forum, a question or an answer is called. */
const POST =
  /(?:^|[\s_-])(?:post|message|msg|answer|question|reply|topic-post|forum-post|js-post|postcontainer|post-container|thread-item)(?:$|[\s_\d]|-?(?:container|wrapper|outer|item|row|layout)?(?:$|[\s\d]))/iu
/** Where in it the words are. */
const BODY =
  /(?:^|[\s_-])(?:(?:post|message|msg|comment|answer|question|topic)-?_?(?:body|content|text|message|entry|inner-?content)|s-prose|cooked|bbcode|bbwrapper|postbody|posttext|post_?content|entry-content|usertext-body|markdown)(?:$|[\s_-])/iu
const AUTHOR =
  /(?:^|[\s_-])(?:user-?name|author|user-?details|poster|posted-?by|nick(?:name)?|member-?name|user-?info|user)(?:$|[\s_-])/iu
const NOT_AUTHOR = /avatar|title|rank|stat|badge|signature|reputation|count|flair|online|icon|link-list/iu
const DATE =
  /(?:^|[\s_-])(?:date|time|post-?date|postdate|timestamp|relativetime|relative-time|posted(?:-on)?|permalink|dateline)(?:$|[\s_-])|action-time/iu
const FURNITURE =
  /(?:^|[\s_-])(?:vot(?:e|es|ing|ecell)|score|signature|sig|post-?(?:menu|actions|footer|controls|buttons|links|nav)|actions?|share|like|likes|reactions?|reply-?link|comment-?link|edited|last-?edit|avatar|toolbar|expand-?link|quote-?toggle)(?:$|[\s_-])/iu
const FEWEST = 2
const MOST = 5000
/** Of what the page's longest texts hold: a thread is the page, or it is not one. */
const SHARE = 0.5

interface Post {
  readonly element: Element
  readonly body: Element
  readonly author: string | null
  readonly date: string | null
}

/**
 * Reads a page that is a discussion, post by post: a forum's thread, a question with its answers. Each keeps who wrote it and when, as a
 * quiet line above its words; votes, ranks and signatures go. Null for other pages: posts are told by schema.org's
 * `Question`, `Answer` and `DiscussionForumPosting`, or by several elements of one name that each have an author, a day and a body.
 */
export function readThread(page: Document): Fragment | null {
  const marked = outermost(elements(page).filter((element) => isPost(element)))
  if (marked.length < FEWEST || marked.length > MOST) return null
  const posts = marked.flatMap((element) => readPost(element) ?? [])
  if (posts.length < FEWEST || posts.length < marked.length * 0.6) return null
  // A blog's front page is a list of articles, each under a heading that leads to it.
  if (
    posts.filter(({ element }) =>
      elements(element, 'h1', 'h2', 'h3').some(
        (title) =>
          elements(title, 'a').length > 0 && !closest(title, (at) => (at === element ? false : BODY.test(namesOf(at)))),
      ),
    ).length > 1
  )
    return null
  const length = posts.reduce((sum, { body }) => sum + plainText(body).length, 0)
  const all = elements(page, 'p', 'blockquote', 'pre', 'li').reduce((sum, block) => sum + ownLength(block), 0)
  if (length < all * SHARE) return null
  const root = createFragment()
  for (const post of posts) append(root, sectionOf(post))
  return root
}

function ownLength(block: Element): number {
  return block.tagName === 'li' || block.tagName === 'blockquote'
    ? elements(block, 'p').length > 0
      ? 0
      : elements(block, 'a').length > 0
        ? 0
        : plainText(block).length
    : plainText(block).length
}

function namesOf(element: Element): string {
  return `${attr(element, 'class') ?? ''} ${attr(element, 'id') ?? ''}`.slice(0, 300)
}

function isPost(element: Element): boolean {
  if (!/^(?:div|article|li|section|tr|table)$/u.test(element.tagName)) return false
  if (/\/(?:Question|Answer|DiscussionForumPosting)$/u.test(attr(element, 'itemtype') ?? '')) return true
  const names = namesOf(element)
  return POST.test(names) && !BODY.test(names) && !/comment|preview|related|sidebar/iu.test(names)
}

/** Of posts within posts the outer ones; but a question that holds its answers (schema.org) is a post beside them. */
function outermost(found: readonly Element[]): Element[] {
  const all = new Set(found)
  const holds = new Set<Element>()
  for (const element of found)
    for (let at = element.parentNode; at && 'tagName' in at && !holds.has(at); at = at.parentNode) holds.add(at)
  // What holds several others is their page.
  const pages = new Set(found.filter((element) => holds.has(element) && below(element, all) > 1))
  const isWithin = (element: Element) =>
    closest(element, (at) => at !== element && all.has(at) && !pages.has(at)) !== null
  return found.filter((element) => !pages.has(element) && !isWithin(element))
}

function below(root: Element, all: ReadonlySet<Element>): number {
  let count = 0
  for (const element of elements(root)) if (all.has(element) && ++count > 1) return count
  return count
}

function readPost(element: Element): Post | null {
  const inner = elements(element)
  const body =
    inner.find((one) => attr(one, 'itemprop') === 'text' || attr(one, 'itemprop') === 'articleBody') ??
    inner.find((one) => /^(?:div|td|section|article)$/u.test(one.tagName) && BODY.test(namesOf(one)))
  if (body === undefined || plainText(body) === '') return null
  const outside = inner.filter((one) => one !== body && closest(one, (at) => at === body) === null)
  const author = authorIn(outside)
  const date = dateIn(outside)
  return author === null && date === null ? null : { element, body, author, date }
}

function authorIn(outside: readonly Element[]): string | null {
  const named = [
    outside.find(
      (one) => attr(one, 'itemprop') === 'name' && closest(one, (at) => attr(at, 'itemprop') === 'author') !== null,
    ),
    outside.find((one) => /(?:^|\s)author(?:\s|$)/u.test(`${attr(one, 'rel') ?? ''} ${attr(one, 'itemprop') ?? ''}`)),
    ...outside.filter(
      (one) =>
        one.tagName === 'a' &&
        /\/(?:users?|members?|u|profile|people)\//iu.test(attr(one, 'href') ?? '') &&
        !NOT_AUTHOR.test(namesOf(one)),
    ),
    ...outside.filter((one) => AUTHOR.test(namesOf(one)) && !NOT_AUTHOR.test(namesOf(one))),
  ]
  for (const one of named) {
    const stated = one === undefined ? null : one.tagName === 'meta' ? attr(one, 'content') : shortText(one, 60)
    if (stated !== null && stated !== undefined && /\p{L}/u.test(stated))
      return collapse(stated).replace(/^(?:by|von|par|por|@)\s+/iu, '')
  }
  return null
}

function dateIn(outside: readonly Element[]): string | null {
  const named = [
    ...outside.filter(({ tagName }) => tagName === 'time'),
    ...outside.filter((one) => DATE.test(namesOf(one))),
  ]
  for (const one of named) {
    const words = shortText(one, 60)
    if (words !== null && /\p{Nd}/u.test(words))
      return words.replace(/^(?:asked|answered|posted|on)\s+(?:on\s+)?/iu, '')
  }
  return null
}

function sectionOf({ body, author, date }: Post): Element {
  for (const inner of elements(body)) if (FURNITURE.test(namesOf(inner)) || hasClass(inner, 'post-menu')) remove(inner)
  const line = [author, date].filter((part) => part !== null).join(' · ')
  const section = createElement('section', {}, createElement('p', { class: 'caption' }, createText(line)))
  const content = createElement('div')
  for (const child of body.childNodes.slice()) append(content, child)
  append(section, content)
  return section
}
