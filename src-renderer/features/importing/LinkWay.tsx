import { Link } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../ui/controls/Button'
import { TextField } from '../../ui/controls/TextField'

function toAddress(text: string): string | null {
  const address = /^[a-z][a-z\d+.-]*:/iu.test(text) ? text : `https://${text}`
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  return (url.protocol === 'https:' || url.protocol === 'http:') && url.hostname.includes('.') ? url.href : null
}

/** Adding a page by its address. */
export function LinkWay({ initial, onAdd }: { initial: string; onAdd: (url: string) => void }) {
  const [text, setText] = useState(initial)
  const [problem, setProblem] = useState(false)
  const add = () => {
    const url = toAddress(text.trim())
    setProblem(url === null)
    if (url === null) return
    onAdd(url)
    setText('')
  }
  return (
    <form
      className="import-dialog__way"
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <div className="import-dialog__line">
        <TextField
          label="Address of a web page"
          placeholder="https://"
          icon={<Link aria-hidden />}
          value={text}
          onChange={(next) => {
            setText(next)
            setProblem(false)
          }}
          autoFocus
        />
        <Button look="primary" size="lg" type="submit" isDisabled={text.trim() === ''}>
          Add this page
        </Button>
      </div>
      <p className="import-dialog__hint" data-problem={problem} role={problem ? 'alert' : undefined}>
        {problem
          ? 'This is not the address of a web page. It begins with https:// or http://.'
          : 'Lectern fetches the page and its images now, and nothing later.'}
      </p>
    </form>
  )
}
