import type { Question } from '@shared/contract/ask'
import type { ArticleId, TopicId } from '@shared/domain/ids'
import type { Note } from '@shared/domain/note'
import type { Topic } from '@shared/domain/topic'
import type { ConversationStore } from '../../../ask/conversation-store'
import type { QuestionStore } from '../../../ask/question-store'
import type { NoteStore } from '../../../notes/note-store'
import type { TopicStore } from '../../../topics/topic-store'
import type { ArticleOutput, OutputSource } from '../article-output'

/** A topic with all that belongs to it. */
export interface Dossier {
  readonly topic: Topic
  /** The topic, then those nested in it as the tree reads, each with its own articles and notes. */
  readonly parts: readonly DossierPart[]
  /** Questions asked of the topic or of one of its articles, the oldest first. */
  readonly questions: readonly Question[]
}

export interface DossierPart {
  readonly topic: Topic
  /** 0 for the topic itself. */
  readonly depth: number
  readonly notes: readonly Note[]
  /** In the topic's order. An article of several parts stands in the first. */
  readonly articles: readonly ArticleOutput[]
}

export interface DossierDeps {
  readonly source: OutputSource
  readonly topics: Pick<TopicStore, 'list' | 'articleIds'>
  readonly notes: Pick<NoteStore, 'list' | 'get'>
  readonly conversations: Pick<ConversationStore, 'list'>
  readonly questions: Pick<QuestionStore, 'list'>
}

export type DossierSource = ReturnType<typeof createDossierSource>

/** Reads topics with all that belongs to them. */
export function createDossierSource({ source, topics, notes, conversations, questions }: DossierDeps) {
  /** The topic and those nested in it, with how deep they are; empty when it is not there. */
  const treeOf = (id: TopicId): { topic: Topic; depth: number }[] => {
    const all = topics.list()
    const root = all.find((topic) => topic.id === id)
    if (root === undefined) return []
    const depths = new Map<TopicId, number>([[id, 0]])
    // A topic stands behind the one it is nested in.
    for (const topic of all) {
      const above = topic.parentId === null ? undefined : depths.get(topic.parentId)
      if (above !== undefined) depths.set(topic.id, above + 1)
    }
    return all.flatMap((topic) => {
      const depth = depths.get(topic.id)
      return depth === undefined ? [] : [{ topic, depth }]
    })
  }
  return {
    /** Its articles and those of the topics nested in it, each once; null when the topic is not there. */
    articleIds(id: TopicId): ArticleId[] | null {
      const tree = treeOf(id)
      return tree.length === 0 ? null : [...new Set(tree.flatMap(({ topic }) => topics.articleIds(topic.id)))]
    },
    read(id: TopicId): Dossier | undefined {
      const tree = treeOf(id)
      const [first] = tree
      if (first === undefined) return undefined
      const seen = new Set<ArticleId>()
      const parts = tree.map(({ topic, depth }): DossierPart => {
        const ids = topics.articleIds(topic.id).filter((each) => !seen.has(each))
        for (const each of ids) seen.add(each)
        return {
          topic,
          depth,
          notes: notes
            .list({ topicId: topic.id, tag: null, inTrash: false })
            .flatMap((summary) => notes.get(summary.id) ?? [])
            .sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1)),
          articles: ids.flatMap((each) => source.one(each) ?? []),
        }
      })
      const places = [
        ...tree.map(({ topic }) => ({ kind: 'topic' as const, topicId: topic.id })),
        ...[...seen].map((articleId) => ({ kind: 'article' as const, articleId })),
      ]
      const asked = places
        .flatMap((place) => conversations.list(place))
        .flatMap((conversation) => questions.list(conversation.id))
        .sort((a, b) => a.askedAt - b.askedAt || (a.id < b.id ? -1 : 1))
      return { topic: first.topic, parts, questions: asked }
    },
  }
}
