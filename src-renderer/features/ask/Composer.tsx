import { ArrowUp, Square, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Button } from 'react-aria-components'
import { IconButton } from '../../ui/controls/IconButton'
import { SegmentedControl } from '../../ui/controls/SegmentedControl'
import './Composer.css'
import type { AskedSelection, ScopeChoice } from './scopes'

export interface ComposerProps {
  readonly choices: readonly ScopeChoice[]
  readonly choice: ScopeChoice
  readonly onChoice: (choice: ScopeChoice) => void
  /** Selected words that are asked. */
  readonly selection: AskedSelection | null
  readonly onDropSelection: () => void
  readonly text: string
  readonly isAsking: boolean
  readonly isWriting: boolean
  readonly onText: (text: string) => void
  readonly onSend: () => void
  readonly onStop: () => void
}

/** Where a question is written. Enter and Mod+Enter send it; Shift+Enter begins a new line; Esc stops the answer. */
export function Composer(props: ComposerProps) {
  const { choices, choice, selection, text, isAsking, isWriting, onSend } = props
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    const area = field.current
    if (!area) return
    area.style.height = 'auto'
    area.style.height = `${area.scrollHeight}px`
  }, [text])
  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault()
        onSend()
      }}
    >
      {selection ? (
        <div className="composer__selection">
          <q dir="auto">{selection.text}</q>
          <IconButton label="Ask without the selected words" icon={<X aria-hidden />} onPress={props.onDropSelection} />
        </div>
      ) : null}
      <textarea
        ref={field}
        className="composer__text"
        data-composer
        aria-label={choice.invitation}
        placeholder={choice.invitation}
        rows={1}
        maxLength={1000}
        value={text}
        onChange={(event) => props.onText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && isWriting) {
            event.stopPropagation()
            props.onStop()
          }
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
          event.preventDefault()
          onSend()
        }}
      />
      <div className="composer__row">
        {choices.length > 1 ? (
          <SegmentedControl
            label="What to ask"
            value={choice.value}
            options={choices.map(({ value, label }) => ({ value, label }))}
            onChange={(value) => props.onChoice(choices.find((one) => one.value === value) ?? choice)}
          />
        ) : (
          <span>Answers quote your library and nothing else</span>
        )}
        {isWriting ? (
          <Button className="composer__send" aria-label="Stop" onPress={props.onStop}>
            <Square aria-hidden />
          </Button>
        ) : (
          <Button className="composer__send" type="submit" aria-label="Ask" isDisabled={isAsking || text.trim() === ''}>
            <ArrowUp aria-hidden />
          </Button>
        )}
      </div>
    </form>
  )
}
