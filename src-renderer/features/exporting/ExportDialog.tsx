import { Copy, Download, FileText } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { ExportScope } from '@shared/contract/exports'
import type { ArticleId } from '@shared/domain/ids'
import type { Topic } from '@shared/domain/topic'
import { useClient } from '../../client/client'
import { useExportPreview } from '../../client/exports'
import { counted } from '../../ui/words/article-words'
import { Button } from '../../ui/controls/Button'
import { Dialog } from '../../ui/dialogs/Dialog'
import { EmptyState } from '../../ui/layout/EmptyState'
import { SegmentedControl } from '../../ui/controls/SegmentedControl'
import { showToast } from '../../ui/undo/toasts'
import { reportError } from '../../ui/undo/perform'
import { type ExportKind, KindSelect } from './KindSelect'
import { MarkdownPreview } from './MarkdownPreview'
import { OutputForm } from './OutputForm'
import { saveDownload } from '../../ui/files/save-download'
import './ExportDialog.css'

interface ExportDialogProps {
  /** The articles that are meant, none for the library, or a topic. Null while it is closed. */
  request: { articleIds: readonly ArticleId[]; topic?: Pick<Topic, 'id' | 'title'> } | null
  onClose: () => void
}

/** Exports highlights and notes as Markdown, and articles in other ways. */
export function ExportDialog({ request, onClose }: ExportDialogProps) {
  const [kind, setKind] = useState<ExportKind>('notes')
  const topic = request?.topic ?? null
  const shown = topic !== null && kind === 'notes' ? 'markdown' : kind
  return (
    <Dialog
      title={topic === null ? 'Export notes' : `Export “${topic.title}”`}
      isOpen={request !== null}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      width="lg"
    >
      {request &&
        (shown === 'notes' ? (
          <ExportForm
            articleIds={request.articleIds}
            kinds={<KindSelect kind={shown} isTopic={false} onKind={setKind} />}
            onClose={onClose}
          />
        ) : (
          <OutputForm
            kind={shown}
            articleIds={request.articleIds}
            topicId={topic?.id ?? null}
            kinds={<KindSelect kind={shown} isTopic={topic !== null} onKind={setKind} />}
            onClose={onClose}
          />
        ))}
    </Dialog>
  )
}

interface ExportFormProps {
  articleIds: readonly ArticleId[]
  /** Chooses what is exported. */
  kinds: ReactNode
  onClose: () => void
}

function ExportForm({ articleIds, kinds, onClose }: ExportFormProps) {
  const client = useClient()
  const [isLibrary, setLibrary] = useState(articleIds.length === 0)
  const [isSaving, setSaving] = useState(false)
  const scope: ExportScope = isLibrary ? { kind: 'library' } : { kind: 'articles', ids: [...articleIds] }
  const { data, error, isPlaceholderData } = useExportPreview(scope)
  const first = data?.first ?? null

  async function download(): Promise<void> {
    setSaving(true)
    try {
      const file = await client.exports.download({ scope })
      saveDownload(file)
      showToast({ message: `${file.name} was saved to your downloads` })
      onClose()
    } catch (problem) {
      reportError(problem)
    } finally {
      setSaving(false)
    }
  }

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(first?.text ?? '')
      showToast({ message: 'Copied as Markdown' })
    } catch (problem) {
      reportError(problem)
    }
  }

  return (
    <>
      <div className="export-dialog">
        <div className="export-dialog__options">
          {kinds}
          <div>
            <div className="export-dialog__label">What</div>
            <SegmentedControl
              label="What"
              value={isLibrary ? 'library' : 'articles'}
              options={[
                ...(articleIds.length > 0
                  ? [
                      {
                        value: 'articles',
                        label: articleIds.length === 1 ? 'This article' : `${articleIds.length} selected`,
                      },
                    ]
                  : []),
                { value: 'library', label: 'Whole library' },
              ]}
              onChange={(value) => setLibrary(value === 'library')}
            />
          </div>
          <p className="export-dialog__help">
            {isLibrary
              ? 'One Markdown file for each article that carries a highlight or a note, together in a zip file.'
              : 'Quotes in reading order under their headings, with your notes and a link back to each passage.'}
          </p>
          <p className="export-dialog__help">The same highlights and notes always give the same file.</p>
          {data && (
            <p className="export-dialog__count num" role="status">
              {counted(data.files, 'file')}, {counted(data.annotations, 'highlight or note', 'highlights and notes')}
            </p>
          )}
        </div>
        <div className="export-dialog__preview" data-stale={isPlaceholderData}>
          {error ? (
            <EmptyState title="The preview could not be made">{error.message}</EmptyState>
          ) : first ? (
            <>
              <div className="export-dialog__file">
                <FileText className="icon icon--sm" aria-hidden />
                <span className="grow truncate">{first.name}</span>
                {data && data.files > 1 && (
                  <span className="quiet num">and {counted(data.files - 1, 'more file', 'more files')}</span>
                )}
              </div>
              <MarkdownPreview text={first.text} />
            </>
          ) : (
            data && (
              <EmptyState title="Nothing to export">
                {isLibrary
                  ? 'No article carries a highlight or a note yet.'
                  : 'There is no highlight or note here yet.'}
              </EmptyState>
            )
          )}
        </div>
      </div>
      <div className="dialog__foot">
        <span className="grow" />
        <Button size="lg" isDisabled={first === null || (data?.files ?? 0) !== 1} onPress={() => void copy()}>
          <Copy className="icon" aria-hidden />
          Copy
        </Button>
        <Button look="primary" size="lg" isDisabled={first === null || isSaving} onPress={() => void download()}>
          <Download className="icon" aria-hidden />
          Download
        </Button>
      </div>
    </>
  )
}
