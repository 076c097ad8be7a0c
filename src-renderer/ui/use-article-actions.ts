import { useCallback, useMemo } from 'react'
import type { Article, ReadingStatus } from '@shared/domain/article'
import type { Tag } from '@shared/domain/tag'
import { useClient } from '../client/client'
import { counted } from './article-words'
import { showToast } from './toasts'
import { pushUndo } from './undo'

type Known = Pick<Article, 'id' | 'title' | 'status' | 'favourite' | 'tags'>

const STATUS_WORDS: Record<ReadingStatus, string> = {
  inbox: 'moved to Inbox',
  reading: 'moved to Reading',
  archive: 'archived',
}

const MOST_LETTERS = 60

function shortened(title: string): string {
  return title.length > MOST_LETTERS ? `${title.slice(0, MOST_LETTERS).trimEnd()}…` : title
}

function named(articles: readonly Known[]): string {
  const [first] = articles
  return first && articles.length === 1 ? `“${shortened(first.title)}”` : counted(articles.length, 'article')
}

/** Shows why something could not be done. */
export function reportError(error: unknown): void {
  showToast({ message: error instanceof Error ? error.message : String(error), kind: 'error' })
}

/** What can be done to articles, each with a toast and an undo that puts back what was. */
export function useArticleActions() {
  const client = useClient()

  const perform = useCallback((run: () => Promise<unknown>, label: string, undo: () => Promise<unknown>) => {
    run()
      .then(() => {
        const takeBack = pushUndo({
          label,
          undo: () => {
            closeToast()
            undo().catch(reportError)
          },
        })
        const closeToast = showToast({ message: label, action: { label: 'Undo', run: takeBack } })
      })
      .catch(reportError)
  }, [])

  return useMemo(() => {
    const ids = (articles: readonly Known[]) => articles.map(({ id }) => id)

    return {
      setStatus(articles: readonly Known[], status: ReadingStatus): void {
        const before = (['inbox', 'reading', 'archive'] as const)
          .map((old) => ({ old, ids: ids(articles.filter((article) => article.status === old)) }))
          .filter((group) => group.ids.length > 0)
        perform(
          () => client.articles.update({ ids: ids(articles), change: { status } }),
          `${named(articles)} ${STATUS_WORDS[status]}`,
          () =>
            Promise.all(
              before.map((group) => client.articles.update({ ids: group.ids, change: { status: group.old } })),
            ),
        )
      },

      setFavourite(articles: readonly Known[], favourite: boolean): void {
        const changed = articles.filter((article) => article.favourite !== favourite)
        if (changed.length === 0) return
        perform(
          () => client.articles.update({ ids: ids(changed), change: { favourite } }),
          `${named(changed)} ${favourite ? 'added to Favourites' : 'removed from Favourites'}`,
          () => client.articles.update({ ids: ids(changed), change: { favourite: !favourite } }),
        )
      },

      addTag(articles: readonly Known[], tag: Tag): void {
        const changed = ids(articles.filter((article) => !article.tags.includes(tag)))
        if (changed.length === 0) return
        client.articles.update({ ids: changed, change: { addTags: [tag] } }).catch(reportError)
      },

      removeTag(articles: readonly Known[], tag: Tag): void {
        client.articles.update({ ids: ids(articles), change: { removeTags: [tag] } }).catch(reportError)
      },

      trash(articles: readonly Known[]): void {
        perform(
          () => client.articles.trash({ ids: ids(articles) }),
          `${named(articles)} moved to Trash`,
          () => client.articles.restore({ ids: ids(articles) }),
        )
      },
    }
  }, [client, perform])
}
