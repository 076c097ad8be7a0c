import { ArrowLeft, ArrowRight, Check, List } from 'lucide-react'
import { useRef, useState } from 'react'
import type { Archive } from '@shared/contract/archives'
import type { ArticleId } from '@shared/domain/ids'
import { useArchiveEntry, useArticleAt } from '../../client/archives'
import type { ArticleDocument } from '../../frame/article-document'
import { PageFrame } from '../../frame/ArticleFrame'
import { Button } from '../../ui/controls/Button'
import { EmptyState } from '../../ui/layout/EmptyState'
import { IconButton } from '../../ui/controls/IconButton'
import { openArticle } from '../../ui/places/route'
import { usePreviewLinks } from './use-preview-links'
import { usePreviewLook } from './use-preview-look'

interface ArchivePreviewProps {
  archive: Archive
  /** The page; null for the one to begin with. */
  path: string | null
  marks: ReadonlyMap<string, ArticleId>
  onBack: (() => void) | null
  onForward: (() => void) | null
  /** Goes back to the titles, where there is room for one of the two only. */
  onTitles: (() => void) | null
  onShow: (path: string) => void
  onImport: (path: string) => void
  onOpen: (path: string) => void
}

/** A page of the archive as it would be read, in a frame that can run nothing. */
export function ArchivePreview(props: ArchivePreviewProps) {
  const { archive, marks, onBack, onForward, onTitles, onShow, onImport, onOpen } = props
  const { data: entry, error } = useArchiveEntry(archive.id, props.path)
  const { data: known } = useArticleAt(entry?.sourceUrl ?? null)
  const [page, setPage] = useState<ArticleDocument | null>(null)
  const [failed, setFailed] = useState<string | null>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const look = usePreviewLook()
  usePreviewLinks({ page, archiveId: archive.id, onShow })
  const path = entry?.path ?? null
  const src = path === null ? null : `/archives/${archive.id}/page?path=${encodeURIComponent(path)}`
  const isImported = path !== null && marks.has(path)

  return (
    <aside className="pane archive-preview" aria-label="Page" data-pane>
      <div className="bar">
        {onTitles && <IconButton label="Titles" icon={<List aria-hidden />} onPress={onTitles} />}
        <IconButton label="Back" icon={<ArrowLeft aria-hidden />} onPress={onBack ?? noop} isDisabled={!onBack} />
        <IconButton
          label="Forward"
          icon={<ArrowRight aria-hidden />}
          onPress={onForward ?? noop}
          isDisabled={!onForward}
        />
        <span className="grow truncate archive-preview__title" dir="auto">
          {entry?.title}
        </span>
        {isImported || known ? (
          <>
            <span className="archive-preview__mark">
              <Check className="icon icon--sm" aria-hidden /> In your library
            </span>
            <Button onPress={() => (isImported ? onOpen(path) : known && openArticle(known))}>Open</Button>
          </>
        ) : (
          <Button look="primary" isDisabled={path === null} onPress={() => path !== null && onImport(path)}>
            Import this article
          </Button>
        )}
      </div>
      {error ? (
        <EmptyState title="This page cannot be shown">{error.message}</EmptyState>
      ) : (
        <div ref={scroller} className="archive-preview__scroll" role="group" aria-label="Page text" tabIndex={0}>
          {failed !== null && failed === src && (
            <EmptyState title="This page cannot be shown">
              It is damaged, too large, or no page. Other pages of the archive can still be read.
            </EmptyState>
          )}
          {src && (
            <PageFrame
              key={src}
              src={src}
              title={entry?.title ?? 'Page'}
              look={look}
              onOpen={(opened) => {
                setPage(opened)
                setFailed(opened === null ? src : null)
                scroller.current?.scrollTo({ top: 0 })
              }}
              onResize={noop}
            />
          )}
        </div>
      )}
    </aside>
  )
}

const noop = () => undefined
