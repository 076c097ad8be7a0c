import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { mergeRegister } from '@lexical/utils'
import {
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  BLUR_COMMAND,
  COMMAND_PRIORITY_CRITICAL,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_UP_COMMAND,
  KEY_ENTER_COMMAND,
  KEY_ESCAPE_COMMAND,
  KEY_TAB_COMMAND,
  type LexicalCommand,
  type LexicalEditor,
} from 'lexical'
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { fold } from '@shared/text/fold'
import { $isCodeNode } from '@lexical/code'
import { applyCompletion, type CompletionDeps } from './apply-completion'
import './CompletionMenu.css'
import { placeBeside } from './place-beside'
import { type Trigger, triggerBefore } from './trigger'
import { type Completion, useCompletions } from './use-completions'

function $triggerNow(): Trigger | null {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null
  const node = selection.anchor.getNode()
  if (!$isTextNode(node) || !node.isSimpleText() || node.hasFormat('code') || $isCodeNode(node.getParent())) return null
  return triggerBefore(node.getTextContent().slice(0, selection.anchor.offset))
}

const sameTrigger = (a: Trigger | null, b: Trigger | null) =>
  a?.kind === b?.kind && a?.query === b?.query && a?.length === b?.length

/** Offers blocks behind `/`, tags behind `#`, articles and notes behind `[[`. The editor keeps the focus. */
export function CompletionMenu({ pickImage, makeNote }: CompletionDeps) {
  const [editor] = useLexicalComposerContext()
  const [trigger, setTrigger] = useState<Trigger | null>(null)
  const [dismissed, setDismissed] = useState(false)
  const [index, setIndex] = useState(0)
  const options = useCompletions(trigger)
  const isOpen = trigger !== null && !dismissed && options.length > 0
  const active = Math.min(index, options.length - 1)

  useEffect(
    () =>
      mergeRegister(
        editor.registerUpdateListener(({ editorState, dirtyLeaves, dirtyElements }) => {
          const now = editorState.read($triggerNow)
          setTrigger((before) => (sameTrigger(before, now) ? before : now))
          if (now === null) setDismissed(false)
          // Walking past what looks like a mark is no question; typing is.
          else if (dirtyLeaves.size === 0 && dirtyElements.size === 0) setDismissed(true)
        }),
        editor.registerCommand(
          BLUR_COMMAND,
          () => {
            setTrigger(null)
            return false
          },
          COMMAND_PRIORITY_CRITICAL,
        ),
      ),
    [editor],
  )
  useEffect(() => setIndex(0), [trigger])

  const choose = (completion: Completion) => {
    if (trigger === null) return
    setTrigger(null)
    void applyCompletion(editor, trigger, completion, { pickImage, makeNote })
  }

  // Closed by hand: `[[Title]]` is the link when there is exactly that title.
  const exact =
    trigger?.kind === 'link' && trigger.isClosed
      ? options.find(({ label, result }) => result.kind === 'link' && fold(label) === fold(trigger.query))
      : undefined
  const chooseNow = useRef(choose)
  chooseNow.current = choose
  useEffect(() => {
    if (exact) chooseNow.current(exact)
  }, [exact])

  const keys = useRef<Keys>({ isOpen, step: () => {}, choose: () => {}, dismiss: () => {} })
  keys.current = {
    isOpen,
    step: (by) => setIndex((active + by + options.length) % options.length),
    choose: () => {
      const option = options[active]
      if (option) choose(option)
    },
    dismiss: () => setDismissed(true),
  }
  useEffect(() => listenToKeys(editor, () => keys.current), [editor])

  return isOpen ? (
    <Options editor={editor} trigger={trigger} options={options} active={active} onChoose={choose} onHover={setIndex} />
  ) : null
}

interface Keys {
  readonly isOpen: boolean
  readonly step: (by: number) => void
  readonly choose: () => void
  readonly dismiss: () => void
}

/** Above every other listener to these keys, so that Escape closes the menu and not the editor. */
function listenToKeys(editor: LexicalEditor, keys: () => Keys): () => void {
  const on = <E extends KeyboardEvent | null>(command: LexicalCommand<E>, run: (keys: Keys) => void) =>
    editor.registerCommand(
      command,
      (event) => {
        const now = keys()
        if (!now.isOpen || event?.ctrlKey || event?.metaKey || event?.shiftKey) return false
        event?.preventDefault()
        event?.stopPropagation()
        run(now)
        return true
      },
      COMMAND_PRIORITY_CRITICAL,
    )
  return mergeRegister(
    on(KEY_ARROW_DOWN_COMMAND, ({ step }) => step(1)),
    on(KEY_ARROW_UP_COMMAND, ({ step }) => step(-1)),
    on(KEY_ENTER_COMMAND, ({ choose }) => choose()),
    on(KEY_TAB_COMMAND, ({ choose }) => choose()),
    on(KEY_ESCAPE_COMMAND, ({ dismiss }) => dismiss()),
  )
}

const NAMES: Readonly<Record<Trigger['kind'], string>> = { slash: 'Insert', tag: 'Tags', link: 'Articles and notes' }

interface OptionsProps {
  readonly editor: LexicalEditor
  readonly trigger: Trigger
  readonly options: readonly Completion[]
  readonly active: number
  readonly onChoose: (completion: Completion) => void
  readonly onHover: (index: number) => void
}

function Options({ editor, trigger, options, active, onChoose, onHover }: OptionsProps) {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)

  useLayoutEffect(() => {
    if (list.current) placeBeside(list.current, trigger.length)
  }, [trigger, options.length])

  useEffect(() => {
    const root = editor.getRootElement()
    root?.setAttribute('aria-haspopup', 'listbox')
    root?.setAttribute('aria-controls', id)
    return () => {
      for (const name of ['aria-haspopup', 'aria-controls', 'aria-activedescendant']) root?.removeAttribute(name)
    }
  }, [editor, id])
  useEffect(() => {
    editor.getRootElement()?.setAttribute('aria-activedescendant', `${id}-${active}`)
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' })
  }, [editor, id, active])

  return createPortal(
    <div ref={list} id={id} className="completion" role="listbox" aria-label={NAMES[trigger.kind]}>
      {options.map((option, at) => (
        // The editor keeps the focus and hears the keys.
        <div
          key={option.id}
          id={`${id}-${at}`}
          role="option"
          aria-selected={at === active}
          className="completion__option"
          tabIndex={-1}
          onPointerMove={() => onHover(at)}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(option)}
        >
          <option.icon className="icon" aria-hidden />
          <span className="completion__label">{option.label}</span>
          {option.hint ? <span className="completion__hint">{option.hint}</span> : null}
        </div>
      ))}
    </div>,
    document.body,
  )
}
