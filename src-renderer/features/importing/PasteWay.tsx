import { useState } from 'react'
import { Button } from '../../ui/controls/Button'
import { Select } from '../../ui/controls/Select'

type Format = 'auto' | 'html' | 'markdown' | 'text'

const FORMATS: readonly { value: Format; label: string }[] = [
  { value: 'auto', label: 'Tell by its look' },
  { value: 'html', label: 'HTML' },
  { value: 'markdown', label: 'Markdown' },
  { value: 'text', label: 'Plain text' },
]

/** Adding text that was pasted. */
export function PasteWay({ initial, onAdd }: { initial: string; onAdd: (text: string, format: Format) => void }) {
  const [text, setText] = useState(initial)
  const [format, setFormat] = useState<Format>('auto')
  return (
    <div className="import-dialog__way">
      <textarea
        className="import-dialog__text"
        aria-label="Text, Markdown or HTML"
        placeholder="Paste text, Markdown or HTML"
        value={text}
        autoFocus
        onChange={(event) => setText(event.target.value)}
        onPaste={(event) => {
          // A page copied in the browser carries its HTML, which keeps headings, links and lists.
          const html = event.clipboardData.getData('text/html')
          if (!html || text !== '') return
          event.preventDefault()
          setText(html)
        }}
      />
      <div className="import-dialog__line">
        <Select label="Read it as" value={format} options={FORMATS} onChange={setFormat} />
        <span className="grow" />
        <Button
          look="primary"
          size="lg"
          isDisabled={text.trim() === ''}
          onPress={() => {
            onAdd(text, format)
            setText('')
          }}
        >
          Add this text
        </Button>
      </div>
    </div>
  )
}
