import { Plus, X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import type { Tag } from '@shared/domain/tag'
import { nextLevel, tagChoices, tagMeant } from './tag-choices'
import './TagField.css'

interface TagFieldProps {
  /** What the tags are of, where that is not plain: `3 articles`. */
  readonly scope?: string | null
  readonly tags: readonly Tag[]
  /** Tags that are there and cannot be taken away here, as they stand in a text. */
  readonly fixed?: readonly Tag[]
  /** Tags to choose from, those used most first. */
  readonly known: readonly Tag[]
  /** Whether the list is there from the beginning, in a popover that is for tags alone, or only while something is typed. */
  readonly list: 'always' | 'typing'
  readonly takesFocus: boolean
  readonly onAdd: (tags: Tag[]) => void
  readonly onRemove: (tag: Tag) => void
  /** Enter in the empty field, or Escape. */
  readonly onDone?: () => void
  /** Gives what was typed before the field was there. */
  readonly takeTyped?: () => { readonly text: string; readonly isDone: boolean } | null
}

/** The most choices that are shown: more would be felt while one types. */
const MOST = { always: 100, typing: 6 } as const

const apart = (text: string) => text.split(/[\n,]/u)

/**
 * Adds and takes away tags. Enter means the tag that is typed whole; ↓ and ↑ choose another, → fills in its next level; a comma
 * adds, too. Enter in the empty field and Escape end.
 */
export function TagField(props: TagFieldProps) {
  const { tags, fixed = NONE, known, list, takesFocus, onAdd, onRemove, onDone, takeTyped } = props
  const [text, setText] = useState('')
  /** The choice that ↑ and ↓ came to; null for what is typed. */
  const [chosen, setChosen] = useState<number | null>(null)
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const options = useRef<HTMLDivElement>(null)

  const isTyped = text.trim() !== ''
  const choices = list === 'typing' && !isTyped ? [] : tagChoices(text, known, tags).slice(0, MOST[list])
  const meant = tagMeant(text, known)
  const whole = meant !== '' && choices[0]?.tag === meant ? 0 : null
  const at = chosen === null ? whole : Math.min(chosen, choices.length - 1)
  const current = at === null ? undefined : choices[at]

  useEffect(() => {
    if (at !== null) options.current?.children[at]?.scrollIntoView({ block: 'nearest' })
  }, [at])

  const type = (next: string) => {
    setText(next)
    setChosen(null)
  }
  const add = (typed: readonly string[]) => {
    const wanted = typed.map((each) => tagMeant(each, [...tags, ...known])).filter((tag) => tag !== '')
    if (wanted.length > 0) onAdd([...new Set(wanted)])
  }
  const take = (tag: string) => {
    type('')
    add([tag])
  }

  const takeOver = useRef(() => {
    const typed = takeTyped?.()
    if (!typed) return
    const words = apart(typed.text)
    const last = typed.isDone ? '' : (words.pop() ?? '')
    add(words)
    setText(last)
    if (typed.isDone) onDone?.()
  })
  useEffect(() => {
    if (takesFocus) field.current?.focus()
    takeOver.current()
  }, [takesFocus])

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.nativeEvent.isComposing) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const isAtEnd = event.currentTarget.selectionStart === text.length
    const filled = event.key === 'ArrowRight' && isAtEnd ? nextLevel(text, known) : null
    if (step !== 0 && choices.length > 0) {
      setChosen(((at ?? (step === 1 ? -1 : 0)) + step + choices.length) % choices.length)
    } else if (event.key === 'Enter') {
      if (current) take(current.tag)
      else if (isTyped) take(text)
      else onDone?.()
    } else if (filled !== null) {
      type(filled)
    } else if (event.key === 'Backspace' && text === '' && list === 'typing' && tags.length > 0) {
      onRemove(tags.at(-1) ?? '')
    } else if (event.key === 'Escape' && onDone) {
      onDone()
    } else {
      return
    }
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div className="tag-field" data-list={list}>
      {props.scope ? <p className="tag-field__scope">{props.scope}</p> : null}
      {tags.length + fixed.length > 0 && (
        <ul className="tag-field__tags" aria-label="Tags">
          {fixed.map((tag) => (
            <li key={tag} className="tag-field__tag" title="It stands in the text" dir="auto">
              #{tag}
            </li>
          ))}
          {tags.map((tag) => (
            <li key={tag} className="tag-field__tag" data-removable dir="auto">
              #{tag}
              <button
                type="button"
                className="tag-field__remove"
                aria-label={`Remove tag ${tag}`}
                onClick={() => {
                  onRemove(tag)
                  field.current?.focus()
                }}
              >
                <X className="icon icon--xs" aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
      <input
        ref={field}
        className="tag-field__input"
        role="combobox"
        aria-label="Add a tag"
        placeholder="Add a tag"
        aria-autocomplete="list"
        aria-expanded={choices.length > 0}
        aria-controls={choices.length > 0 ? `${id}-list` : undefined}
        aria-activedescendant={current ? `${id}-${at}` : undefined}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        maxLength={100}
        dir="auto"
        value={text}
        onChange={({ target: { value } }) => {
          const words = apart(value)
          type(words.pop() ?? '')
          add(words)
        }}
        onBlur={() => {
          if (list === 'typing' && isTyped) take(text)
        }}
        onKeyDown={onKeyDown}
      />
      {choices.length > 0 && (
        <div
          ref={options}
          id={`${id}-list`}
          className="tag-field__list"
          role="listbox"
          aria-label="Tags to choose from"
        >
          {choices.map(({ tag, isNew }, index) => (
            <div
              key={tag}
              id={`${id}-${index}`}
              className="tag-field__option"
              role="option"
              aria-selected={index === at}
              // The field keeps focus.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => take(tag)}
            >
              {isNew ? (
                <Plus className="icon icon--sm" aria-hidden />
              ) : (
                <span className="tag-field__hash" aria-hidden>
                  #
                </span>
              )}
              <span className="grow truncate" dir="auto">
                {isNew ? `New tag “${tag}”` : tag}
              </span>
            </div>
          ))}
        </div>
      )}
      {list === 'always' && choices.length === 0 && (
        <p className="tag-field__help">Type a tag and press Enter. A / nests it in another.</p>
      )}
    </div>
  )
}

const NONE: readonly Tag[] = []
