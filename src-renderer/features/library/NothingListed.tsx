import type { ArticleView } from '@shared/contract/articles'
import { EmptyState } from '../../ui/layout/EmptyState'

/** What stands in an empty list. */
export function NothingListed({ view, filter }: { view: ArticleView; filter: string }) {
  if (filter)
    return (
      <EmptyState title={`No article here matches “${filter}”`}>Titles, authors and sites were looked at.</EmptyState>
    )
  const { title, help } = words(view)
  return <EmptyState title={title}>{help}</EmptyState>
}

function words(view: ArticleView): { title: string; help: string } {
  if (view.kind === 'status') {
    return {
      inbox: { title: 'Nothing in Inbox.', help: 'Add something, or read what you have.' },
      reading: { title: 'Nothing begun.', help: 'An article comes here when you scroll in it.' },
      archive: { title: 'Nothing archived.', help: 'Press E on an article that you have done with.' },
    }[view.status]
  }
  if (view.kind === 'favourites') return { title: 'No favourites yet.', help: 'Press S on an article to keep it here.' }
  if (view.kind === 'topic') {
    return { title: 'No articles in this topic.', help: 'Drag articles onto it, or press M on one.' }
  }
  if (view.kind === 'tag') return { title: `Nothing is tagged ${view.tag}.`, help: 'Press T on an article to tag it.' }
  return { title: 'The library is empty.', help: 'Add something worth reading.' }
}
