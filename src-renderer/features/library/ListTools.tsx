import { ChevronDown, ListFilter, X } from 'lucide-react'
import { useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import type { ArticleSort } from '@shared/contract/articles'
import { Menu } from '../../ui/controls/Menu'
import { TextField } from '../../ui/controls/TextField'
import { IconButton } from '../../ui/controls/IconButton'
import './ListTools.css'

const SORTS: readonly { sort: ArticleSort; label: string }[] = [
  { sort: 'manual', label: 'Topic order' },
  { sort: 'added', label: 'Last added' },
  { sort: 'opened', label: 'Last opened' },
  { sort: 'published', label: 'Last published' },
  { sort: 'title', label: 'Title' },
  { sort: 'length', label: 'Length' },
]

/** Whether a stored value is one of the orders. */
export const isSort = (value: unknown): value is ArticleSort => SORTS.some(({ sort }) => sort === value)

interface ListToolsProps {
  /** How many articles there are, in words. */
  summary: string
  sort: ArticleSort
  onSort: (sort: ArticleSort) => void
  /** Whether the list has an order of its own, as a topic has. */
  hasOrder: boolean
  filter: string
  onFilter: (filter: string) => void
}

/** The line above a list: how many, in which order, and a field that narrows it. */
export function ListTools({ summary, sort, onSort, hasOrder, filter, onFilter }: ListToolsProps) {
  const [isFiltering, setFiltering] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const close = () => {
    onFilter('')
    setFiltering(false)
    requestAnimationFrame(() => button.current?.focus())
  }
  return (
    <>
      <div className="list-tools">
        <span className="num" role="status">
          {summary}
        </span>
        <span className="list-tools__end">
          <Menu
            label="Order"
            actions={SORTS.filter((each) => hasOrder || each.sort !== 'manual').map((each) => ({
              id: each.sort,
              label: each.label,
              isChosen: each.sort === sort,
              run: () => onSort(each.sort),
            }))}
          >
            <Button className="list-tools__sort" aria-label={`Order: ${labelOf(sort)}`}>
              {labelOf(sort)}
              <ChevronDown className="icon icon--xs" aria-hidden />
            </Button>
          </Menu>
          <IconButton
            ref={button}
            label="Filter this list"
            icon={<ListFilter className="icon icon--sm" aria-hidden />}
            isSelected={isFiltering || filter !== ''}
            onPress={() => (isFiltering ? close() : setFiltering(true))}
          />
        </span>
      </div>
      {isFiltering && (
        <div className="list-tools__filter">
          <TextField
            label="Filter by title, author or site"
            placeholder="Title, author or site"
            type="search"
            autoFocus
            icon={<ListFilter aria-hidden />}
            value={filter}
            onChange={onFilter}
            onKeyDown={(event) => {
              if (event.key === 'Escape') close()
            }}
            after={<IconButton label="Clear filter" icon={<X aria-hidden />} onPress={close} />}
          />
        </div>
      )}
    </>
  )
}

function labelOf(sort: ArticleSort): string {
  return SORTS.find((each) => each.sort === sort)?.label ?? ''
}
