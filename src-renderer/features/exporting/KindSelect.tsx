import type { OutputKind } from '@shared/domain/output'
import { Select } from '../../ui/controls/Select'

/** `notes` are the Markdown files of highlights and notes; `pdf` is the HTML document, printed. */
export type ExportKind = OutputKind | 'notes' | 'pdf'

const KINDS: readonly { readonly value: ExportKind; readonly label: string }[] = [
  { value: 'notes', label: 'Highlights and notes (Markdown)' },
  { value: 'markdown', label: 'Whole text (Markdown)' },
  { value: 'html', label: 'Whole text (one HTML file)' },
  { value: 'pdf', label: 'Whole text (PDF)' },
  { value: 'csv', label: 'Table of highlights (CSV)' },
  { value: 'json-ld', label: 'W3C annotations (JSON-LD)' },
  { value: 'bibliography', label: 'Bibliography' },
  { value: 'bibtex', label: 'Sources (BibTeX)' },
  { value: 'csl-json', label: 'Sources (CSL-JSON)' },
  { value: 'ris', label: 'Sources (RIS)' },
]

interface KindSelectProps {
  kind: ExportKind
  isTopic: boolean
  onKind: (kind: ExportKind) => void
}

/** Chooses what is made. */
export function KindSelect({ kind, isTopic, onKind }: KindSelectProps) {
  const options = KINDS.filter(({ value }) => !isTopic || value !== 'notes').map(({ value, label }) => ({
    value,
    label: isTopic ? label.replace('Whole text', 'Dossier') : label,
  }))
  return <Select label="Format" labelShown value={kind} options={options} onChange={onKind} />
}
