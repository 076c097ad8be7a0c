import type { ArticleView } from '@shared/contract/articles'

/** What a list is called. */
export function viewTitle(view: ArticleView): string {
  switch (view.kind) {
    case 'all':
      return 'All articles'
    case 'favourites':
      return 'Favourites'
    case 'topic':
      return 'Topic'
    case 'tag':
      return `#${view.tag}`
    case 'trash':
      return 'Trash'
    case 'status':
      return { inbox: 'Inbox', reading: 'Reading', archive: 'Archive' }[view.status]
  }
}

/** Whether two views show the same list. */
export function isSameView(one: ArticleView, other: ArticleView): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
