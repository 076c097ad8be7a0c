import type { BackupContents } from '@shared/contract/backups'
import { refuseUnsoundFile } from '../database/standalone'
import { openContents, type ContentsStore } from './contents-store'

/** How many titles are shown of a longer list. */
const MOST_TITLES = 20

type Inside = Pick<ContentsStore, 'articles' | 'annotations'>

const NOTHING: Inside = { articles: () => [], annotations: () => [] }

/**
 * What a library file holds, and what would change if it took the place of the present one.
 * @param present the library file of today; null when it cannot be read
 * @param madeAt of the file, epoch ms
 * @throws library-damaged, library-too-new
 */
export function lookInside(file: string, present: string | null, madeAt: number): BackupContents {
  refuseUnsoundFile(file)
  const then = openContents(file)
  const now = present === null ? null : openContents(present)
  try {
    return compare(then, now ?? NOTHING, madeAt)
  } finally {
    then.close()
    now?.close()
  }
}

function compare(then: Inside, now: Inside, madeAt: number): BackupContents {
  const articles = then.articles()
  const annotations = then.annotations()
  const present = now.articles()
  const thenIds = new Set(articles.map(({ id }) => id))
  const nowIds = new Set(present.map(({ id }) => id))
  const updatedThen = new Map(annotations.map(({ id, updatedAt }) => [id, updatedAt]))
  return {
    madeAt,
    articles: articles.length,
    highlights: annotations.filter(({ kind }) => kind === 'highlight').length,
    notes: annotations.filter(({ hasText }) => hasText === 1).length,
    newest: articles.slice(0, MOST_TITLES).map(({ title, addedAt }) => ({ title, addedAt })),
    missing: titles(present.filter(({ id }) => !thenIds.has(id))),
    returning: titles(articles.filter(({ id }) => !nowIds.has(id))),
    annotationsSince: now.annotations().filter(({ id, updatedAt }) => updatedThen.get(id) !== updatedAt).length,
  }
}

function titles(articles: readonly { readonly title: string }[]): { count: number; titles: string[] } {
  return { count: articles.length, titles: articles.slice(0, MOST_TITLES).map(({ title }) => title) }
}
