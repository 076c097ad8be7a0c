import { ArrowUp } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Button } from 'react-aria-components'
import './Composer.css'

export interface ComposerProps {
  readonly label: string
  readonly text: string
  readonly isBusy: boolean
  readonly onText: (text: string) => void
  readonly onSend: () => void
}

/** Where a question is written. Enter sends it; Shift+Enter begins a new line. */
export function Composer({ label, text, isBusy, onText, onSend }: ComposerProps) {
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
      <textarea
        ref={field}
        className="composer__text"
        data-composer
        aria-label={label}
        placeholder={label}
        rows={1}
        maxLength={1000}
        value={text}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
          event.preventDefault()
          onSend()
        }}
      />
      <div className="composer__row">
        <span>Answers quote your library and nothing else</span>
        <Button className="composer__send" type="submit" aria-label="Ask" isDisabled={isBusy || text.trim() === ''}>
          <ArrowUp aria-hidden />
        </Button>
      </div>
    </form>
  )
}
