import { X } from 'lucide-react'
import { useEffect, useId, useState } from 'react'
import type { AnnotationId } from '@shared/domain/ids'
import { cleanTag } from '@shared/text/clean-tag'
import { useTags } from '../../client/tags'
import { counted } from '../../ui/article-words'
import { reportError } from '../../ui/perform'
import { useHighlightActions } from './use-highlight-actions'
import './HighlightTags.css'

interface HighlightTagsProps {
  ids: readonly AnnotationId[]
  onDone: () => void
}

/** Adds tags to highlights and takes them away; completes from the tags in use. Enter in the empty field ends. */
export function HighlightTags({ ids, onDone }: HighlightTagsProps) {
  const inUse = useTags()
  const { read, addTag, removeTag } = useHighlightActions()
  const [text, setText] = useState('')
  const [present, setPresent] = useState<readonly string[]>([])
  const list = useId()
  useEffect(() => {
    read(ids)
      .then((all) => setPresent([...new Set(all.flatMap(({ tags }) => tags))]))
      .catch(reportError)
  }, [ids, read])

  function add(): void {
    const typed = cleanTag(text)
    if (typed === '') return onDone()
    const isTyped = (tag: string) => tag.toLowerCase() === typed.toLowerCase()
    const tag = inUse.find((one) => isTyped(one.tag))?.tag ?? typed
    void addTag(ids, tag)
    if (!present.some(isTyped)) setPresent([...present, tag])
    setText('')
  }

  return (
    <div className="highlight-tags">
      <p className="highlight-tags__scope">{counted(ids.length, 'highlight')}</p>
      {present.length > 0 && (
        <ul aria-label="Tags they have">
          {present.map((tag) => (
            <li key={tag}>
              #{tag}
              <button
                type="button"
                aria-label={`Remove tag ${tag}`}
                onClick={() => {
                  void removeTag(ids, tag)
                  setPresent(present.filter((other) => other !== tag))
                }}
              >
                <X className="icon icon--xs" aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
      <input
        aria-label="Add a tag"
        placeholder="Add a tag"
        autoFocus
        list={list}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
          event.preventDefault()
          add()
        }}
      />
      <datalist id={list}>
        {inUse.slice(0, 100).map(({ tag }) => (
          <option key={tag} value={tag} />
        ))}
      </datalist>
    </div>
  )
}
