import { FileText, Hash, Highlighter, ListFilter, MessageCircleQuestion, StickyNote } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '../../ui/controls/Button'
import { ProgressRing } from '../../ui/layout/ProgressRing'
import { Swatch } from '../../ui/controls/Swatch'
import type { TrashEntry, TrashKind } from './trash-entry'

interface TrashRowProps {
  entry: TrashEntry
  /** Whether its buttons are the tab stops of the list. */
  isFocused: boolean
  onFocus: () => void
  onRestore: () => void
  onDelete: () => void
}

/** One deleted thing, with how long it stays. */
export function TrashRow({ entry, isFocused, onFocus, onRestore, onDelete }: TrashRowProps) {
  const { kind, title, name, note, colour, language, direction = 'auto', details } = entry
  return (
    <div
      className="trash-row"
      data-kind={kind}
      role="group"
      aria-label={`${title.slice(0, 120)}, ${details.join(', ')}`}
      onFocus={onFocus}
    >
      {colour ? <Swatch colour={colour} /> : ICONS[kind]}
      <div className="grow">
        <h3 lang={language} dir={direction}>
          {title}
        </h3>
        {note && (
          <p className="trash-row__note" dir="auto">
            {note}
          </p>
        )}
        <p className="trash-row__details">{details.join(' · ')}</p>
      </div>
      <Button onPress={onRestore} aria-label={`Restore ${name}`} excludeFromTabOrder={!isFocused}>
        Restore
      </Button>
      <Button look="ghost" onPress={onDelete} aria-label={`Delete now… ${name}`} excludeFromTabOrder={!isFocused}>
        Delete now…
      </Button>
    </div>
  )
}

const ICONS: Readonly<Record<TrashKind, ReactNode>> = {
  article: <FileText className="icon" aria-hidden />,
  highlight: <Highlighter className="icon" aria-hidden />,
  note: <StickyNote className="icon" aria-hidden />,
  topic: <ProgressRing share={0} />,
  tag: <Hash className="icon" aria-hidden />,
  search: <ListFilter className="icon" aria-hidden />,
  conversation: <MessageCircleQuestion className="icon" aria-hidden />,
  question: <MessageCircleQuestion className="icon" aria-hidden />,
}
