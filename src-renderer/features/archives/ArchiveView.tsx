import { ArrowLeft, PanelLeft, Search, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { Archive } from '@shared/contract/archives'
import { useArchiveEntry, useArchiveMarks } from '../../client/archives'
import { useClient } from '../../client/client'
import { counted } from '../../ui/words/article-words'
import { useCommands } from '../../ui/commands/use-commands'
import { openDialog } from '../../ui/dialogs/dialogs'
import { IconButton } from '../../ui/controls/IconButton'
import { navigate, openArticle, type Route } from '../../ui/places/route'
import { showToast } from '../../ui/undo/toasts'
import { reportError } from '../../ui/undo/perform'
import { useMedia } from '../../ui/layout/use-media'
import { ArchivePreview } from './ArchivePreview'
import { ArchiveTitles } from './ArchiveTitles'
import { ChosenBar } from './ChosenBar'
import { useLater } from './use-later'
import { usePreviewHistory } from './use-preview-history'
import { useTitles } from './use-titles'
import './ArchiveView.css'

/** A pause in typing after which is searched, in ms. */
const PAUSE = 120

interface ArchiveViewProps {
  archive: Archive
  route: Extract<Route, { page: 'archives' }>
  onShowSidebar: (() => void) | null
}

/** One archive: its titles to look through and search, and the page that one leads to. */
export function ArchiveView({ archive, route, onShowSidebar }: ArchiveViewProps) {
  const { id } = archive
  const client = useClient()
  const [text, setText] = useState(route.text)
  const found = useTitles(id, useLater(text, PAUSE))
  const marks = useArchiveMarks(id)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const preview = usePreviewHistory(route.path)
  // The page to begin with is a title like others.
  const { data: entry } = useArchiveEntry(id, preview.path)
  const isWide = useMedia('(min-width: 960px)')
  /** Where there is room for one pane only, this says which it is. */
  const [isReading, setReading] = useState(false)
  const field = useRef<HTMLInputElement>(null)

  useEffect(() => field.current?.focus(), [])
  useEffect(() => {
    navigate({ page: 'archives', archiveId: id, text, path: preview.path }, { replace: true })
  }, [id, text, preview.path])

  useCommands([
    {
      id: 'archive.back',
      title: 'Back in the archive',
      group: 'Archives',
      keys: ['Alt+ArrowLeft'],
      enabled: preview.back !== null,
      run: () => preview.back?.(),
    },
    {
      id: 'archive.forward',
      title: 'Forward in the archive',
      group: 'Archives',
      keys: ['Alt+ArrowRight'],
      enabled: preview.forward !== null,
      run: () => preview.forward?.(),
    },
  ])

  const toggle = (path: string) => {
    const next = new Set(chosen)
    if (!next.delete(path)) next.add(path)
    setChosen(next)
  }
  const show = (path: string) => {
    preview.show(path)
    setReading(true)
  }
  const bringIn = (paths: readonly string[]) => {
    client.archives
      .importPages({ id, paths: [...paths] })
      .then(() => {
        setChosen(new Set())
        showToast({
          message: `Adding ${counted(paths.length, 'article')} to your library`,
          action: { label: 'Show progress', run: () => openDialog({ name: 'import', way: 'files' }) },
        })
      })
      .catch(reportError)
  }
  const open = (path: string) => {
    const articleId = marks.get(path)
    if (articleId) openArticle(articleId)
  }

  return (
    <div className="archive-view" data-wide={isWide}>
      {(isWide || !isReading) && (
        <main className="pane page archive-view__titles" aria-label={archive.title} data-pane>
          <div className="archive-view__head">
            <div className="archive-view__line">
              {onShowSidebar && (
                <IconButton label="Show sidebar" icon={<PanelLeft aria-hidden />} keys="B" onPress={onShowSidebar} />
              )}
              <IconButton
                label="All archives"
                icon={<ArrowLeft aria-hidden />}
                onPress={() => navigate({ page: 'archives', archiveId: null, text: '', path: null })}
              />
              <h1 className="grow truncate" dir="auto">
                {archive.title}
              </h1>
            </div>
            <div className="archive-view__field">
              <Search className="icon" aria-hidden />
              <input
                ref={field}
                type="search"
                aria-label={`Search titles in ${archive.title}`}
                placeholder="Search titles"
                autoComplete="off"
                spellCheck={false}
                value={text}
                onChange={(event) => setText(event.target.value)}
                onKeyDown={(event) => {
                  if (event.key === 'Escape' && text !== '') {
                    event.preventDefault()
                    setText('')
                  } else if (event.key === 'ArrowDown') {
                    event.preventDefault()
                    event.currentTarget
                      .closest('main')
                      ?.querySelector<HTMLElement>('[role="option"][tabindex="0"]')
                      ?.focus()
                  } else if (event.key === 'Enter' && found.titles[0]) show(found.titles[0].path)
                }}
              />
              {text !== '' && <IconButton label="Clear" icon={<X aria-hidden />} onPress={() => setText('')} />}
            </div>
          </div>
          <ArchiveTitles
            key={text}
            found={found}
            text={text}
            shown={entry?.path ?? preview.path}
            chosen={chosen}
            marks={marks}
            onShow={show}
            onToggle={toggle}
          />
          {chosen.size > 0 && (
            <ChosenBar count={chosen.size} onClear={() => setChosen(new Set())} onImport={() => bringIn([...chosen])} />
          )}
        </main>
      )}
      {(isWide || isReading) && (
        <ArchivePreview
          archive={archive}
          path={preview.path}
          marks={marks}
          onBack={preview.back}
          onForward={preview.forward}
          onTitles={isWide ? null : () => setReading(false)}
          onShow={show}
          onImport={(path) => bringIn([path])}
          onOpen={open}
        />
      )}
    </div>
  )
}
