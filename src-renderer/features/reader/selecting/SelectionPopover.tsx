import { Ellipsis, Link2, MessageCircleQuestion, NotebookPen, Quote, Tag, Waypoints } from 'lucide-react'
import { Button } from 'react-aria-components'
import type { HighlightColour } from '@shared/domain/colour'
import { HIGHLIGHT_COLOURS } from '../../../anchoring/colours'
import { Menu } from '../../../ui/controls/Menu'
import { useMedia } from '../../../ui/layout/use-media'
import { Floating } from '../Floating'
import type { PageBox } from '../place/page-geometry'
import './SelectionPopover.css'

/** Room for the handles that the system puts below a selection made with a finger, in pixels. */
const HANDLES = 28

interface SelectionPopoverProps {
  readonly at: PageBox
  /** Where the selection ends, in the page's pixels. */
  readonly bottom: number
  readonly colourNames: Readonly<Record<HighlightColour, string>>
  readonly onColour: (colour: HighlightColour) => void
  readonly onNote: () => void
  readonly onTag: () => void
  readonly onCopy: () => void
  /** Copies them with a citation. */
  readonly onCite: () => void
  readonly onAsk: () => void
  /** Shows which articles speak of the same thing. */
  readonly onAlike: () => void
  /** Puts the highlight here that waits for words; null while none does. */
  readonly onAttach: (() => void) | null
  readonly onClose: () => void
}

/** What can be done with the selected words: five colours, a note, a tag, a quote to copy, a question, and what is like them. */
export function SelectionPopover(props: SelectionPopoverProps) {
  // The system's own choices stand above words that a finger selects.
  const isTouch = useMedia('(pointer: coarse)')
  const { at, bottom, colourNames, onColour, onNote, onTag, onCopy, onCite, onAsk, onAlike, onAttach, onClose } = props
  return (
    <Floating
      at={isTouch ? { ...at, bottom: bottom + HANDLES } : at}
      prefer={isTouch ? 'below' : 'above'}
      role="toolbar"
      label="Selection"
      className="selection-popover"
      keepsFocus
      onClose={onClose}
    >
      {onAttach ? (
        <button type="button" className="selection-popover__action" aria-keyshortcuts="Enter" onClick={onAttach}>
          <Link2 className="icon" aria-hidden />
          Attach here
        </button>
      ) : null}
      {HIGHLIGHT_COLOURS.map((colour, index) => (
        <button
          key={colour}
          type="button"
          className="selection-popover__colour"
          data-colour={colour}
          aria-label={`${colourNames[colour]}, ${colour}`}
          aria-keyshortcuts={String(index + 1)}
          title={`${colourNames[colour]} (${index + 1})`}
          onClick={() => onColour(colour)}
        >
          <span className="selection-popover__dot" data-key={index + 1} aria-hidden />
        </button>
      ))}
      <span className="selection-popover__separator" />
      <button type="button" className="selection-popover__action" aria-keyshortcuts="N" onClick={onNote}>
        <NotebookPen className="icon" aria-hidden />
        Note
      </button>
      <button type="button" className="selection-popover__action" aria-keyshortcuts="T" onClick={onTag}>
        <Tag className="icon" aria-hidden />
        Tag
      </button>
      <button type="button" className="selection-popover__action" aria-keyshortcuts="Q" onClick={onCopy}>
        <Quote className="icon" aria-hidden />
        Copy quote
      </button>
      <button type="button" className="selection-popover__action" aria-keyshortcuts="A" onClick={onAsk}>
        <MessageCircleQuestion className="icon" aria-hidden />
        Ask
      </button>
      <Menu
        label="More for the selected words"
        actions={[
          {
            id: 'cite',
            label: 'Copy quote with citation',
            keys: 'Shift+Q',
            icon: <Quote className="icon icon--sm" aria-hidden />,
            run: onCite,
          },
          {
            id: 'alike',
            label: 'More like this passage',
            icon: <Waypoints className="icon icon--sm" aria-hidden />,
            run: onAlike,
          },
        ]}
      >
        <Button className="selection-popover__action" aria-label="More">
          <Ellipsis className="icon" aria-hidden />
        </Button>
      </Menu>
    </Floating>
  )
}
