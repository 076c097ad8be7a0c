import { useState } from 'react'
import { MathView } from '../MathView'
import { NodeField } from './NodeField'

interface MathFieldProps {
  readonly tex: string
  readonly isBlock: boolean
  /** The source is written; empty where there is to be no formula. `go-on`: the caret goes behind it. */
  readonly onFinish: (tex: string, then: 'stay' | 'go-on') => void
}

/** A formula in the editor: as it reads, or its TeX source while that is written. */
export function MathField({ tex, isBlock, onFinish }: MathFieldProps) {
  const [draft, setDraft] = useState<string | null>(tex === '' ? '' : null)

  const finish = (written: string, then: 'stay' | 'go-on') => {
    setDraft(null)
    onFinish(written.trim(), then)
  }

  if (draft === null) {
    return (
      <button
        type="button"
        className={isBlock ? 'note-text__math-block' : 'note-text__math'}
        title="Edit the formula"
        onClick={() => setDraft(tex)}
      >
        <MathView tex={tex} isBlock={isBlock} />
      </button>
    )
  }
  return (
    <span className={isBlock ? 'note-editor__math-block' : 'note-editor__math'}>
      <NodeField
        label="TeX source of the formula"
        placeholder={isBlock ? '\\int_0^1 x^2\\,dx' : 'x^2'}
        value={draft}
        isLong={isBlock}
        onChange={setDraft}
        onEnter={() => finish(draft, 'go-on')}
        onEscape={() => finish(tex, 'go-on')}
        onBlur={() => finish(draft, 'stay')}
      />
      {isBlock && draft.trim() !== '' ? <MathView tex={draft} isBlock /> : null}
    </span>
  )
}
