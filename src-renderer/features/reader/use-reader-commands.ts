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
  /** Copies the words with a citation in the person's style. */
  readonly onCiteWords: () => void
  readonly onCite: () => void
  readonly onRemove: () => void
  readonly onWalk: (step: 1 | -1) => void
  /** To the next of the highlights that lie on the same words. */
  readonly onWalkNested: () => void
  readonly isInCaretMode: boolean
  readonly onCaret: () => void
  /** Selects the next whole figure, table or formula. */
  readonly onElement: () => void
  /** Highlights the selected words in the last used colour. */
  readonly onHighlight: () => void
  /** Moves the end of the selection that was moved last. */
  readonly onExtend: (by: 'word' | 'sentence', to: 'left' | 'right') => void
  /** Moves an edge of the current highlight. */
  readonly onResize: (edge: 'start' | 'end', unit: 'word' | 'character', to: 'left' | 'right') => void
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
  readonly onAlike: () => void
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

  const sides = [
    ['left', 'ArrowLeft'],
    ['right', 'ArrowRight'],
  ] as const
  const canResize = current !== null && current.target.picture === undefined && !hasSelection
  const extending = hasSelection && !actions.isInCaretMode

  useCommands([
    // Before what the same keys do while nothing is selected.
    words(
      'extendLeft',
      'Selection: a word to the left',
      ['Alt+ArrowLeft'],
      () => actions.onExtend('word', 'left'),
      extending,
    ),
    words(
      'extendRight',
      'Selection: a word to the right',
      ['Alt+ArrowRight'],
      () => actions.onExtend('word', 'right'),
      extending,
    ),
    words(
      'extendUp',
      'Selection: a sentence back',
      ['Alt+ArrowUp'],
      () => actions.onExtend('sentence', 'left'),
      extending,
    ),
    words(
      'extendDown',
      'Selection: a sentence on',
      ['Alt+ArrowDown'],
      () => actions.onExtend('sentence', 'right'),
      extending,
    ),
    words('mark', 'Highlight in the last colour', ['H'], actions.onHighlight, hasSelection),
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
    reader('caret', 'Caret mode', ['I', 'F7'], actions.onCaret),
    reader('element', 'Select the next figure, table or formula', ['W'], actions.onElement),
    reader('articleNote', 'Write the article note', ['Shift+N'], actions.onArticleNote),
    reader('ask', 'Ask about this article', ['A'], actions.onAsk),
    reader('cite', 'Copy citation', [], actions.onCite),
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
    words('cite', 'Copy quote with citation', ['Shift+Q'], actions.onCiteWords),
    words('alike', 'More like this passage', [], actions.onAlike),
    words('next', 'Next highlight', ['H'], () => actions.onWalk(1), actions.hasHighlights),
    words('previous', 'Previous highlight', ['Shift+H'], () => actions.onWalk(-1), actions.hasHighlights),
    words('nested', 'Next highlight on the same words', ['O'], actions.onWalkNested, current !== null),
    ...sides.flatMap(([to, key]) => [
      words(
        `end-${to}`,
        `End of the highlight a word to the ${to}`,
        [`Shift+${key}`],
        () => actions.onResize('end', 'word', to),
        canResize,
      ),
      words(
        `start-${to}`,
        `Start of the highlight a word to the ${to}`,
        [`Alt+Shift+${key}`],
        () => actions.onResize('start', 'word', to),
        canResize,
      ),
      words(
        `end-${to}-exact`,
        `End of the highlight a character to the ${to}`,
        [`Mod+Shift+${key}`],
        () => actions.onResize('end', 'character', to),
        canResize,
      ),
      words(
        `start-${to}-exact`,
        `Start of the highlight a character to the ${to}`,
        [`Mod+Alt+Shift+${key}`],
        () => actions.onResize('start', 'character', to),
        canResize,
      ),
    ]),
    words('remove', 'Delete highlight', ['Delete'], actions.onRemove, current !== null && !hasSelection),
  ])
}
