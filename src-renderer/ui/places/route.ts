import { useSyncExternalStore } from 'react'
import type { ArticleView } from '@shared/contract/articles'
import type { RelatedTo } from '@shared/contract/search'
import type { AnnotationId, ArchiveId, ArticleId, ConversationId, NoteId, QuestionId } from '@shared/domain/ids'
import type { LinkTarget } from '@shared/domain/note-document'
import { isAnnotationId, isArchiveId, isArticleId, isConversationId, isNoteId, isQuestionId, isTopicId } from './ids'

/** The parts of a topic's page beside its articles. */
export type TopicTab = 'highlights' | 'notes' | 'questions'

const TABS: readonly string[] = ['highlights', 'notes', 'questions'] satisfies TopicTab[]

const isTab = (text: string | null): text is TopicTab => text !== null && TABS.includes(text)

/** A question that was asked, in its conversation. */
interface AskedQuestion {
  conversationId: ConversationId
  questionId: QuestionId
}

/** What the window shows. It lives in the address, so that back, forward and reload work. */
export type Route =
  | {
      page: 'articles'
      view: ArticleView
      articleId: ArticleId | null
      /** A passage to scroll to and flash: UTF-16 offsets in the snapshot's text. */
      passage: { start: number; end: number } | null
      annotationId: AnnotationId | null
      /** Part of a topic's page; left out for its articles. */
      tab?: TopicTab
      /** A question of the article's or the topic's conversations to show. */
      asked?: AskedQuestion
    }
  | { page: 'search'; text: string }
  /** What other articles speak of the same thing. */
  | { page: 'alike'; to: RelatedTo }
  | { page: 'highlights' }
  | { page: 'review' }
  /** The list of archives, or one of them: what is searched for in it, and the entry that is shown. */
  | { page: 'archives'; archiveId: ArchiveId | null; text: string; path: string | null }
  | { page: 'tags' }
  /** The notes that stand alone or belong to a topic, or one of them. */
  | { page: 'notes'; noteId: NoteId | null }
  /** Conversations: that of the library which was asked last, or a certain one, perhaps at one of its questions. */
  | { page: 'ask'; conversationId: ConversationId | null; questionId?: QuestionId }
  | { page: 'trash' }
  | { page: 'settings'; section: string }

/** The list of Inbox, nothing open. */
export const HOME: Route = {
  page: 'articles',
  view: { kind: 'status', status: 'inbox' },
  articleId: null,
  passage: null,
  annotationId: null,
}

function viewParts(view: ArticleView): string[] {
  if (view.kind === 'status') return [view.status]
  if (view.kind === 'tag') return ['tag', encodeURIComponent(view.tag)]
  if (view.kind === 'topic') return ['topic', view.topicId]
  return [view.kind]
}

function alikeParts(to: RelatedTo): string[] {
  switch (to.kind) {
    case 'article':
      return [to.kind, to.articleId]
    case 'passage':
      return [to.kind, to.articleId, `${to.start}-${to.end}`]
    case 'annotation':
      return [to.kind, to.annotationId]
    case 'own-note':
      return [to.kind, to.noteId]
  }
}

function parseAlike([kind, id = '', at = '']: readonly string[]): RelatedTo | null {
  if (kind === 'article' && isArticleId(id)) return { kind, articleId: id }
  const range = parseRange(at)
  if (kind === 'passage' && isArticleId(id) && range) return { kind, articleId: id, ...range }
  if (kind === 'annotation' && isAnnotationId(id)) return { kind, annotationId: id }
  if (kind === 'own-note' && isNoteId(id)) return { kind, noteId: id }
  return null
}

/** `12-40`; null for anything else. */
function parseRange(text: string): { start: number; end: number } | null {
  const [, start, end] = /^(\d+)-(\d+)$/u.exec(text) ?? []
  return start !== undefined && end !== undefined ? { start: Number(start), end: Number(end) } : null
}

function parseAsked(text: string | null): AskedQuestion | null {
  const [conversationId, questionId] = (text ?? '').split('.')
  return isConversationId(conversationId) && isQuestionId(questionId) ? { conversationId, questionId } : null
}

/** The address of a route: `#/inbox/<id>?at=12-40`. */
export function routeToHash(route: Route): string {
  switch (route.page) {
    case 'search':
      return route.text ? `#/search?${new URLSearchParams({ q: route.text })}` : '#/search'
    case 'settings':
      return `#/settings/${route.section}`
    case 'ask':
      if (route.conversationId === null) return '#/ask'
      return route.questionId
        ? `#/ask/${route.conversationId}?question=${route.questionId}`
        : `#/ask/${route.conversationId}`
    case 'alike':
      return `#/alike/${alikeParts(route.to).join('/')}`
    case 'notes':
      return route.noteId ? `#/notes/${route.noteId}` : '#/notes'
    case 'archives': {
      const query = new URLSearchParams()
      if (route.text) query.set('q', route.text)
      if (route.path) query.set('page', route.path)
      const path = route.archiveId ? `archives/${route.archiveId}` : 'archives'
      return query.size > 0 ? `#/${path}?${query}` : `#/${path}`
    }
    case 'highlights':
    case 'review':
    case 'tags':
    case 'trash':
      return `#/${route.page}`
    case 'articles': {
      const path = [...viewParts(route.view), ...(route.articleId ? [route.articleId] : [])].join('/')
      const query = new URLSearchParams()
      if (route.passage) query.set('at', `${route.passage.start}-${route.passage.end}`)
      if (route.annotationId) query.set('note', route.annotationId)
      if (route.tab) query.set('tab', route.tab)
      if (route.asked) query.set('asked', `${route.asked.conversationId}.${route.asked.questionId}`)
      return query.size > 0 ? `#/${path}?${query}` : `#/${path}`
    }
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function parseView(first: string, second: string | undefined): { view: ArticleView; used: number } | null {
  if (first === 'inbox' || first === 'reading' || first === 'archive') {
    return { view: { kind: 'status', status: first }, used: 1 }
  }
  if (first === 'all' || first === 'favourites') return { view: { kind: first }, used: 1 }
  if (first === 'tag' && second) return { view: { kind: 'tag', tag: decode(second) }, used: 2 }
  if (first === 'topic' && isTopicId(second)) return { view: { kind: 'topic', topicId: second }, used: 2 }
  return null
}

/** Reads an address; anything that is not one of ours is Inbox. */
export function hashToRoute(hash: string): Route {
  const [path = '', search = ''] = hash.replace(/^#\/?/u, '').split('?', 2)
  const [first = '', ...rest] = path.split('/')
  const query = new URLSearchParams(search)
  if (first === 'search') return { page: 'search', text: query.get('q') ?? '' }
  if (first === 'highlights' || first === 'review' || first === 'tags' || first === 'trash') return { page: first }
  if (first === 'ask') {
    const question = query.get('question')
    if (!isConversationId(rest[0])) return { page: 'ask', conversationId: null }
    return { page: 'ask', conversationId: rest[0], ...(isQuestionId(question) ? { questionId: question } : {}) }
  }
  if (first === 'alike') {
    const to = parseAlike(rest)
    return to ? { page: 'alike', to } : HOME
  }
  if (first === 'notes') return { page: 'notes', noteId: isNoteId(rest[0]) ? rest[0] : null }
  if (first === 'archives') {
    const archiveId = isArchiveId(rest[0]) ? rest[0] : null
    return { page: 'archives', archiveId, text: query.get('q') ?? '', path: query.get('page') }
  }
  if (first === 'settings') return { page: 'settings', section: rest[0] ?? 'general' }
  const found = parseView(first, rest[0])
  if (!found) return HOME
  const articleId = rest[found.used - 1]
  const annotationId = query.get('note')
  const tab = query.get('tab')
  const asked = parseAsked(query.get('asked'))
  return {
    page: 'articles',
    view: found.view,
    articleId: isArticleId(articleId) ? articleId : null,
    passage: parseRange(query.get('at') ?? ''),
    annotationId: isAnnotationId(annotationId) ? annotationId : null,
    ...(found.view.kind === 'topic' && isTab(tab) ? { tab } : {}),
    ...(asked ? { asked } : {}),
  }
}

// `useSyncExternalStore` needs the same object for the same address.
let latest: { hash: string; route: Route } | null = null

function currentRoute(): Route {
  const { hash } = window.location
  if (latest?.hash !== hash) latest = { hash, route: hashToRoute(hash) }
  return latest.route
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}

/** What the window shows now. */
export function useRoute(): Route {
  return useSyncExternalStore(subscribe, currentRoute)
}

/** Shows something else. `replace` leaves no step to go back to. */
export function navigate(route: Route, options: { replace?: boolean } = {}): void {
  const hash = routeToHash(route)
  if (options.replace) {
    window.history.replaceState(window.history.state, '', hash)
    // replaceState fires nothing.
    window.dispatchEvent(new HashChangeEvent('hashchange'))
  } else {
    window.location.hash = hash
  }
}

/** Opens an article in the list that is shown, or in the whole library where no list is. */
export function openArticle(
  articleId: ArticleId,
  to: {
    passage?: { start: number; end: number } | null
    annotationId?: AnnotationId | null
    asked?: AskedQuestion | null
  } = {},
): void {
  const route = currentRoute()
  navigate({
    page: 'articles',
    view: route.page === 'articles' ? route.view : { kind: 'all' },
    articleId,
    passage: to.passage ?? null,
    annotationId: to.annotationId ?? null,
    ...(to.asked ? { asked: to.asked } : {}),
  })
}

/** Shows a list, nothing open; of a topic also a part of its page. */
export function openList(view: ArticleView, tab?: TopicTab): void {
  navigate({ page: 'articles', view, articleId: null, passage: null, annotationId: null, ...(tab ? { tab } : {}) })
}

/** Shows which articles speak of the same thing. */
export function showAlike(to: RelatedTo): void {
  navigate({ page: 'alike', to })
}

/** Shows what a link of a note leads to. */
export function openLinkTarget(target: LinkTarget): void {
  if (target.kind === 'article') openArticle(target.id)
  else navigate({ page: 'notes', noteId: target.id })
}
