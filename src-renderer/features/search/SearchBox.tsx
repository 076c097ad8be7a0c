import { Search } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, type Ref, useImperativeHandle, useRef, useState } from 'react'
import { useSearchCompletions } from '../../client/search'
import { operatorsFor, toComplete, withCompletion } from './completion'
import './SearchBox.css'

export interface SearchBoxHandle {
  focus: () => void
  /** Focuses the field and offers what can stand at its end. */
  complete: () => void
}

interface SearchBoxProps {
  ref?: Ref<SearchBoxHandle>
  text: string
  onChange: (text: string) => void
  /** Ids of the lists of results, and of the one that is current. */
  controls: string
  current: string | undefined
  onMove: (step: 1 | -1) => void
  onOpen: () => void
  /** Before and after the field. */
  before: ReactNode
  after: ReactNode
}

/**
 * The search field. Filters are completed in a list below it: a value with ↑ ↓ and Enter or Tab, a filter's name with Tab alone,
 * because ↑ ↓ and Enter are for the results. Esc closes the list.
 */
export function SearchBox({ ref, text, onChange, controls, current, onMove, onOpen, before, after }: SearchBoxProps) {
  const input = useRef<HTMLInputElement>(null)
  const [caret, setCaret] = useState(text.length)
  const [isOpen, setOpen] = useState(false)
  const [chosen, setChosen] = useState(0)
  useImperativeHandle(ref, () => ({
    focus: () => input.current?.focus(),
    complete: () => {
      input.current?.focus()
      setCaret(Infinity)
      setOpen(true)
    },
  }))

  const place = isOpen ? toComplete(text, Math.min(caret, text.length)) : null
  const { data: values = NONE } = useSearchCompletions(place?.kind === 'value' ? place : null)
  const options =
    place === null
      ? []
      : place.kind === 'operator'
        ? operatorsFor(place.typed).map(({ operator, help }) => ({
            operator,
            value: null,
            label: `${operator}:`,
            aside: help,
          }))
        : values.map(({ value, count }) => ({
            operator: place.operator,
            value,
            label: value,
            aside: count > 0 ? count.toLocaleString('en-GB') : '',
          }))
  const at = Math.min(chosen, options.length - 1)
  const isListed = place !== null && options.length > 0

  function take(index: number): void {
    const option = options[index]
    if (!place || !option) return
    const next = withCompletion(text, place, option)
    onChange(next.text)
    setCaret(next.caret)
    setChosen(0)
    setOpen(option.value === null)
    input.current?.focus()
    // The field has its new text after this render.
    requestAnimationFrame(() => input.current?.setSelectionRange(next.caret, next.caret))
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.nativeEvent.isComposing) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const takesArrows = isListed && place.kind === 'value'
    if (step !== 0) {
      if (takesArrows) setChosen((at + step + options.length) % options.length)
      else onMove(step)
    } else if (event.key === 'Enter') {
      if (takesArrows) take(at)
      else onOpen()
    } else if (event.key === 'Tab' && !event.shiftKey && isListed) {
      take(at)
    } else if (event.key === 'Escape' && isListed) {
      setOpen(false)
    } else if (event.key === 'Escape' && text !== '') {
      onChange('')
    } else {
      return
    }
    event.preventDefault()
    event.stopPropagation()
  }

  const follow = () => setCaret(input.current?.selectionStart ?? text.length)
  return (
    <div className="search-box">
      <div className="search-box__field">
        {before}
        <Search className="icon" aria-hidden />
        <input
          ref={input}
          type="search"
          className="search-box__input"
          aria-label="Search the library"
          placeholder="Search articles, highlights and notes"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={isListed || current !== undefined}
          aria-controls={isListed ? 'search-completions' : controls}
          aria-activedescendant={takenId(isListed, place?.kind === 'value' ? at : -1) ?? current}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          maxLength={1000}
          value={text}
          onChange={(event) => {
            onChange(event.target.value)
            setCaret(event.target.selectionStart ?? event.target.value.length)
            setOpen(true)
            setChosen(0)
          }}
          onSelect={follow}
          onBlur={() => setOpen(false)}
          onKeyDown={onKeyDown}
        />
        {after}
      </div>
      {isListed && (
        <div className="search-box__list" role="listbox" id="search-completions" aria-label="Filters">
          {options.map(({ label, aside }, index) => (
            <div
              key={label}
              id={`search-completion-${index}`}
              className="search-box__option"
              role="option"
              aria-selected={index === at}
              // The field keeps focus.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => take(index)}
            >
              <span className="truncate" dir="auto">
                {label}
              </span>
              <span className="search-box__aside truncate">{aside}</span>
              {index === at && <kbd className="search-box__key">{place.kind === 'value' ? '↵' : 'Tab'}</kbd>}
            </div>
          ))}
        </div>
      )}
    </div>
  )
}

const NONE: readonly { value: string; count: number }[] = []

function takenId(isListed: boolean, at: number): string | undefined {
  return isListed && at >= 0 ? `search-completion-${at}` : undefined
}
