import { useCallback, useMemo } from 'react'
import type { Article, ReadingStatus } from '@shared/domain/article'
import type { Tag } from '@shared/domain/tag'
import { useClient } from '../../client/client'
import { counted } from '../words/article-words'
import { perform } from '../undo/perform'

type Known = Pick<Article, 'id' | 'title' | 'status' | 'favourite' | 'tags'>

const STATUS_WORDS: Record<ReadingStatus, string> = {
  inbox: 'moved to Inbox',
  reading: 'moved to Reading',
  archive: 'archived',
}

/** A library spells tags that differ only in case alike. */
function hasTag({ tags }: Known, tag: Tag): boolean {
  return tags.some((each) => each.toLowerCase() === tag.toLowerCase())
}

const MOST_LETTERS = 60

function shortened(title: string): string {
  return title.length > MOST_LETTERS ? `${title.slice(0, MOST_LETTERS).trimEnd()}…` : title
}

/** Articles in words: the title of one, the number of several. */
export function named(articles: readonly Pick<Article, 'title'>[]): string {
  const [first] = articles
  return first && articles.length === 1 ? `“${shortened(first.title)}”` : counted(articles.length, 'article')
}

/** What can be done to articles, each with a toast and an undo that puts back what was. */
export function useArticleActions() {
  const client = useClient()

  const act = useCallback(
    (run: () => Promise<unknown>, label: string, undo: () => Promise<unknown>) =>
      void perform({ run, label: () => label, undo }),
    [],
  )

  return useMemo(() => {
    const ids = (articles: readonly Known[]) => articles.map(({ id }) => id)

    return {
      setStatus(articles: readonly Known[], status: ReadingStatus): void {
        const before = (['inbox', 'reading', 'archive'] as const)
          .map((old) => ({ old, ids: ids(articles.filter((article) => article.status === old)) }))
          .filter((group) => group.ids.length > 0)
        act(
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
        act(
          () => client.articles.update({ ids: ids(changed), change: { favourite } }),
          `${named(changed)} ${favourite ? 'added to Favourites' : 'removed from Favourites'}`,
          () => client.articles.update({ ids: ids(changed), change: { favourite: !favourite } }),
        )
      },

      addTag(articles: readonly Known[], tag: Tag): void {
        const changed = articles.filter((article) => !hasTag(article, tag))
        if (changed.length === 0) return
        act(
          () => client.articles.update({ ids: ids(changed), change: { addTags: [tag] } }),
          `${named(changed)} tagged ${tag}`,
          () => client.articles.update({ ids: ids(changed), change: { removeTags: [tag] } }),
        )
      },

      removeTag(articles: readonly Known[], tag: Tag): void {
        const changed = articles.filter((article) => hasTag(article, tag))
        if (changed.length === 0) return
        act(
          () => client.articles.update({ ids: ids(changed), change: { removeTags: [tag] } }),
          `Tag ${tag} taken from ${named(changed)}`,
          () => client.articles.update({ ids: ids(changed), change: { addTags: [tag] } }),
        )
      },

      trash(articles: readonly Known[]): void {
        act(
          () => client.articles.trash({ ids: ids(articles) }),
          `${named(articles)} moved to Trash`,
          () => client.articles.restore({ ids: ids(articles) }),
        )
      },
    }
  }, [client, act])
}
