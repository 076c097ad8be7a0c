import { useCallback, useEffect, useState } from 'react'
import type { Article } from '@shared/domain/article'
import type { Highlight } from '@shared/domain/annotation'
import type { HighlightColour } from '@shared/domain/colour'
import type { AnnotationId } from '@shared/domain/ids'
import type { Snapshot } from '@shared/domain/snapshot'
import { HIGHLIGHT_COLOURS } from '../../../anchoring/colours'
import { useAnnotationActions } from '../../../client/annotations'
import { isEmptyNote } from '../../../editor/note-normal'
import { createTypingAhead } from '../../../editor/typing-ahead'
import { copyText } from '../../../ui/files/copy-text'
import { showToast } from '../../../ui/undo/toasts'
import { pushUndo, undoWaitsFor } from '../../../ui/undo/undo'
import { perform, reportError } from '../../../ui/undo/perform'
import { useStored } from '../../../ui/use-stored'
import { citedQuote } from '../about/citation'
import { sectionAt } from '../contents/sections'
import { targetOf, type SelectedWords } from '../selecting/use-selection'

/** What of a highlight is being changed. */
export interface Editing {
  readonly id: AnnotationId
  readonly what: 'note' | 'tags'
}

const isColour = (value: unknown): value is HighlightColour => HIGHLIGHT_COLOURS.some((colour) => colour === value)

interface HighlightingOptions {
  readonly article: Article
  readonly snapshot: Snapshot | null
  readonly clearSelection: () => void
  /** Gives the keyboard back to the page. */
  readonly focusPage: () => void
}

/** Which highlight is the current one, and all that can be done with highlights and selected words. */
export function useHighlighting({ article, snapshot, clearSelection, focusPage }: HighlightingOptions) {
  const actions = useAnnotationActions(article.id)
  const [current, setCurrent] = useState<AnnotationId | null>(null)
  const [editing, setEditing] = useState<Editing | null>(null)
  const [typing] = useState(() => createTypingAhead(document))
  useEffect(() => () => void typing.take(), [typing])
  const [lastColour, setLastColour] = useStored<HighlightColour>('colour', 'yellow', isColour)

  const activate = useCallback((id: AnnotationId | null) => {
    setCurrent(id)
    setEditing((now) => (now && now.id !== id ? null : now))
  }, [])

  const edit = useCallback((id: AnnotationId, what: Editing['what']) => {
    setCurrent(id)
    setEditing({ id, what })
  }, [])

  /** Takes what is typed until the editor is there. Says whether it is wanted still. */
  function typeAhead(): () => boolean {
    let isWanted = true
    typing.begin(() => {
      isWanted = false
      focusPage()
    })
    return () => isWanted
  }

  /** Nothing that was typed may be lost, even where there is no note to put it in. */
  function giveBack(error: unknown): void {
    const typed = typing.take()
    reportError(error)
    if (!typed) return
    focusPage()
    if (typed.text === '') return
    const copy = () => void copyText(typed.text).catch(reportError)
    showToast({ kind: 'error', message: `You typed: “${typed.text}”`, action: { label: 'Copy', run: copy } })
  }

  async function create(selected: SelectedWords, colour: HighlightColour, then: Editing['what'] | null) {
    const isWanted = then ? typeAhead() : () => false
    try {
      const target = targetOf(article.snapshotId, selected)
      const made = await actions.highlight(target, colour)
      setLastColour(colour)
      clearSelection()
      pushUndo({ label: 'Highlight', undo: () => actions.remove([made.id]), redo: () => actions.restore([made.id]) })
      if (then && isWanted()) edit(made.id, then)
    } catch (error) {
      giveBack(error)
    }
  }

  async function editArticleNote() {
    const isWanted = typeAhead()
    try {
      const note = await actions.articleNote()
      if (isWanted()) edit(note.id, 'note')
    } catch (error) {
      giveBack(error)
    }
  }

  function recolour(highlight: Highlight, colour: HighlightColour): void {
    if (colour === highlight.colour) return
    setLastColour(colour)
    void perform({
      run: () => actions.recolour(highlight.id, colour),
      label: () => 'Colour changed',
      undo: () => actions.recolour(highlight.id, highlight.colour),
      isQuiet: true,
    })
  }

  function remove(highlight: Highlight): void {
    const label = isEmptyNote(highlight.body) ? 'Highlight deleted' : 'Highlight and note deleted'
    activate(null)
    void perform({
      run: () => actions.remove([highlight.id]),
      label: () => label,
      undo: () => actions.restore([highlight.id]),
    })
  }

  function copyQuote(quote: string, start: number): void {
    const outline = snapshot?.outline ?? []
    const section = outline[sectionAt(outline, start)]?.text ?? null
    copyText(citedQuote(quote, article, section, snapshot?.licence ?? null))
      .then(() => showToast({ message: 'Quote copied, with its source' }))
      .catch(reportError)
  }

  return {
    current,
    editing,
    lastColour,
    activate,
    edit,
    doneEditing: useCallback(() => setEditing(null), []),
    highlight: (selected: SelectedWords, colour: HighlightColour, then: Editing['what'] | null) =>
      void undoWaitsFor(create(selected, colour, then)),
    recolour,
    remove,
    copyQuote,
    setTags: (highlight: Highlight, tags: string[]) =>
      void perform({
        run: () => actions.setTags(highlight.id, tags),
        label: () => 'Tags of a highlight changed',
        undo: () => actions.setTags(highlight.id, highlight.tags),
        isQuiet: true,
      }),
    editArticleNote: () => void editArticleNote(),
    takeTyped: typing.take,
  }
}
