import { useMemo } from 'react'
import type { AnnotationId, ArticleId } from '@shared/domain/ids'
import { useArticleIds, useArticlesInRange } from '../../client/articles'
import { useTrashedConversations } from '../../client/ask'
import { useClient } from '../../client/client'
import { useNotes } from '../../client/notes'
import { useRemovedTags } from '../../client/tags'
import { useRemovedTopics } from '../../client/topics'
import { useRemovedAnnotations, useRemovedQuestions, useRemovedSearches } from '../../client/trash'
import { isKept } from './days-left'
import {
  annotationEntry,
  articleEntry,
  conversationEntry,
  noteEntry,
  questionEntry,
  searchEntry,
  tagEntry,
  topicEntry,
} from './entries'
import type { TrashEntry, TrashKind, TrashSection } from './trash-entry'

const INPUT = { view: { kind: 'trash' }, sort: 'added', filter: '' } as const
/** The most that one call takes. */
const MOST = 10_000

/**
 * Everything in Trash by kind, what was deleted last first; kinds with nothing in them are left out.
 * @param first, last articles that are in sight; others are not loaded
 */
export function useTrash(first: number, last: number) {
  const client = useClient()
  const { data: articleIds, error } = useArticleIds(INPUT)
  const articles = useArticlesInRange(INPUT, first, last)
  const { data: annotations } = useRemovedAnnotations()
  const { data: notes } = useNotes({ inTrash: true })
  const { data: topics } = useRemovedTopics()
  const { data: tags } = useRemovedTags()
  const { data: searches } = useRemovedSearches()
  const { data: conversations } = useTrashedConversations()
  const { data: questions } = useRemovedQuestions()

  const others = useMemo(() => {
    const inTrash = {
      articles: new Set<string>(articleIds),
      topics: new Set<string>(topics?.map(({ id }) => id)),
    }
    return [
      annotationSection(client, annotations ?? { total: 0, annotations: [] }),
      section(
        'note',
        (notes ?? []).filter(isKept).map((one) => noteEntry(client, one)),
      ),
      section(
        'topic',
        (topics ?? []).filter(isKept).map((one) => topicEntry(client, one)),
      ),
      section(
        'tag',
        (tags ?? []).filter(isKept).map((one) => tagEntry(client, one)),
      ),
      section(
        'search',
        (searches ?? []).filter(isKept).map((one) => searchEntry(client, one)),
      ),
      section(
        'conversation',
        (conversations ?? []).filter(isKept).map((one) => conversationEntry(client, one, inTrash)),
      ),
      section(
        'question',
        (questions ?? []).filter(isKept).map((one) => questionEntry(client, one, inTrash)),
      ),
    ]
  }, [client, articleIds, annotations, notes, topics, tags, searches, conversations, questions])

  const sections = useMemo(() => {
    const ids = articleIds ?? []
    const entries = ids.map((id) => {
      const article = articles.get(id)
      return article ? articleEntry(client, article) : null
    })
    const shown: TrashSection = {
      kind: 'article',
      total: ids.length,
      entries,
      keyOf: (index) => ids[index] ?? String(index),
      unlisted: 0,
      restoreAll: () => client.articles.restore({ ids: [...ids] }),
      removeAll: () => client.articles.trash({ ids: [...ids] }),
    }
    return [shown, ...others].filter(({ total }) => total > 0)
  }, [client, articleIds, articles, others])

  const isRead = [articleIds, annotations, notes, topics, tags, searches, conversations, questions].every(Boolean)
  const total = sections.reduce((sum, each) => sum + each.total, 0)
  const deleteAll = () =>
    Promise.all([
      client.articles.emptyTrash(),
      client.annotations.deleteForever({ ids: null }),
      client.notes.deleteForGood({ ids: null }),
      client.conversations.deleteForever({ ids: null }),
      client.ask.deleteForever({ ids: null }),
      client.savedSearches.deleteForever({ ids: null }),
      topics && topics.length > 0 && client.topics.deleteForever({ ids: topics.map(({ id }) => id) }),
      tags && tags.length > 0 && client.tags.forget({ ids: tags.map(({ id }) => id) }),
    ])
  return { sections, total, isRead, error, deleteAll }
}

function section(kind: TrashKind, entries: readonly TrashEntry[]): TrashSection {
  return {
    ...{ kind, total: entries.length, entries, unlisted: 0 },
    keyOf: (index) => entries[index]?.id ?? String(index),
    // One after the other: what is nested in another comes back after it.
    restoreAll: async () => {
      for (const { restore } of entries) await restore()
    },
    removeAll: async () => {
      for (const { remove } of entries) await remove()
    },
  }
}

/** Thousands may have been removed at once, so all of them come back in few calls. */
function annotationSection(
  client: Parameters<typeof annotationEntry>[0],
  { total, annotations }: Awaited<ReturnType<typeof client.annotations.removed>>,
): TrashSection {
  const kept = annotations.filter(isKept)
  const ids = kept.map(({ id }) => id)
  const articleIds: ArticleId[] = [
    ...new Set(kept.filter((one) => one.articleRemoved).map(({ articleId }) => articleId)),
  ]
  const inParts = async (run: (part: AnnotationId[]) => Promise<unknown>) => {
    for (let at = 0; at < ids.length; at += MOST) await run(ids.slice(at, at + MOST))
  }
  return {
    ...section(
      'highlight',
      kept.map((one) => annotationEntry(client, one)),
    ),
    total: kept.length + total - annotations.length,
    unlisted: total - annotations.length,
    restoreAll: async () => {
      if (articleIds.length > 0) await client.articles.restore({ ids: articleIds })
      await inParts((part) => client.annotations.restore({ ids: part }))
    },
    removeAll: async () => {
      await inParts((part) => client.annotations.remove({ ids: part }))
      if (articleIds.length > 0) await client.articles.trash({ ids: articleIds })
    },
  }
}
