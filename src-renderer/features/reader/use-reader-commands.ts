import type { Highlight } from '@shared/domain/annotation'
import type { HighlightColour } from '@shared/domain/colour'
import { HIGHLIGHT_COLOURS } from '../../anchoring/colours'
import type { Command } from '../../ui/commands/command'
import { useCommands } from '../../ui/commands/use-commands'

/** What the reader's keys do. */
export interface ReaderActions {
  readonly colourNames: Readonly<Record<HighlightColour, string>>
  /** Words are selected, or a highlight is the current one. */
  readonly hasSelection: boolean
  readonly current: Highlight | null
  readonly hasHighlights: boolean
  readonly canGoBack: boolean
  readonly isFinding: boolean
  readonly onColour: (colour: HighlightColour) => void
  readonly onNote: () => void
  readonly onTag: () => void
  readonly onCopy: () => void
  readonly onRemove: () => void
  readonly onWalk: (step: 1 | -1) => void
  readonly onArticleNote: () => void
  readonly onContents: () => void
  readonly onTypography: () => void
  readonly onFind: () => void
  readonly onFindStep: (step: 1 | -1) => void
  readonly onSection: (step: 1 | -1) => void
  readonly onSize: (step: 1 | -1 | 0) => void
  readonly onBack: () => void
  readonly onNextTab: () => void
  readonly onAsk: () => void
  readonly onFocusMode: () => void
  readonly onSelect: (unit: 'sentence' | 'paragraph') => void
  readonly onFavourite: () => void
  readonly onArchive: () => void
  readonly onArrangement: () => void
  readonly onRail: () => void
}

/** Registers the commands of the reader, of a selection and of a highlight. */
export function useReaderCommands(actions: ReaderActions): void {
  const { hasSelection, current, colourNames } = actions
  const hasWords = hasSelection || current !== null
  const reader = (id: string, title: string, keys: string[], run: () => void, enabled = true): Command => ({
    id: `reader.${id}`,
    title,
    group: 'Reader',
    keys,
    run,
    enabled,
  })
  const words = (id: string, title: string, keys: string[], run: () => void, enabled = hasWords): Command => ({
    id: `highlight.${id}`,
    title,
    group: 'Highlight',
    keys,
    run,
    enabled,
  })

  useCommands([
    reader('contents', 'Contents', ['C'], actions.onContents),
    reader('find', 'Find in article', ['/', 'Mod+F'], actions.onFind),
    reader('findNext', 'Next match', ['F3'], () => actions.onFindStep(1), actions.isFinding),
    reader('findPrevious', 'Previous match', ['Shift+F3'], () => actions.onFindStep(-1), actions.isFinding),
    reader('focus', 'Focus mode', ['F'], actions.onFocusMode),
    reader('typography', 'Typography', ['Y'], actions.onTypography),
    reader('larger', 'Larger text', ['Mod+=', 'Mod++'], () => actions.onSize(1)),
    reader('smaller', 'Smaller text', ['Mod+-'], () => actions.onSize(-1)),
    reader('usualSize', 'Usual text size', ['Mod+0'], () => actions.onSize(0)),
    reader('back', 'Back to where you jumped from', ['Alt+ArrowLeft'], actions.onBack, actions.canGoBack),
    reader('nextSection', 'Next section', ['Alt+ArrowDown'], () => actions.onSection(1)),
    reader('previousSection', 'Previous section', ['Alt+ArrowUp'], () => actions.onSection(-1)),
    reader('sentence', 'Select the next sentence', ['V'], () => actions.onSelect('sentence')),
    reader('paragraph', 'Select the next paragraph', ['Shift+V'], () => actions.onSelect('paragraph')),
    reader('articleNote', 'Write the article note', ['Shift+N'], actions.onArticleNote),
    reader('ask', 'Ask about this article', ['A'], actions.onAsk),
    reader('nextTab', 'Next tab beside the page', ['Shift+R'], actions.onNextTab),
    reader('arrangement', 'Notes beside their passages or as a list', [], actions.onArrangement),
    { id: 'pane.rail', title: 'Show or hide notes', group: 'Show and hide', keys: ['R'], run: actions.onRail },
    reader('favourite', 'Add to or remove from Favourites', ['S'], actions.onFavourite),
    reader('archive', 'Archive or move back to Reading', ['E'], actions.onArchive),
    ...HIGHLIGHT_COLOURS.map((colour, index) =>
      words(colour, `${colourNames[colour]} (${colour})`, [String(index + 1)], () => actions.onColour(colour)),
    ),
    words('note', 'Write a note', ['N'], actions.onNote),
    words('tag', 'Tag', ['T'], actions.onTag),
    words('copy', 'Copy quote with its source', ['Q'], actions.onCopy),
    words('next', 'Next highlight', ['H'], () => actions.onWalk(1), actions.hasHighlights),
    words('previous', 'Previous highlight', ['Shift+H'], () => actions.onWalk(-1), actions.hasHighlights),
    words('remove', 'Delete highlight', ['Delete'], actions.onRemove, current !== null && !hasSelection),
  ])
}
