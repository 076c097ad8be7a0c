import type { AnnotationId } from '@shared/domain/ids'
import type { Settings } from '@shared/domain/settings'
import type { ArticleDocument } from '../../../frame/article-document'
import { NoteCard, type NoteCardActions } from '../../annotations/NoteCard'
import { shortDate } from '../../annotations/short-date'
import { Floating } from '../Floating'
import { HighlightChooser } from './HighlightChooser'
import { LinkPopover } from '../links/LinkPopover'
import { firstLineOf } from '../place/page-geometry'
import { ReferencePopover } from '../links/ReferencePopover'
import { Grips } from '../resizing/Grips'
import type { useResizing } from '../resizing/use-resizing'
import { FocusRing, Leader, MarginMarks } from './Rings'
import { Caret } from '../selecting/Caret'
import { ElementButton } from '../selecting/ElementButton'
import { ElementMarks } from '../selecting/ElementMarks'
import type { useCaret } from '../selecting/use-caret'
import type { useElements } from '../selecting/use-elements'
import { SelectionPopover } from '../selecting/SelectionPopover'
import type { AnchoredHighlight } from './use-anchored-highlights'
import type { Editing, useHighlighting } from './use-highlighting'
import type { useLinks } from '../links/use-links'
import type { usePressing } from './use-pressing'
import { useSteady } from '../use-steady'
import type { SelectedPassage } from '../selecting/use-selection'

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
  readonly pressing: ReturnType<typeof usePressing>
  readonly caret: ReturnType<typeof useCaret>
  readonly elements: ReturnType<typeof useElements>
  readonly resizing: ReturnType<typeof useResizing>
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
  readonly onJump: (target: Element) => void
  readonly onCite: (selected: SelectedPassage) => void
  readonly onAsk: (selected: SelectedPassage) => void
  readonly onAlike: (selected: SelectedPassage) => void
}

const stateOf = (editing: Editing | null, id: AnnotationId) =>
  editing?.id === id ? (editing.what === 'tags' ? 'tagging' : 'writing') : 'active'

/** All that is drawn over the text: rings, the leader, margin marks and popovers. It scrolls with the page. */
export function PageOverlay(props: PageOverlayProps) {
  const { article, settings, placed, highlighting, links, selected, pressing, ringed, leaderFrom, notesInPage } = props
  const { caret, elements, resizing } = props
  const { chooser } = pressing
  const choose = useSteady(pressing.choose)
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
      {notesInPage ? <MarginMarks highlights={placed} activeId={highlighting.current} onOpen={choose} /> : null}
      <ElementMarks article={article} highlights={placed} activeId={highlighting.current} />
      {caret.box ? <Caret at={caret.box} /> : null}
      {elements.hovered && !selected ? (
        <ElementButton
          article={article}
          element={elements.hovered}
          onSelect={() => elements.hovered && elements.select(elements.hovered)}
          onStay={elements.stay}
          onLeave={elements.leave}
        />
      ) : null}
      {current && !selected && !current.anchored.highlight.target.picture ? (
        <Grips
          article={article}
          colour={current.anchored.highlight.colour}
          stretch={current.anchored}
          onDrag={resizing.drag}
          onKeep={resizing.keep}
          onRestore={resizing.restore}
        />
      ) : null}
      {current && currentLine && !selected && !chooser && !resizing.draft ? (
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
            when={shortDate(current.anchored.highlight.updatedAt)}
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
          bottom={selected.bottom}
          colourNames={colourNames}
          onColour={(colour) => highlighting.highlight(selected, colour, null)}
          onNote={() => highlighting.highlight(selected, highlighting.lastColour, 'note')}
          onTag={() => highlighting.highlight(selected, highlighting.lastColour, 'tags')}
          onCopy={() => highlighting.copyQuote(selected.quote.exact, selected.position.start)}
          onCite={() => props.onCite(selected)}
          onAsk={() => props.onAsk(selected)}
          onAlike={() => props.onAlike(selected)}
          onAttach={props.onAttach === null ? null : () => props.onAttach?.(selected)}
          onClose={props.onDismissSelection}
        />
      ) : null}
      {chooser ? (
        <HighlightChooser
          at={chooser.at}
          highlights={chooser.highlights}
          colourNames={colourNames}
          currentId={highlighting.current}
          onChoose={pressing.choose}
          onClose={pressing.close}
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
