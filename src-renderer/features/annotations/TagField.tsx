import { X } from 'lucide-react'
import { useEffect, useId, useRef, useState } from 'react'
import type { TypedAhead } from '../../editor/typing-ahead'
import './TagField.css'

interface TagFieldProps {
  readonly tags: readonly string[]
  /** Tags in use, offered while typing. */
  readonly known: readonly string[]
  readonly onChange: (tags: string[]) => void
  readonly onDone: () => void
  /** Gives what was typed before the field was there. */
  readonly takeTyped: () => TypedAhead | null
}

const tidy = (text: string) => text.replace(/^#+/u, '').replace(/\s+/gu, ' ').trim()

/** Adds and takes away tags. Enter or a comma adds; Backspace in the empty field takes the last away; Escape leaves. */
export function TagField({ tags, known, onChange, onDone, takeTyped }: TagFieldProps) {
  const [text, setText] = useState('')
  const list = useId()
  const addAll = (typed: readonly string[]) => {
    const all = [...tags]
    for (const tag of typed.map(tidy)) {
      if (tag !== '' && !all.some((each) => each.toLowerCase() === tag.toLowerCase())) all.push(tag)
    }
    if (all.length > tags.length) onChange(all)
  }
  const add = (typed: string) => {
    setText('')
    addAll([typed])
  }

  const takeOver = useRef(() => {
    const typed = takeTyped()
    if (!typed) return
    const words = typed.text.split(/[\n,]/u)
    const last = typed.isDone ? '' : (words.pop() ?? '')
    addAll(words)
    setText(last)
    if (typed.isDone) onDone()
  })
  useEffect(() => takeOver.current(), [])

  return (
    <div className="tag-field">
      {tags.map((tag) => (
        <span key={tag} className="tag-field__tag">
          #{tag}
          <button
            type="button"
            className="tag-field__remove"
            aria-label={`Remove tag ${tag}`}
            onClick={() => onChange(tags.filter((each) => each !== tag))}
          >
            <X className="icon icon--xs" aria-hidden />
          </button>
        </span>
      ))}
      <input
        className="tag-field__input"
        aria-label="Add a tag"
        placeholder="Add a tag"
        autoFocus
        list={list}
        value={text}
        onChange={(event) => {
          const typed = event.target.value
          if (typed.endsWith(',')) add(typed.slice(0, -1))
          else setText(typed)
        }}
        onBlur={() => {
          if (tidy(text) !== '') add(text)
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter') {
            event.preventDefault()
            if (tidy(text) === '') onDone()
            else add(text)
          } else if (event.key === 'Backspace' && text === '') onChange(tags.slice(0, -1))
          else if (event.key === 'Escape') {
            event.stopPropagation()
            onDone()
          }
        }}
      />
      <datalist id={list}>
        {known
          .filter((tag) => !tags.includes(tag))
          .slice(0, 50)
          .map((tag) => (
            <option key={tag} value={tag} />
          ))}
      </datalist>
    </div>
  )
}
