import { CaseSensitive, ChevronDown, ChevronUp, WholeWord, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { IconButton } from '../../../ui/controls/IconButton'
import './FindBar.css'
import { MOST_MATCHES, type FindOptions } from './find-matches'

interface FindBarProps {
  readonly words: string
  readonly options: FindOptions
  readonly count: number
  /** Index of the current match; -1 when there is none. */
  readonly current: number
  /** Grows each time the person asks for the bar again. */
  readonly asked: number
  readonly onWords: (words: string) => void
  readonly onOptions: (options: FindOptions) => void
  readonly onStep: (step: 1 | -1) => void
  readonly onClose: () => void
}

/** Finds words in the article that is open. */
export function FindBar(props: FindBarProps) {
  const { words, options, count, current, asked, onWords, onOptions, onStep, onClose } = props
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.select(), [asked])
  const total = count === MOST_MATCHES ? `${MOST_MATCHES.toLocaleString('en-GB')}+` : count.toLocaleString('en-GB')
  return (
    <div className="find-bar" role="search" aria-label="Find in article">
      <input
        ref={input}
        className="find-bar__input"
        aria-label="Find in article"
        placeholder="Find in article"
        autoFocus
        value={words}
        onChange={(event) => onWords(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            event.stopPropagation()
            onClose()
          } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
            event.preventDefault()
            onStep(event.shiftKey ? -1 : 1)
          }
        }}
      />
      <span className="find-bar__count num" role="status">
        {words.trim() === '' ? '' : count === 0 ? 'Not found' : `${current + 1} of ${total}`}
      </span>
      <IconButton label="Previous match" keys="Shift+F3" icon={<ChevronUp aria-hidden />} onPress={() => onStep(-1)} />
      <IconButton label="Next match" keys="F3" icon={<ChevronDown aria-hidden />} onPress={() => onStep(1)} />
      <IconButton
        label="Match case"
        icon={<CaseSensitive aria-hidden />}
        isSelected={options.matchCase}
        onPress={() => onOptions({ ...options, matchCase: !options.matchCase })}
      />
      <IconButton
        label="Whole words"
        icon={<WholeWord aria-hidden />}
        isSelected={options.wholeWords}
        onPress={() => onOptions({ ...options, wholeWords: !options.wholeWords })}
      />
      <IconButton label="Close" icon={<X aria-hidden />} onPress={onClose} />
    </div>
  )
}
