/** What was typed before its editor was there. */
export interface TypedAhead {
  readonly text: string
  /** Escape or Mod+Enter was pressed: the person is done already. */
  readonly isDone: boolean
}

/**
 * Takes what is typed from the moment an editor is asked for until it is there: the library may need a while to make
 * the note. A real text field has the focus meanwhile, so that input methods, dead keys and pasting work as ever and
 * no key runs a command.
 */
export interface TypingAhead {
  /**
   * Begins to take what is typed.
   * @param onCancel Escape was pressed before anything was typed: no editor is wanted
   */
  begin(onCancel: () => void): void
  /** What was typed, once, when the editor takes over; null when nothing was begun. The editor takes the focus. */
  take(): TypedAhead | null
}

export function createTypingAhead(document: Document): TypingAhead {
  let field: HTMLTextAreaElement | null = null
  let isDone = false

  function end(): void {
    const ended = field
    // First, as removing it moves the focus, which others hear.
    field = null
    ended?.remove()
  }

  return {
    begin: (onCancel) => {
      end()
      isDone = false
      const made = document.createElement('textarea')
      made.className = 'visually-hidden'
      made.setAttribute('aria-label', 'Note')
      made.addEventListener('keydown', (event) => {
        if (event.isComposing) return
        const isLeaving = event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
        if (!isDone && !isLeaving) return
        event.preventDefault()
        event.stopPropagation()
        if (event.key === 'Escape' && made.value === '') {
          end()
          onCancel()
        } else isDone = true
      })
      document.body.append(made)
      field = made
      made.focus({ preventScroll: true })
    },
    take: () => {
      if (!field) return null
      const typed = { text: field.value, isDone }
      end()
      return typed
    },
  }
}
