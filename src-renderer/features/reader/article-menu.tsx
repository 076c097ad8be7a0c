import { ExternalLink, FileDown, Info, Maximize2, RefreshCw, ScanText, Trash2 } from 'lucide-react'
import type { Article } from '@shared/domain/article'
import { openDialog } from '../../ui/dialogs'
import type { MenuAction } from '../../ui/Menu'

interface ArticleMenuOptions {
  readonly article: Article
  readonly openExternal: (url: string) => void
  readonly onAbout: () => void
  readonly onFocusMode: () => void
  readonly onShowOriginal: () => void
  readonly onUpdate: () => void
  readonly onTrash: () => void
}

/** What the reader's menu holds. */
export function articleMenu({
  article,
  openExternal,
  onAbout,
  onFocusMode,
  onShowOriginal,
  onUpdate,
  onTrash,
}: ArticleMenuOptions): MenuAction[] {
  const { sourceUrl } = article
  return [
    {
      id: 'export',
      label: 'Export notes…',
      icon: <FileDown className="icon icon--sm" aria-hidden />,
      keys: 'Mod+E',
      run: () => openDialog({ name: 'export', articleIds: [article.id] }),
    },
    { id: 'about', label: 'About this article', icon: <Info className="icon icon--sm" aria-hidden />, run: onAbout },
    {
      id: 'focus',
      label: 'Focus mode',
      icon: <Maximize2 className="icon icon--sm" aria-hidden />,
      keys: 'F',
      run: onFocusMode,
    },
    ...(article.format === 'excerpts'
      ? []
      : [
          {
            id: 'whole-page',
            label: 'Show the original',
            icon: <ScanText className="icon icon--sm" aria-hidden />,
            run: onShowOriginal,
          },
        ]),
    ...(sourceUrl
      ? [
          {
            id: 'original',
            label: 'Open the original on the web',
            icon: <ExternalLink className="icon icon--sm" aria-hidden />,
            run: () => openExternal(sourceUrl),
          },
          {
            id: 'update',
            label: 'Update from the web',
            icon: <RefreshCw className="icon icon--sm" aria-hidden />,
            run: onUpdate,
          },
        ]
      : []),
    {
      id: 'trash',
      label: 'Move to Trash',
      icon: <Trash2 className="icon icon--sm" aria-hidden />,
      isDanger: true,
      separated: true,
      run: onTrash,
    },
  ]
}
