import { type ReactNode, useRef } from 'react'
import { useDrop } from 'react-aria-components'
import type { ArticleId } from '@shared/domain/ids'
import { ARTICLES_TYPE, droppedArticles } from '../../ui/files/article-drag'
import { reportError } from '../../ui/undo/perform'
import { type Route, routeToHash, useRoute } from '../../ui/places/route'
import { isSameView } from '../../ui/places/views'

interface SidebarPlaceProps {
  to: Route
  icon: ReactNode
  label: string
  count?: number | undefined
  /** Takes articles that are dropped here. */
  onArticles?: (ids: readonly ArticleId[]) => void
}

/** A link of the sidebar; where it can, it takes articles that are dropped on it. */
export function SidebarPlace({ to, icon, label, count = 0, onArticles }: SidebarPlaceProps) {
  const route = useRoute()
  const link = useRef<HTMLAnchorElement>(null)
  const { dropProps, isDropTarget } = useDrop({
    ref: link,
    isDisabled: onArticles === undefined,
    getDropOperation: (types) => (types.has(ARTICLES_TYPE) ? 'move' : 'cancel'),
    onDrop: ({ items }) => {
      droppedArticles(items)
        .then((ids) => ids.length > 0 && onArticles?.(ids))
        .catch(reportError)
    },
  })
  const isHere =
    route.page === 'articles' && to.page === 'articles' ? isSameView(route.view, to.view) : route.page === to.page
  return (
    <a
      {...(onArticles ? dropProps : {})}
      ref={link}
      className="row"
      href={routeToHash(to)}
      aria-current={isHere ? 'page' : undefined}
      data-drop-target={isDropTarget || undefined}
    >
      {icon}
      <span className="grow truncate">{label}</span>
      {count > 0 && <span className="num">{count.toLocaleString('en-GB')}</span>}
    </a>
  )
}
