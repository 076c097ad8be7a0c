import { Check, Minus, Plus } from 'lucide-react'
import { useState } from 'react'
import { Autocomplete, Input, Menu, MenuItem, SearchField, useFilter } from 'react-aria-components'
import './TopicPicker.css'

/** A place that can be picked. */
export interface Pick {
  id: string
  title: string
  /** What it is nested in. */
  path: string
  /** Whether all or some of what is asked about is there already. */
  has: 'all' | 'some' | 'none'
}

interface TopicPickerProps {
  label: string
  picks: readonly Pick[]
  onPick: (pick: Pick) => void
  /** Makes a topic with the name that was typed; left out where that makes no sense. */
  onCreate?: (title: string) => void
}

/** Topics to pick from, narrowed by typing. */
export function TopicPicker({ label, picks, onPick, onCreate }: TopicPickerProps) {
  const { contains } = useFilter({ sensitivity: 'base' })
  const [text, setText] = useState('')
  // What is picked may leave the list; the field begins anew, so that it never points to an entry that is gone.
  const [picked, setPicked] = useState(0)
  const typed = text.replace(/\s+/gu, ' ').trim()
  const isNew = onCreate && typed !== '' && !picks.some(({ title }) => title.toLowerCase() === typed.toLowerCase())
  const found = picks.filter(({ title, path }) => contains(`${path} ${title}`, typed))
  // Hundreds of rows at once would be felt while one types.
  const shown = found.slice(0, 100)
  return (
    <div className="topic-picker">
      <Autocomplete key={picked} inputValue={text} onInputChange={setText}>
        <SearchField aria-label={label} autoFocus>
          <Input className="topic-picker__input" placeholder={onCreate ? 'Find or make a topic' : 'Find a topic'} />
        </SearchField>
        <Menu
          className="menu topic-picker__menu"
          aria-label="Topics"
          selectionMode="none"
          items={[
            ...shown.map((pick) => ({ ...pick, isNew: false })),
            ...(isNew ? [{ id: `new ${typed}`, title: typed, path: '', has: 'none' as const, isNew: true }] : []),
          ]}
          renderEmptyState={() => <p className="topic-picker__empty">Type a name and press Enter.</p>}
        >
          {(item) => (
            <MenuItem
              className="menu__item"
              textValue={item.title}
              shouldCloseOnSelect={false}
              onAction={() => {
                if (item.isNew) onCreate?.(item.title)
                else onPick(item)
                setText('')
                setPicked(picked + 1)
              }}
            >
              {item.isNew ? (
                <Plus aria-hidden />
              ) : item.has === 'some' ? (
                <Minus aria-hidden />
              ) : (
                <Check className="menu__tick" data-on={item.has === 'all'} aria-hidden />
              )}
              <span className="grow truncate" dir="auto">
                {item.isNew ? `New topic “${item.title}”` : item.title}
                <span className="visually-hidden">{HELD[item.has]}</span>
              </span>
              {item.path && (
                <span className="topic-picker__path truncate" dir="auto">
                  {item.path}
                </span>
              )}
            </MenuItem>
          )}
        </Menu>
      </Autocomplete>
      {found.length > shown.length && (
        <p className="topic-picker__empty">{found.length - shown.length} more: type a part of the name.</p>
      )}
    </div>
  )
}

const HELD = { all: ', in it', some: ', some are in it', none: '' }
