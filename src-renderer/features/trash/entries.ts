import type { Client } from '@shared/contract'
import type { RemovedAnnotation } from '@shared/contract/annotations'
import type { ConversationPlace, RemovedQuestion } from '@shared/contract/ask'
import type { Conversation } from '@shared/contract/conversations'
import type { SavedSearch } from '@shared/contract/saved-searches'
import type { TagChange } from '@shared/contract/tags'
import type { RemovedTopic } from '@shared/contract/topics'
import type { Article } from '@shared/domain/article'
import type { NoteSummary } from '@shared/domain/note'
import { counted, sourceName } from '../../ui/words/article-words'
import { daysLeft } from './days-left'
import type { TrashEntry } from './trash-entry'

type Removed<Thing> = Thing & { readonly removedAt: number }

const some = (parts: readonly string[]): string[] => parts.filter((part) => part !== '')

export function articleEntry(client: Client, article: Article): TrashEntry {
  const { id, title, annotationCount: count } = article
  const ids = [id]
  return {
    ...{ id, kind: 'article', title, name: title },
    language: article.language ?? undefined,
    direction: article.direction,
    details: some([
      sourceName(article),
      count > 0 ? counted(count, 'highlight or note', 'highlights and notes') : '',
      daysLeft(article.trashedAt ?? Date.now()),
    ]),
    restored: `“${title}” restored`,
    restore: () => client.articles.restore({ ids }),
    remove: () => client.articles.trash({ ids }),
    loses: 'It goes for good, with its highlights, notes and conversations.',
    deleteForGood: () => client.articles.deleteForever({ ids }),
  }
}

/** A highlight or an article's note; one whose article is in Trash too comes back with it. */
export function annotationEntry(client: Client, one: RemovedAnnotation): TrashEntry {
  const { id, articleId, articleTitle, articleRemoved, note, tags } = one
  const ids = [id]
  const isNote = one.kind === 'article-note'
  const what = isNote ? 'Note' : 'Highlight'
  return {
    ...{ id, kind: 'highlight', colour: one.colour },
    title: isNote ? note : one.words,
    name: isNote ? `note on ${articleTitle}` : `highlight ${one.words.slice(0, 60)}`,
    ...(isNote || note === '' ? {} : { note }),
    details: some([
      articleRemoved ? `${articleTitle} (in Trash too)` : articleTitle,
      ...tags.map((tag) => `#${tag}`),
      daysLeft(one.removedAt),
    ]),
    restored: articleRemoved ? `${what} restored with its article, “${articleTitle}”` : `${what} restored`,
    restore: async () => {
      if (articleRemoved) await client.articles.restore({ ids: [articleId] })
      await client.annotations.restore({ ids })
    },
    remove: async () => {
      await client.annotations.remove({ ids })
      if (articleRemoved) await client.articles.trash({ ids: [articleId] })
    },
    loses: isNote || note === '' ? 'It goes for good.' : 'It goes for good, with its note.',
    deleteForGood: () => client.annotations.deleteForever({ ids }),
  }
}

export function noteEntry(client: Client, { id, title, excerpt, tags, removedAt }: NoteSummary): TrashEntry {
  const ids = [id]
  const shown = title || 'Untitled note'
  return {
    ...{ id, kind: 'note', title: shown, name: `note ${shown}` },
    ...(excerpt === '' ? {} : { note: excerpt }),
    details: [...tags.map((tag) => `#${tag}`), daysLeft(removedAt ?? Date.now())],
    restored: `“${shown}” restored`,
    restore: () => client.notes.restore({ ids }),
    remove: () => client.notes.remove({ ids }),
    loses: 'It goes for good, with its pictures and earlier texts.',
    deleteForGood: () => client.notes.deleteForGood({ ids }),
  }
}

export function topicEntry(client: Client, topic: RemovedTopic): TrashEntry {
  const { id, title, nestedCount, articleCount, removedAt } = topic
  const ids = [id]
  return {
    ...{ id, kind: 'topic', title, name: `topic ${title}` },
    details: some([
      nestedCount > 0 ? `with ${counted(nestedCount, 'topic')} in it` : '',
      counted(articleCount, 'article'),
      daysLeft(removedAt),
    ]),
    restored: `Topic “${title}” restored`,
    restore: () => client.topics.restore({ ids }),
    remove: () => client.topics.remove({ ids }),
    loses: 'It goes for good, with the topics in it and its conversations. Its articles and notes stay.',
    deleteForGood: () => client.topics.deleteForever({ ids }),
  }
}

export function tagEntry(client: Client, change: Removed<TagChange & { readonly tag: string }>): TrashEntry {
  const { id, tag, items, removedAt } = change
  return {
    ...{ id, kind: 'tag', title: tag, name: `tag ${tag}` },
    details: [`taken from ${counted(items, 'item')}`, daysLeft(removedAt)],
    restored: `#${tag} restored`,
    restore: () => client.tags.undo({ id }),
    remove: () => client.tags.remove({ tag }),
    loses: `It cannot be put back on the ${counted(items, 'item')} it was taken from.`,
    deleteForGood: () => client.tags.forget({ ids: [id] }),
  }
}

export function searchEntry(client: Client, { id, name, text, removedAt }: Removed<SavedSearch>): TrashEntry {
  return {
    ...{ id, kind: 'search', title: name, name: `saved search ${name}` },
    details: some([text === name ? '' : text, daysLeft(removedAt)]),
    restored: `“${name}” restored`,
    restore: () => client.savedSearches.restore({ id }),
    remove: () => client.savedSearches.remove({ id }),
    loses: 'It goes for good.',
    deleteForGood: () => client.savedSearches.deleteForever({ ids: [id] }),
  }
}

/** What belongs to a place that is in Trash is seen again only with that place. */
interface PlacesInTrash {
  readonly articles: ReadonlySet<string>
  readonly topics: ReadonlySet<string>
}

function placeWays(client: Client, place: ConversationPlace, { articles, topics }: PlacesInTrash) {
  if (place.kind === 'article' && articles.has(place.articleId)) {
    const ids = [place.articleId]
    return { bring: () => client.articles.restore({ ids }), take: () => client.articles.trash({ ids }) }
  }
  if (place.kind === 'topic' && topics.has(place.topicId)) {
    const ids = [place.topicId]
    return { bring: () => client.topics.restore({ ids }), take: () => client.topics.remove({ ids }) }
  }
  return null
}

export function conversationEntry(client: Client, one: Removed<Conversation>, inTrash: PlacesInTrash): TrashEntry {
  const { id, title, placeTitle, place } = one
  const ways = placeWays(client, place, inTrash)
  return {
    ...{ id, kind: 'conversation', title, name: `conversation ${title}` },
    details: [
      ways ? `${placeTitle} (in Trash too)` : placeTitle,
      counted(one.questions, 'question'),
      daysLeft(one.removedAt),
    ],
    restored: ways ? `“${title}” restored with “${placeTitle}”` : `“${title}” restored`,
    restore: async () => {
      await ways?.bring()
      await client.conversations.restore({ id })
    },
    remove: async () => {
      await client.conversations.remove({ id })
      await ways?.take()
    },
    loses: 'It goes for good, with its questions and answers.',
    deleteForGood: () => client.conversations.deleteForever({ ids: [id] }),
  }
}

export function questionEntry(client: Client, one: RemovedQuestion, inTrash: PlacesInTrash): TrashEntry {
  const { id, text, placeTitle, place } = one
  const ways = placeWays(client, place, inTrash)
  return {
    ...{ id, kind: 'question', title: text, name: `question ${text.slice(0, 60)}` },
    details: [ways ? `${placeTitle} (in Trash too)` : placeTitle, daysLeft(one.removedAt)],
    restored: ways ? `Question restored with “${placeTitle}”` : 'Question restored',
    restore: async () => {
      await ways?.bring()
      await client.ask.restore({ id })
    },
    remove: async () => {
      await client.ask.remove({ id })
      await ways?.take()
    },
    loses: 'It goes for good, with its answer.',
    deleteForGood: () => client.ask.deleteForever({ ids: [id] }),
  }
}
