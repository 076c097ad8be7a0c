import { useEffect, useRef } from 'react'

interface NodeFieldProps {
  readonly label: string
  readonly placeholder: string
  readonly value: string
  /** Several lines; Shift+Enter begins one. */
  readonly isLong?: boolean
  readonly takesFocus?: boolean
  readonly onChange: (value: string) => void
  readonly onEnter: () => void
  readonly onEscape: () => void
  readonly onBlur: () => void
}

/** What the editor listens to at its root, and must not hear from a field inside a node. */
const KEPT = ['keyup', 'beforeinput', 'input', 'paste', 'copy', 'cut', 'drop', 'dragstart', 'click'] as const

/** A text field inside one of the editor's nodes, which keeps what happens in it from the editor. */
export function NodeField(props: NodeFieldProps) {
  const { label, placeholder, value, isLong = false, takesFocus = true, onBlur } = props
  const field = useRef<HTMLTextAreaElement>(null)
  const latest = useRef(props)
  latest.current = props
  const isLeft = useRef(false)

  // By hand: React hears events above the editor's root, so it could not keep them from it.
  useEffect(() => {
    const element = field.current
    if (!element) return undefined
    const keep = (event: Event) => event.stopPropagation()
    const input = () => latest.current.onChange(element.value)
    const key = (event: KeyboardEvent) => {
      event.stopPropagation()
      if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return
      if (event.key === 'Enter' && event.shiftKey && isLong) return
      event.preventDefault()
      isLeft.current = true
      if (event.key === 'Enter') latest.current.onEnter()
      else latest.current.onEscape()
    }
    for (const name of KEPT) element.addEventListener(name, keep)
    element.addEventListener('input', input)
    element.addEventListener('keydown', key)
    return () => {
      for (const name of KEPT) element.removeEventListener(name, keep)
      element.removeEventListener('input', input)
      element.removeEventListener('keydown', key)
    }
  }, [isLong])

  useEffect(() => {
    if (takesFocus) field.current?.focus({ preventScroll: true })
  }, [takesFocus])

  return (
    <textarea
      ref={field}
      className="note-editor__field"
      aria-label={label}
      placeholder={placeholder}
      rows={isLong ? Math.min(8, value.split('\n').length) : 1}
      defaultValue={value}
      spellCheck={false}
      onBlur={() => {
        if (!isLeft.current) onBlur()
        isLeft.current = false
      }}
    />
  )
}
