import { Copy, Download, FileText } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { ArticleId, TopicId } from '@shared/domain/ids'
import type { DossierOrder } from '@shared/domain/output'
import { MOST_TOGETHER } from '@shared/domain/limits'
import { styleOptions, useCitationStyles } from '../../client/citation-styles'
import { useClient } from '../../client/client'
import { useOutputPreview } from '../../client/exports'
import { useSettings, useUpdateSettings } from '../../client/settings'
import { counted } from '../../ui/words/article-words'
import { Button } from '../../ui/controls/Button'
import { EmptyState } from '../../ui/layout/EmptyState'
import { reportError } from '../../ui/undo/perform'
import { saveDownload } from '../../ui/files/save-download'
import { SegmentedControl } from '../../ui/controls/SegmentedControl'
import { Select } from '../../ui/controls/Select'
import { showToast } from '../../ui/undo/toasts'
import type { ExportKind } from './KindSelect'
import { MarkdownPreview } from './MarkdownPreview'
import { printOrSave } from './print-or-save'

interface OutputFormProps {
  kind: Exclude<ExportKind, 'notes'>
  articleIds: readonly ArticleId[]
  topicId: TopicId | null
  /** Chooses what is exported. */
  kinds: ReactNode
  onClose: () => void
}

/** Makes whole texts, tables, citations and dossiers. */
export function OutputForm({ kind, articleIds, topicId, kinds, onClose }: OutputFormProps) {
  const client = useClient()
  const { citationStyle: style } = useSettings()
  const updateSettings = useUpdateSettings()
  const styles = useCitationStyles()
  const [by, setBy] = useState<DossierOrder>('article')
  const [isTogether, setTogether] = useState(false)
  const [isSaving, setSaving] = useState(false)
  const isWhole = kind === 'markdown' || kind === 'html' || kind === 'pdf'
  const isDossier = topicId !== null && isWhole
  const scope =
    topicId !== null
      ? { kind: 'topic' as const, id: topicId }
      : articleIds.length > 0
        ? { kind: 'articles' as const, ids: [...articleIds] }
        : { kind: 'library' as const }
  const areSeveral = topicId === null && articleIds.length > 1 && articleIds.length <= MOST_TOGETHER
  const together = areSeveral && (isTogether || kind === 'pdf')
  const request = { kind: kind === 'pdf' ? ('html' as const) : kind, scope, style, by, together }
  const { data, error, isPlaceholderData } = useOutputPreview(request)
  const [article] = articleIds
  const page =
    topicId !== null
      ? `/print/topic/${topicId}?by=${by}&style=${style}`
      : articleIds.length === 1 && article !== undefined
        ? `/print/article/${article}`
        : together
          ? `/print/articles?ids=${articleIds.join(',')}`
          : null
  const isPage = kind === 'html' || kind === 'pdf'

  async function save(): Promise<void> {
    setSaving(true)
    try {
      if (kind === 'pdf') {
        if (page === null) return
        await printOrSave(client, page, (data?.name ?? 'Lectern').replace(/\.html$/u, '.pdf'))
      } else {
        const file = await client.outputs.make(request)
        saveDownload(file)
        showToast({ message: `${file.name} was saved to your downloads` })
      }
      onClose()
    } catch (problem) {
      reportError(problem)
    } finally {
      setSaving(false)
    }
  }

  async function copy(): Promise<void> {
    try {
      const { bytes } = await client.outputs.make(request)
      await navigator.clipboard.writeText(new TextDecoder().decode(bytes))
      showToast({ message: 'Copied' })
    } catch (problem) {
      reportError(problem)
    }
  }

  const text = data?.text ?? null
  return (
    <>
      <div className="export-dialog">
        <div className="export-dialog__options">
          {kinds}
          {(kind === 'bibliography' || isDossier) && (
            <Select
              label="Citation style"
              labelShown
              value={style}
              options={styleOptions(styles)}
              onChange={(citationStyle) => updateSettings({ citationStyle })}
            />
          )}
          {isDossier && (
            <div>
              <div className="export-dialog__label">Highlights</div>
              <SegmentedControl
                label="Highlights"
                value={by}
                options={[
                  { value: 'article', label: 'By article' },
                  { value: 'tag', label: 'By tag' },
                ]}
                onChange={setBy}
              />
            </div>
          )}
          {areSeveral && (kind === 'markdown' || kind === 'html') && (
            <div>
              <div className="export-dialog__label">Files</div>
              <SegmentedControl
                label="Files"
                value={isTogether ? 'one' : 'each'}
                options={[
                  { value: 'each', label: 'One for each' },
                  { value: 'one', label: 'One for all' },
                ]}
                onChange={(value) => setTogether(value === 'one')}
              />
            </div>
          )}
          <p className="export-dialog__help">
            {kind === 'pdf'
              ? 'The desktop app saves the PDF itself. In a browser the print view opens: choose “Save as PDF” there.'
              : 'The same state of your library always gives the same file.'}
          </p>
          {data && (
            <p className="export-dialog__count num" role="status">
              {counted(data.files, 'file')}, {counted(data.articles, 'article')}
            </p>
          )}
        </div>
        <div className="export-dialog__preview" data-stale={isPlaceholderData}>
          {error ? (
            <EmptyState title="The preview could not be made">{error.message}</EmptyState>
          ) : isPage && page !== null ? (
            <iframe className="export-dialog__page" title="Preview" src={page} sandbox="allow-same-origin" />
          ) : isPage && data ? (
            <EmptyState title="One page for each article">There is no preview of several pages.</EmptyState>
          ) : text !== null ? (
            <>
              <div className="export-dialog__file">
                <FileText className="icon icon--sm" aria-hidden />
                <span className="grow truncate">{data?.name}</span>
              </div>
              <MarkdownPreview text={text} />
            </>
          ) : (
            data && (
              <EmptyState title="Nothing to export">There is no article here, or none with a highlight.</EmptyState>
            )
          )}
        </div>
      </div>
      <div className="dialog__foot">
        <span className="grow" />
        <Button size="lg" isDisabled={text === null || isPage || data?.files !== 1} onPress={() => void copy()}>
          <Copy className="icon" aria-hidden />
          Copy
        </Button>
        <Button
          look="primary"
          size="lg"
          isDisabled={text === null || isSaving || (kind === 'pdf' && page === null)}
          onPress={() => void save()}
        >
          <Download className="icon" aria-hidden />
          {kind === 'pdf' ? 'Make PDF' : 'Download'}
        </Button>
      </div>
    </>
  )
}
