import { Suspense } from 'react'
import { useCounts } from '../client/articles'
import { useRoute } from '../ui/places/route'
import { Toasts } from '../ui/undo/toasts'
import { Dialogs } from './Dialogs'
import { DropTarget } from './DropTarget'
import { Panes } from './Panes'
import { useConnectionNotice } from './use-connection-notice'
import { useAppearance } from './use-appearance'
import { useNoteSavers } from '../editor/writing/note-saving'
import { useGlobalCommands } from './use-global-commands'
import { usePasteToAdd } from './use-paste-to-add'
import './App.css'

/** The window: panes, dialogs, messages. Nothing is shown until the settings are known, which is at once. */
export function App() {
  return (
    <Suspense fallback={null}>
      <Window />
    </Suspense>
  )
}

function Window() {
  useAppearance()
  useGlobalCommands()
  // Saves what an earlier window could not, before anything is read.
  useNoteSavers()
  usePasteToAdd()
  useConnectionNotice()
  const route = useRoute()
  const { data: counts } = useCounts()
  const isEmpty = counts !== undefined && counts.inbox + counts.reading + counts.archive + counts.trash === 0
  return (
    <>
      <Panes route={route} isEmpty={isEmpty} />
      <Dialogs />
      <DropTarget />
      <Toasts />
    </>
  )
}
