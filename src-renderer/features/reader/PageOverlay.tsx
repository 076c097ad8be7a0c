import type { Highlight } from '@shared/domain/annotation'
import type { AnnotationId } from '@shared/domain/ids'
import type { Settings } from '@shared/domain/settings'
import type { ArticleDocument } from '../../frame/article-document'
import { NoteCard, type NoteCardActions } from '../annotations/NoteCard'
import { Floating } from './Floating'
import { HighlightChooser } from './HighlightChooser'
import { LinkPopover } from './LinkPopover'
import { firstLineOf, type PageBox } from './page-geometry'
import { ReferencePopover } from './ReferencePopover'
import { FocusRing, Leader, MarginMarks } from './Rings'
import { SelectionPopover } from './SelectionPopover'
import type { AnchoredHighlight } from './use-anchored-highlights'
import type { Editing, useHighlighting } from './use-highlighting'
import type { useLinks } from './use-links'
import type { SelectedPassage } from './use-selection'

/** A highlight and the height of its first line in the page. */
export interface Placed {
  readonly anchored: AnchoredHighlight
  readonly middle: number | null
}

interface PageOverlayProps {
  readonly article: ArticleDocument
  readonly settings: Settings
  readonly placed: readonly Placed[]
  readonly highlighting: ReturnType<typeof useHighlighting>
  readonly links: ReturnType<typeof useLinks>
  readonly selected: SelectedPassage | null
  readonly chooser: { readonly at: PageBox; readonly highlights: readonly Highlight[] } | null
  /** The highlight that the keyboard walked to. */
  readonly ringed: AnnotationId | null
  /** Where the leader to the active note begins, in the page's pixels; null when notes are not beside the page. */
  readonly leaderFrom: number | null
  /** Whether notes open over the page, as there is no room beside it. */
  readonly notesInPage: boolean
  readonly knownTags: readonly string[]
  readonly cardActions: NoteCardActions
  readonly onDismissSelection: () => void
  /** Puts the waiting highlight on the selected words; null while none waits. */
  readonly onAttach: ((selected: SelectedPassage) => void) | null
  readonly onChoose: (highlight: Highlight) => void
  readonly onCloseChooser: () => void
  readonly onJump: (target: Element) => void
}

const stateOf = (editing: Editing | null, id: AnnotationId) =>
  editing?.id === id ? (editing.what === 'tags' ? 'tagging' : 'writing') : 'active'

/** All that is drawn over the text: rings, the leader, margin marks and popovers. It scrolls with the page. */
export function PageOverlay(props: PageOverlayProps) {
  const { article, settings, placed, highlighting, links, selected, chooser, ringed, leaderFrom, notesInPage } = props
  const { colourNames } = settings
  const current = placed.find(({ anchored }) => anchored.highlight.id === highlighting.current)
  const ring = placed.find(({ anchored }) => anchored.highlight.id === ringed)
  const { card } = links
  const currentLine = notesInPage && current ? firstLineOf(article, current.anchored.range) : null

  return (
    <div className="reading__overlay">
      {ring ? <FocusRing article={article} range={ring.anchored.range} /> : null}
      {current && current.middle !== null && leaderFrom !== null ? (
        <Leader colour={current.anchored.highlight.colour} middle={current.middle} from={leaderFrom} />
      ) : null}
      {notesInPage ? <MarginMarks highlights={placed} activeId={highlighting.current} onOpen={props.onChoose} /> : null}
      {current && currentLine && !selected ? (
        <Floating
          at={currentLine}
          prefer="below"
          role="dialog"
          label="Note"
          className="reading__note-card"
          onClose={() => highlighting.activate(null)}
        >
          <NoteCard
            highlight={current.anchored.highlight}
            state={stateOf(highlighting.editing, current.anchored.highlight.id)}
            isHovered={false}
            isOrphan={false}
            showsQuote={false}
            colourNames={colourNames}
            knownTags={props.knownTags}
            actions={props.cardActions}
          />
        </Floating>
      ) : null}
      {selected ? (
        <SelectionPopover
          at={selected.line}
          colourNames={colourNames}
          onColour={(colour) => highlighting.highlight(selected, colour, null)}
          onNote={() => highlighting.highlight(selected, highlighting.lastColour, 'note')}
          onTag={() => highlighting.highlight(selected, highlighting.lastColour, 'tags')}
          onCopy={() => highlighting.copyQuote(selected.quote.exact, selected.position.start)}
          onAttach={props.onAttach === null ? null : () => props.onAttach?.(selected)}
          onClose={props.onDismissSelection}
        />
      ) : null}
      {chooser ? (
        <HighlightChooser
          at={chooser.at}
          highlights={chooser.highlights}
          colourNames={colourNames}
          onChoose={props.onChoose}
          onClose={props.onCloseChooser}
        />
      ) : null}
      {card?.kind === 'link' ? (
        <LinkPopover
          at={card.at}
          url={card.url}
          isMissing={card.isMissing}
          onOpenOutside={() => {
            void links.openOutside(card.url)
            links.close()
          }}
          onAdd={card.url.startsWith('mailto:') ? null : () => links.add(card.url)}
          onClose={links.close}
        />
      ) : null}
      {card?.kind === 'reference' ? (
        <ReferencePopover
          at={card.at}
          label={card.label}
          text={card.text}
          reference={card.reference}
          onLink={(url) => void links.openOutside(url)}
          takesFocus={card.takesFocus}
          onGo={() => {
            props.onJump(card.target)
            links.close()
          }}
          onClose={links.close}
        />
      ) : null}
    </div>
  )
}
