import { useEffect, useId, useRef, useState } from 'react'
import type { ExportFlavour, OwnTemplates, TemplatePart } from '@shared/domain/exporting'
import { useTemplateDefaults, useTemplatePreview } from '../../../client/sync'
import { Button } from '../../../ui/controls/Button'
import { perform } from '../../../ui/undo/perform'
import { SegmentedControl } from '../../../ui/controls/SegmentedControl'
import { TemplateHelp } from './TemplateHelp'

const PARTS: readonly { value: TemplatePart; label: string }[] = [
  { value: 'highlight', label: 'Highlight' },
  { value: 'note', label: 'Note' },
  { value: 'header', label: 'Header' },
  { value: 'frontMatter', label: 'Front matter' },
  { value: 'fileName', label: 'File name' },
]
/** What is written is kept when nothing was typed for so long, in ms. */
const QUIET_MS = 400

interface TemplateEditorProps {
  flavour: ExportFlavour
  own: OwnTemplates
  onChange: (own: OwnTemplates) => void
}

/** Edits templates part by part, with what they make of an article of the library. */
export function TemplateEditor({ flavour, own, onChange }: TemplateEditorProps) {
  const id = useId()
  const { data: defaults } = useTemplateDefaults(flavour)
  const [part, setPart] = useState<TemplatePart>('highlight')
  const [draft, setDraft] = useState<OwnTemplates>(own)
  const { data: preview, isPlaceholderData } = useTemplatePreview(flavour, own)
  const keep = useRef(onChange)
  keep.current = onChange
  /** What was typed and waits for a pause; kept when the editor goes before one. */
  const unsaved = useRef<OwnTemplates | null>(null)
  const problem = preview?.problems.find((one) => one.part === part)
  const text = draft[part] ?? defaults?.[part] ?? ''

  useEffect(() => {
    if (draft === own) return
    unsaved.current = draft
    const timer = setTimeout(() => {
      unsaved.current = null
      keep.current(draft)
    }, QUIET_MS)
    return () => clearTimeout(timer)
    // Only what is typed starts the clock.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [draft])

  useEffect(
    () => () => {
      if (unsaved.current) keep.current(unsaved.current)
    },
    [],
  )

  const write = (value: string) => setDraft({ ...draft, [part]: value })
  const reset = () => {
    const { [part]: _, ...rest } = draft
    const put = (templates: OwnTemplates) => {
      setDraft(templates)
      // Taken back from another page, there is no editor left that would keep it.
      keep.current(templates)
    }
    void perform({
      run: () => Promise.resolve(put(rest)),
      label: () => 'The template is the given one again',
      undo: () => Promise.resolve(put(draft)),
    })
  }

  return (
    <div className="template-editor">
      <SegmentedControl label="Part" value={part} options={PARTS} onChange={setPart} />
      <div className="template-editor__both">
        <div className="template-editor__edit">
          <label htmlFor={id}>Template</label>
          <textarea
            id={id}
            value={text}
            spellCheck={false}
            rows={12}
            aria-invalid={problem !== undefined}
            onChange={(event) => write(event.target.value)}
          />
          <div className="template-editor__foot">
            <span className="folder-choice__problem" role="status">
              {problem?.message}
            </span>
            <Button look="ghost" isDisabled={draft[part] === undefined} onPress={reset}>
              Reset
            </Button>
          </div>
        </div>
        <div className="template-editor__preview" data-stale={isPlaceholderData}>
          <span className="truncate">{preview?.name ?? 'Preview'}</span>
          <pre tabIndex={0} aria-label="Preview" dir="auto">
            {preview?.text}
          </pre>
        </div>
      </div>
      <TemplateHelp />
    </div>
  )
}
