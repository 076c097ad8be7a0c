import { ChevronRight, GripVertical } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, TreeItemContent } from 'react-aria-components'

interface TreeCellProps {
  sign: ReactNode
  name: string
  count: number
}

/** What a row of a tree in the sidebar shows: its sign, name and count, and what opens and moves it. */
export function TreeCell({ sign, name, count }: TreeCellProps) {
  return (
    <TreeItemContent>
      {({ hasChildItems, allowsDragging }) => (
        <div className="row-tree__cell">
          {hasChildItems && (
            <Button slot="chevron" className="row-tree__open">
              <ChevronRight className="icon icon--xs" aria-hidden />
            </Button>
          )}
          {sign}
          <span className="grow truncate" dir="auto">
            {name}
          </span>
          {count > 0 && <span className="num">{count.toLocaleString('en-GB')}</span>}
          {allowsDragging && (
            <Button slot="drag" className="row-tree__drag">
              <GripVertical aria-hidden />
            </Button>
          )}
        </div>
      )}
    </TreeItemContent>
  )
}
