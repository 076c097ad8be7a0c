import { ExternalLink, FileDown, Info, Maximize2, Quote, RefreshCw, ScanText, Trash2, Waypoints } from 'lucide-react'
import type { Article } from '@shared/domain/article'
import { openDialog } from '../../ui/dialogs/dialogs'
import type { MenuAction } from '../../ui/controls/Menu'
import { showAlike } from '../../ui/places/route'

interface ArticleMenuOptions {
  readonly article: Article
  readonly openExternal: (url: string) => void
  readonly onAbout: () => void
  /** Copies the article as a source. */
  readonly onCite: () => void
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
  onCite,
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
    {
      id: 'cite',
      label: 'Copy citation',
      icon: <Quote className="icon icon--sm" aria-hidden />,
      run: onCite,
    },
    { id: 'about', label: 'About this article', icon: <Info className="icon icon--sm" aria-hidden />, run: onAbout },
    {
      id: 'alike',
      label: 'More like this article',
      icon: <Waypoints className="icon icon--sm" aria-hidden />,
      run: () => showAlike({ kind: 'article', articleId: article.id }),
    },
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
