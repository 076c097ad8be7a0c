import { useCallback, useMemo, useRef, useState } from 'react'
import type { Article } from '@shared/domain/article'
import type { Highlight } from '@shared/domain/annotation'
import type { AnnotationId } from '@shared/domain/ids'
import type { Snapshot } from '@shared/domain/snapshot'
import { useAnnotations } from '../../client/annotations'
import { useClient } from '../../client/client'
import { useSettings, useUpdateSettings } from '../../client/settings'
import { useTags } from '../../client/tags'
import { isEmptyNote } from '../../editor/note-normal'
import type { ArticleDocument } from '../../frame/article-document'
import { showAlike } from '../../ui/places/route'
import { showToast } from '../../ui/undo/toasts'
import { useArticleActions } from '../../ui/actions/use-article-actions'
import { useCiting } from '../../ui/actions/use-citing'
import type { NoteCardActions } from '../annotations/NoteCard'
import { DEFAULT_TYPOGRAPHY } from './typography/default-typography'
import type { ReadingProps } from './Reading'
import { useResizing } from './resizing/use-resizing'
import { useKeySelection } from './selecting/use-key-selection'
import { useAttaching } from './highlights/use-attaching'
import { useAnchoredHighlights, withDraft } from './highlights/use-anchored-highlights'
import { useCitedPassages } from './place/use-cited-passages'
import { useFind } from './finding/use-find'
import { useFlash } from './highlights/use-flash'
import { useGoing } from './highlights/use-going'
import { useHighlighting } from './highlights/use-highlighting'
import { useJumps } from './place/use-jumps'
import { useLinks } from './links/use-links'
import { useLook } from './typography/use-look'
import { useOpening } from './place/use-opening'
import { usePageKeys } from './use-page-keys'
import { usePanes } from './use-panes'
import { usePainting } from './highlights/use-painting'
import { usePlacedHighlights } from './highlights/use-placed-highlights'
import { useReaderCommands } from './use-reader-commands'
import { useReadingPlace } from './place/use-reading-place'
import { useAskedWords } from './finding/use-asked-words'
import { readSelection, type SelectedWords, useSelection } from './selecting/use-selection'

export interface ReadingSessionOptions extends ReadingProps {
  readonly article: Article
  readonly snapshot: Snapshot | null
}

const NOTHING: never[] = []

/** Everything that happens while an article is open; the view only shows it. */
export function useReadingSession(props: ReadingSessionOptions) {
  const { article, snapshot, passage, annotationId, railOpen, onRailOpenChange } = props
  const client = useClient()
  const settings = useSettings()
  const updateSettings = useUpdateSettings()
  const articleActions = useArticleActions()
  const citing = useCiting()
  const annotations = useAnnotations(article.id).data ?? NOTHING
  const knownTags = useTags().map(({ tag }) => tag)
  const panes = usePanes(railOpen, onRailOpenChange)
  const { isNarrow, isFocusMode, setFocusMode, isRailShown, openRail } = panes
  const scroller = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState<ArticleDocument | null>(null)
  const [isMissing, setMissing] = useState(false)
  const [said, setSaid] = useState('')

  const outline = snapshot?.outline ?? NOTHING
  const margins = isNarrow ? { start: 56, end: 64 } : { start: 36, end: 40 }
  const look = useLook(settings, article.language, margins)
  const { anchored: stored, orphans, articleNote } = useAnchoredHighlights(open, annotations, article.snapshotId)

  const place = useReadingPlace({
    scroller,
    article: open,
    outline,
    onProgress: (progress) =>
      void client.articles
        .saveProgress({ id: article.id, snapshotId: article.snapshotId, progress })
        .catch(() => showToast({ message: 'Where you are in the article could not be saved.' })),
  })
  const jumps = useJumps(scroller)
  const { range: flashed, flash } = useFlash()
  const selection = useSelection(open)
  const highlighting = useHighlighting({
    article,
    snapshot,
    clearSelection: selection.clear,
    focusPage: () => open?.window.focus(),
  })
  const { activate } = highlighting
  const resizing = useResizing({
    articleId: article.id,
    article: open,
    current:
      stored.find((each) => each.highlight.id === highlighting.current && !each.highlight.target.picture) ?? null,
    reveal: place.reveal,
    say: setSaid,
  })
  const anchored = useMemo(() => withDraft(open, stored, resizing.draft), [open, stored, resizing.draft])
  const byId = useCallback((id: AnnotationId | null) => anchored.find((each) => each.highlight.id === id), [anchored])
  const attaching = useAttaching({
    article,
    selected: () => selection.selected ?? (open && readSelection(open)),
    clearSelection: selection.clear,
    focusPage: () => open?.window.focus(),
  })
  const find = useFind(open, place.goTo)

  const { resumedAt, dismiss: dismissResumed } = useOpening({
    article,
    open,
    outline,
    passage,
    annotationId,
    highlights: stored,
    goTo: place.goTo,
    flash,
    onActivate: activate,
  })

  const jumpTo = (target: Element) => {
    if (!open) return
    jumps.remember()
    place.goTo(open.index.offsetOf(target, 0))
    const range = open.document.createRange()
    range.selectNodeContents(target)
    flash(range)
  }
  const links = useLinks({ article: open, references: snapshot?.references ?? [], onJump: jumpTo })

  const cited = useCitedPassages({
    article,
    open,
    remember: jumps.remember,
    goTo: place.goTo,
    flash,
    onHighlight: (words) => highlighting.highlight(words, highlighting.lastColour, null),
  })

  const going = useGoing({
    article: open,
    highlights: anchored,
    current: highlighting.current,
    activate,
    colourNames: settings.colourNames,
    top: place.offset,
    goTo: place.goTo,
    onChoose: ({ body }) => {
      if (!isNarrow && !railOpen && !isEmptyNote(body)) onRailOpenChange(true)
    },
    say: setSaid,
  })
  const { pressing, pointing } = going
  const keySelection = useKeySelection({
    article: open,
    top: place.offset,
    found: () => find.at,
    from: () => byId(highlighting.current)?.start ?? null,
    reveal: place.reveal,
    onSelect: selection.read,
    say: setSaid,
  })
  const { caret } = keySelection

  usePainting(open, scroller, {
    highlights: anchored,
    strong: [pointing.hovered, highlighting.current],
    matches: find.isOpen ? find.ranges : NOTHING,
    currentMatch: find.isOpen ? find.currentRange : null,
    flash: flashed,
  })

  const { placed, textEnd, layOutAgain } = usePlacedHighlights({
    open,
    anchored,
    current: highlighting.current,
    scroller,
    marginEnd: margins.end,
    railOpen,
  })

  /** Runs on the selected words if there are any, otherwise on the current highlight. */
  const onWords = <T>(
    withSelection: (selected: NonNullable<typeof selection.selected>) => T,
    withCurrent: (each: Highlight) => T,
  ) => {
    const selected = selection.selected ?? (open && readSelection(open))
    const current = byId(highlighting.current)
    if (selected) withSelection(selected)
    else if (current) withCurrent(current.highlight)
  }
  const editCurrent = (what: 'note' | 'tags') => {
    panes.showNotesBeside()
    onWords(
      (selected) => highlighting.highlight(selected, highlighting.lastColour, what),
      (highlight) => highlighting.edit(highlight.id, what),
    )
  }
  const editArticleNote = () => {
    openRail('notes')
    jumps.remember()
    scroller.current?.scrollTo({ top: 0 })
    highlighting.editArticleNote()
  }
  const favourite = () => articleActions.setFavourite([article], !article.favourite)
  const archive = () => articleActions.setStatus([article], article.status === 'archive' ? 'reading' : 'archive')
  const setSize = (step: 1 | -1 | 0) => {
    const size = step === 0 ? DEFAULT_TYPOGRAPHY.size : Math.min(30, Math.max(14, settings.typography.size + step))
    updateSettings({ typography: { size } })
  }
  const askedWords = useAskedWords(article, props.asked, () => openRail('ask'))
  const showAlikePassage = ({ position }: SelectedWords) =>
    showAlike({ kind: 'passage', articleId: article.id, ...position })

  useReaderCommands({
    colourNames: settings.colourNames,
    hasSelection: selection.selected !== null,
    current: byId(highlighting.current)?.highlight ?? null,
    hasHighlights: anchored.length > 0,
    canGoBack: jumps.canGoBack,
    isFinding: find.isOpen,
    onColour: (colour) =>
      onWords(
        (selected) => highlighting.highlight(selected, colour, null),
        (highlight) => highlighting.recolour(highlight, colour),
      ),
    onNote: () => editCurrent('note'),
    onTag: () => editCurrent('tags'),
    onCopy: () =>
      onWords(
        (selected) => highlighting.copyQuote(selected.quote.exact, selected.position.start),
        ({ target }) => highlighting.copyQuote(target.quote.exact, target.position.start),
      ),
    onCiteWords: () =>
      onWords(
        (selected) => citing.quote(article.id, selected.quote.exact),
        ({ target }) => citing.quote(article.id, target.quote.exact),
      ),
    onCite: () => citing.citation(article.id),
    onRemove: () => {
      const current = byId(highlighting.current)
      if (current) highlighting.remove(current.highlight)
      going.removeRing()
    },
    onWalk: going.walk,
    onWalkNested: going.walkNested,
    isInCaretMode: caret.isOn,
    onCaret: caret.toggle,
    onElement: keySelection.elements.selectNext,
    onHighlight: () =>
      onWords(
        (selected) => highlighting.highlight(selected, highlighting.lastColour, null),
        () => undefined,
      ),
    onExtend: keySelection.extend,
    onResize: resizing.step,
    onArticleNote: editArticleNote,
    onContents: () => panes.setPanel('contents'),
    onTypography: () => panes.setPanel('typography'),
    onFind: find.open,
    onFindStep: find.step,
    onSection: (step) => {
      const next = outline[Math.max(0, place.told.shown().section + step)]
      if (next) place.goTo(next.start, 24)
    },
    onSize: setSize,
    onBack: jumps.back,
    onNextTab: () => openRail(panes.tab === 'notes' ? 'ask' : panes.tab === 'ask' ? 'about' : 'notes'),
    onAsk: () => askedWords.ask(selection.selected ?? (open && readSelection(open))),
    onAlike: () => onWords(showAlikePassage, ({ id }) => showAlike({ kind: 'annotation', annotationId: id })),
    onFocusMode: () => setFocusMode(!isFocusMode),
    onSelect: keySelection.selectUnit,
    onFavourite: favourite,
    onArchive: archive,
    onArrangement: panes.toggleArrangement,
    onRail: () => panes.showRail(!isRailShown),
  })

  const escape = useCallback((): boolean => {
    if (links.card) links.close()
    else if (pressing.chooser) pressing.close()
    else if (resizing.restore()) return true
    else if (attaching.waiting) attaching.cancel()
    else if (selection.offered) selection.dismiss()
    else if (caret.isOn) caret.leave()
    else if (highlighting.current) {
      activate(null)
      going.removeRing()
    } else if (find.isOpen) find.close()
    else if (isFocusMode) setFocusMode(false)
    else return false
    return true
  }, [
    links,
    pressing,
    resizing,
    attaching,
    selection,
    caret,
    highlighting,
    activate,
    going,
    find,
    isFocusMode,
    setFocusMode,
  ])
  const enter = useCallback((): boolean => {
    if (attaching.waiting && selection.selected) return attaching.attachTo(selection.selected)
    if (resizing.keep()) return true
    if (highlighting.current === null) return false
    highlighting.edit(highlighting.current, 'note')
    return true
  }, [highlighting, attaching, selection, resizing])
  const onKeyDown = usePageKeys({ article: open, scroller, onKey: caret.onKey, onEnter: enter, onEscape: escape })

  const cardActions: NoteCardActions = {
    onOpen: (highlight) => {
      activate(highlight.id)
      const anchor = byId(highlight.id)
      if (anchor) place.reveal(anchor.start)
    },
    onHover: (highlight) => pointing.setHovered(highlight?.id ?? null),
    onEdit: (highlight) => highlighting.edit(highlight.id, 'note'),
    onEditTags: (highlight) => highlighting.edit(highlight.id, 'tags'),
    onDone: () => {
      highlighting.doneEditing()
      open?.window.focus()
    },
    onColour: highlighting.recolour,
    onTags: highlighting.setTags,
    onCopy: ({ target }) => highlighting.copyQuote(target.quote.exact, target.position.start),
    onCite: ({ target }) => citing.quote(article.id, target.quote.exact),
    onRemove: highlighting.remove,
    onAttach: attaching.onAttach,
    onLink: (url) => void links.openOutside(url),
    takeTyped: highlighting.takeTyped,
  }

  return {
    settings,
    annotations,
    anchored,
    orphans,
    articleNote,
    knownTags,
    panes,
    scroller,
    open,
    isMissing,
    look,
    outline,
    place,
    placed,
    textEnd,
    selection,
    askedWords,
    showAlike: showAlikePassage,
    citing,
    highlighting,
    attaching,
    hovered: pointing.hovered,
    find,
    links,
    pressing,
    caret,
    elements: keySelection.elements,
    resizing,
    ringed: going.ringed,
    said,
    resumedAt,
    dismissResumed,
    cardActions,
    onKeyDown,
    jumpTo,
    cited,
    goToSection: (start: number) => {
      jumps.remember()
      place.goTo(start, 24)
    },
    editArticleNote,
    favourite,
    archive,
    trash: () => articleActions.trash([article]),
    changeSettings: updateSettings,
    onOpen: (document: ArticleDocument | null) => {
      setOpen(document)
      setMissing(document === null)
    },
    onResize: () => {
      // What is laid out later comes after what is there, which stays where it is.
      if (open?.layout.isWhole()) place.keepPlace()
      layOutAgain()
    },
  }
}
