import { ChevronRight } from 'lucide-react'
import { Fragment, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { Tag } from '@shared/domain/tag'
import { isBoolean, useStored } from '../../ui/use-stored'

interface SidebarTagsProps {
  tags: readonly { tag: Tag; count: number }[]
  link: (tag: Tag, icon: ReactNode, count: number) => ReactNode
}

/** The tags in use, most used first, under a heading that folds them away. */
export function SidebarTags({ tags, link }: SidebarTagsProps) {
  const [isOpen, setOpen] = useStored('sidebar.tags', true, isBoolean)
  return (
    <section className="sidebar__section" aria-labelledby="sidebar-tags">
      <h2 className="sidebar__heading" id="sidebar-tags">
        <Button className="sidebar__fold" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
          Tags
          <ChevronRight className="icon icon--xs sidebar__chevron" aria-hidden />
        </Button>
      </h2>
      {isOpen && tags.length === 0 && <p className="sidebar__help">Press T on an article to tag it.</p>}
      {isOpen &&
        tags.map(({ tag, count }) => (
          <Fragment key={tag}>
            {link(
              tag,
              <span className="sidebar__hash" aria-hidden>
                #
              </span>,
              count,
            )}
          </Fragment>
        ))}
    </section>
  )
}
