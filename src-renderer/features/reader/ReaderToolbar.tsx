import { Archive, ArchiveRestore, Ellipsis, PanelRightOpen, Search, Star, TableOfContents } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import type { Article } from '@shared/domain/article'
import type { OutlineEntry } from '@shared/domain/snapshot'
import type { Settings, SettingsChange } from '@shared/domain/settings'
import { IconButton } from '../../ui/controls/IconButton'
import { Menu, type MenuAction } from '../../ui/controls/Menu'
import { Popover } from '../../ui/controls/Popover'
import { ContentsList } from './contents/ContentsList'
import { useShown, type PlaceStore } from './place/place-shown'
import { TypographyPanel } from './typography/TypographyPanel'

/** Which panel of the toolbar is open. */
export type ToolbarPanel = 'contents' | 'typography' | null

interface ReaderToolbarProps {
  readonly article: Article
  readonly outline: readonly OutlineEntry[]
  readonly place: PlaceStore
  readonly settings: Settings
  readonly panel: ToolbarPanel
  readonly isFinding: boolean
  readonly railOpen: boolean
  readonly more: readonly MenuAction[]
  readonly leading: ReactNode
  readonly onPanel: (panel: ToolbarPanel) => void
  readonly onSettings: (change: SettingsChange) => void
  readonly onSection: (entry: OutlineEntry) => void
  readonly onFind: () => void
  readonly onFavourite: () => void
  readonly onArchive: () => void
  readonly onRail: () => void
}

/** The reader's own bar. */
export function ReaderToolbar(props: ReaderToolbarProps) {
  const { article, outline, place, settings, panel, isFinding, railOpen, more, leading, onPanel } = props
  const section = useShown(place, (shown) => shown.section)
  const isPastTitle = useShown(place, (shown) => shown.isPastTitle)
  const contents = useRef<HTMLButtonElement>(null)
  const typography = useRef<HTMLButtonElement>(null)
  const isArchived = article.status === 'archive'
  return (
    <div className="bar reading__bar">
      {leading}
      <span className="reading__crumb truncate">{isPastTitle ? article.title : null}</span>
      <IconButton
        ref={contents}
        label="Contents"
        keys="C"
        icon={<TableOfContents aria-hidden />}
        onPress={() => onPanel('contents')}
      />
      <Popover
        label="Contents"
        placement="bottom end"
        triggerRef={contents}
        isOpen={panel === 'contents'}
        onOpenChange={(open) => onPanel(open ? 'contents' : null)}
      >
        <ContentsList
          outline={outline}
          current={section}
          onChoose={(entry) => {
            onPanel(null)
            props.onSection(entry)
          }}
        />
      </Popover>
      <IconButton
        label="Find in article"
        keys="/"
        icon={<Search aria-hidden />}
        isSelected={isFinding}
        onPress={props.onFind}
      />
      <IconButton
        ref={typography}
        label="Typography"
        keys="Y"
        icon={<span className="reading__aa">Aa</span>}
        onPress={() => onPanel('typography')}
      />
      <Popover
        label="Typography"
        placement="bottom end"
        triggerRef={typography}
        isOpen={panel === 'typography'}
        onOpenChange={(open) => onPanel(open ? 'typography' : null)}
      >
        <TypographyPanel settings={settings} onChange={props.onSettings} />
      </Popover>
      <span className="bar__gap" />
      <IconButton
        label="Favourite"
        keys="S"
        icon={<Star aria-hidden className={article.favourite ? 'reading__star' : ''} />}
        isSelected={article.favourite}
        onPress={props.onFavourite}
      />
      <IconButton
        label={isArchived ? 'Move back to Reading' : 'Archive'}
        keys="E"
        icon={isArchived ? <ArchiveRestore aria-hidden /> : <Archive aria-hidden />}
        onPress={props.onArchive}
      />
      <Menu label="Article" actions={more}>
        <IconButton label="More" icon={<Ellipsis aria-hidden />} />
      </Menu>
      {railOpen ? null : (
        <>
          <span className="bar__gap" />
          <IconButton label="Show notes" keys="R" icon={<PanelRightOpen aria-hidden />} onPress={props.onRail} />
        </>
      )}
    </div>
  )
}
