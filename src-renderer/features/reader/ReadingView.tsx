import { useMemo } from 'react'
import { Tabs } from 'react-aria-components'
import type { Article } from '@shared/domain/article'
import type { Snapshot } from '@shared/domain/snapshot'
import { ArticleFrame } from '../../frame/ArticleFrame'
import { Button } from '../../ui/controls/Button'
import { HOME, navigate } from '../../ui/places/route'
import { showToast } from '../../ui/undo/toasts'
import { copyText } from '../../ui/files/copy-text'
import { reportError } from '../../ui/undo/perform'
import { useUpdateFromWeb } from '../../ui/actions/use-update-from-web'
import { ArticleHeader } from './ArticleHeader'
import { articleMenu } from './article-menu'
import { AttachNotice } from './highlights/AttachNotice'
import { DrawnOnce } from './DrawnOnce'
import { FindBar } from './finding/FindBar'
import { PageOverlay } from './highlights/PageOverlay'
import { RailBar, RailPanels } from './Rail'
import { ReaderFoot } from './contents/ReaderFoot'
import { ReaderProblem, ReaderSkeleton } from './ReaderStates'
import { ReaderSpine } from './contents/ReaderSpine'
import { ReaderToolbar } from './ReaderToolbar'
import type { ReadingProps } from './Reading'
import { ResumedNotice } from './place/ResumedNotice'
import { useReadingSession } from './use-reading-session'
import { useSteadyActions } from './use-steady'

interface ReadingViewProps extends ReadingProps {
  readonly article: Article
  readonly snapshot: Snapshot | null
  /** Shows the whole page in place of the article. */
  readonly onShowOriginal: () => void
}

/** The open article: frame, header, toolbar, spine, rail and everything over the text. */
export function ReadingView(props: ReadingViewProps) {
  const { article, snapshot } = props
  const session = useReadingSession(props)
  const updateFromWeb = useUpdateFromWeb()
  const { find, highlighting, links, open, outline, panes, place, settings } = session
  const openLink = (url: string) => void links.openOutside(url)
  // The same list until one changes: thousands of notes are not laid out anew for a hover or a selection.
  const notes = useMemo(
    () => session.placed.map(({ anchored, middle }) => ({ highlight: anchored.highlight, middle })),
    [session.placed],
  )
  const cardActions = useSteadyActions(session.cardActions)
  // The same list until there are other tags: they are put together anew with the page.
  const tagLines = session.knownTags.join('\n')
  const knownTags = useMemo(() => (tagLines === '' ? [] : tagLines.split('\n')), [tagLines])

  const copy = (text: string, message: string) =>
    void copyText(text)
      .then(() => showToast({ message }))
      .catch(reportError)

  const rail = panes.isRailShown ? (
    <RailPanels
      article={article}
      snapshot={snapshot}
      notes={{
        highlights: notes,
        orphans: session.orphans,
        orphanActions: session.attaching,
        waitingFor: session.attaching.waiting?.id ?? null,
        articleNote: session.articleNote,
        arrangement: panes.arrangement,
        activeId: highlighting.current,
        hoveredId: session.hovered,
        editing: highlighting.editing,
        colourNames: settings.colourNames,
        knownTags,
        actions: cardActions,
        onEditArticleNote: session.editArticleNote,
      }}
      ask={props.ask({
        article,
        onCitation: session.cited.show,
        onHighlight: session.cited.highlight,
        selection: session.askedWords.asked,
        onDropSelection: session.askedWords.drop,
      })}
      links={links}
      onCopy={copy}
    />
  ) : null

  return (
    <Tabs
      className="reading"
      data-rail={panes.isRailShown ? 'open' : 'closed'}
      data-narrow={panes.isNarrow}
      data-focus={panes.isFocusMode}
      selectedKey={panes.tab}
      onSelectionChange={(key) => panes.setTab(key === 'about' || key === 'ask' ? key : 'notes')}
    >
      <DrawnOnce>
        <ReaderToolbar
          article={article}
          outline={outline}
          place={place.told}
          settings={settings}
          panel={panes.panel}
          isFinding={find.isOpen}
          railOpen={panes.isRailShown}
          more={articleMenu({
            article,
            openExternal: openLink,
            onAbout: () => panes.openRail('about'),
            onCite: () => session.citing.citation(article.id),
            onFocusMode: () => panes.setFocusMode(!panes.isFocusMode),
            onShowOriginal: props.onShowOriginal,
            onUpdate: () => updateFromWeb([article.id]),
            onTrash: session.trash,
          })}
          leading={props.leading}
          onPanel={panes.setPanel}
          onSettings={session.changeSettings}
          onSection={(entry) => session.goToSection(entry.start)}
          onFind={() => (find.isOpen ? find.close() : find.open())}
          onFavourite={session.favourite}
          onArchive={session.archive}
          onRail={() => panes.showRail(true)}
        />
      </DrawnOnce>
      {panes.isRailShown ? (
        <RailBar
          tab={panes.tab}
          count={session.annotations.filter((each) => each.kind === 'highlight').length}
          arrangement={panes.arrangement}
          onArrangement={panes.isNarrow ? null : panes.toggleArrangement}
          onClose={() => panes.showRail(false)}
        />
      ) : null}
      <DrawnOnce>
        <div ref={session.scroller} className="reading__scroller" data-scroller>
          <div className="reading__columns">
            <main
              className="reading__page"
              data-pane="page"
              aria-label="Article"
              tabIndex={-1}
              onKeyDown={(event) => session.onKeyDown(event.nativeEvent)}
            >
              <ArticleHeader article={article} place={place.told} />
              {session.isMissing ? (
                <ReaderProblem
                  title="The saved page isn’t where it was"
                  text={`Your highlights and notes are safe. The text of “${article.title}” could not be read from the library.`}
                >
                  <Button onPress={() => navigate(HOME)}>Go to Inbox</Button>
                </ReaderProblem>
              ) : (
                <>
                  {open ? null : <ReaderSkeleton />}
                  <ArticleFrame
                    snapshotId={article.snapshotId}
                    title={article.title}
                    look={session.look}
                    onOpen={session.onOpen}
                    onResize={session.onResize}
                  />
                </>
              )}
              {open && article.status !== 'archive' ? (
                <div className="reading__end">
                  <span>You have reached the end.</span>
                  <Button onPress={session.archive}>Archive</Button>
                </div>
              ) : null}
              {open ? (
                <PageOverlay
                  article={open}
                  settings={settings}
                  placed={session.placed}
                  highlighting={highlighting}
                  links={links}
                  selected={session.selection.offered}
                  pressing={session.pressing}
                  caret={session.caret}
                  elements={session.elements}
                  resizing={session.resizing}
                  ringed={session.ringed}
                  leaderFrom={panes.isMarginShown ? session.textEnd : null}
                  notesInPage={!(panes.isRailShown && panes.tab === 'notes')}
                  knownTags={knownTags}
                  cardActions={cardActions}
                  onDismissSelection={session.selection.dismiss}
                  onAttach={session.attaching.waiting ? (selected) => void session.attaching.attachTo(selected) : null}
                  onJump={session.jumpTo}
                  onCite={({ quote }) => session.citing.quote(article.id, quote.exact)}
                  onAsk={session.askedWords.ask}
                  onAlike={session.showAlike}
                />
              ) : null}
            </main>
            {panes.isNarrow ? null : rail}
          </div>
        </div>
        {panes.isNarrow ? rail : null}
        {find.isOpen ? (
          <FindBar
            words={find.words}
            options={find.options}
            count={find.count}
            current={find.current}
            asked={find.asked}
            onWords={find.setWords}
            onOptions={find.setOptions}
            onStep={find.step}
            onClose={() => {
              find.close()
              open?.window.focus()
            }}
          />
        ) : null}
        {session.attaching.waiting ? (
          <AttachNotice highlight={session.attaching.waiting} onCancel={session.attaching.cancel} />
        ) : null}
        <ReaderSpine
          place={place.told}
          highlights={session.anchored}
          textLength={open?.index.text.length ?? 0}
          found={find.starts}
        />
        <ReaderFoot article={article} outline={outline} place={place.told} />
        {session.resumedAt === null ? null : (
          <ResumedNotice
            at={session.resumedAt}
            onAgain={() => {
              session.scroller.current?.scrollTo({ top: 0 })
              session.dismissResumed()
            }}
          />
        )}
        <div className="visually-hidden" aria-live="polite">
          {session.said}
        </div>
      </DrawnOnce>
    </Tabs>
  )
}
