import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type HTMLAttributes, type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import './VirtualList.css'

/** What a row can have beside its content, for dragging it and for dropping on it. */
export type RowDragProps = Pick<
  HTMLAttributes<HTMLElement>,
  'draggable' | 'onDragStart' | 'onDragEnd' | 'onDragOver' | 'onDragLeave' | 'onDrop'
> & { 'data-drop'?: 'before' | 'after' | undefined }

export interface VirtualListProps {
  label: string
  count: number
  /** Height of a row before it is measured, in CSS pixels. */
  estimate: number
  /** The row that holds the one tab stop. */
  focused: number
  onFocusedChange: (index: number) => void
  keyOf: (index: number) => string | number
  isSelected: (index: number) => boolean
  isMultiple?: boolean
  row: (index: number) => ReactNode
  onPress: (index: number, event: { shiftKey: boolean; mod: boolean }) => void
  onContextMenu?: (index: number, at: { x: number; y: number }, element: HTMLElement) => void
  onKeyDown?: (event: KeyboardEvent<HTMLDivElement>) => void
  /** Hears which rows are on screen, for loading them. */
  onRange?: (first: number, last: number) => void
  padding?: number
  dragOf?: (index: number) => RowDragProps
}

/**
 * A list of any length as a `listbox` with one tab stop. Rows are measured, and the focused row stays mounted wherever
 * one scrolls, so that focus is never lost.
 */
export function VirtualList(props: VirtualListProps) {
  const { count, focused, onFocusedChange, onRange } = props
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => props.estimate,
    getItemKey: props.keyOf,
    overscan: 6,
    paddingStart: props.padding ?? 0,
    paddingEnd: props.padding ?? 0,
    scrollPaddingStart: 8,
    scrollPaddingEnd: 8,
    rangeExtractor: (range) => {
      const rows = defaultRangeExtractor(range)
      if (focused < 0 || focused >= count || rows.includes(focused)) return rows
      return [...rows, focused].sort((a, b) => a - b)
    },
  })
  const rows = virtual.getVirtualItems()
  const { startIndex = 0, endIndex = 0 } = virtual.range ?? {}

  useEffect(() => onRange?.(startIndex, endIndex), [onRange, startIndex, endIndex])

  // A row that gets the tab stop is brought into view, and takes focus where the list had it: also when the row that
  // had it has just left the list.
  const hadFocus = useRef(false)
  const focusedKey = focused >= 0 && focused < count ? props.keyOf(focused) : null
  useEffect(() => {
    if (focusedKey === null) return
    virtual.scrollToIndex(focused, { align: 'auto' })
    const list = scroller.current
    const isLost = hadFocus.current && document.activeElement === document.body
    if (isLost || list?.contains(document.activeElement)) {
      list?.querySelector<HTMLElement>(`[data-index="${focused}"]`)?.focus({ preventScroll: true })
    }
  }, [virtual, focused, focusedKey])

  const move = (to: number) => onFocusedChange(Math.max(0, Math.min(count - 1, to)))

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    if (event.target instanceof Node && !event.currentTarget.contains(event.target)) return
    props.onKeyDown?.(event)
    if (event.defaultPrevented || event.altKey) return
    const page = Math.max(1, endIndex - startIndex - 1)
    const steps: Record<string, number> = {
      ArrowDown: focused + 1,
      ArrowUp: focused - 1,
      PageDown: focused + page,
      PageUp: focused - page,
      Home: 0,
      End: count - 1,
    }
    const to = steps[event.key]
    const mod = event.ctrlKey || event.metaKey
    if (to !== undefined && !mod && !event.shiftKey) {
      event.preventDefault()
      move(to)
    } else if (event.key === 'Enter' && event.target instanceof HTMLElement && event.target.role === 'option') {
      event.preventDefault()
      props.onPress(focused, { shiftKey: false, mod: false })
    } else if ((event.shiftKey && event.key === 'F10') || event.key === 'ContextMenu') {
      const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${focused}"]`)
      if (!row || !props.onContextMenu) return
      event.preventDefault()
      const box = row.getBoundingClientRect()
      props.onContextMenu(focused, { x: box.left + 24, y: box.top + 24 }, row)
    }
  }

  return (
    <div
      ref={scroller}
      className="virtual-list"
      onKeyDown={onKeyDown}
      onFocus={() => (hadFocus.current = true)}
      onBlur={(event) => {
        // A row that is taken away loses focus to nothing; that is no leaving.
        if (event.relatedTarget !== null) hadFocus.current = event.currentTarget.contains(event.relatedTarget)
      }}
    >
      <div
        className="virtual-list__rows"
        role="listbox"
        aria-label={props.label}
        aria-multiselectable={props.isMultiple ?? false}
        style={{ height: virtual.getTotalSize() }}
      >
        {rows.map(({ index, key, start }) => (
          <div
            key={key}
            {...props.dragOf?.(index)}
            ref={virtual.measureElement}
            data-index={index}
            className="virtual-list__row"
            role="option"
            aria-selected={props.isSelected(index)}
            aria-setsize={count}
            aria-posinset={index + 1}
            tabIndex={index === focused ? 0 : -1}
            style={{ transform: `translateY(${start}px)` }}
            onFocus={() => {
              if (index !== focused) onFocusedChange(index)
            }}
            onMouseDown={(event) => {
              hadFocus.current = true
              // Else the press would move focus, from which the selection is extended, and select text.
              if (event.shiftKey || event.ctrlKey || event.metaKey) event.preventDefault()
            }}
            onClick={(event) => {
              props.onPress(index, { shiftKey: event.shiftKey, mod: event.ctrlKey || event.metaKey })
            }}
            onContextMenu={(event) => {
              if (!props.onContextMenu) return
              event.preventDefault()
              props.onContextMenu(index, { x: event.clientX, y: event.clientY }, event.currentTarget)
            }}
          >
            {props.row(index)}
          </div>
        ))}
      </div>
    </div>
  )
}
