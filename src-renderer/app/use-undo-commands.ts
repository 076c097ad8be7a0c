import { useCommands } from '../ui/commands/use-commands'
import { reportError } from '../ui/undo/perform'
import { showToast } from '../ui/undo/toasts'
import { redoLast, undoLast, useNextSteps } from '../ui/undo/undo'

/** Undo and Redo, named after what they would do. Apart from the other commands, as they are registered anew at each step. */
export function useUndoCommands(): void {
  const { undo, redo } = useNextSteps()
  useCommands([
    {
      id: 'undo',
      title: undo ? `Undo: ${undo.label}` : 'Undo',
      group: 'Anywhere',
      keys: ['Mod+Z'],
      run: () =>
        void undoLast()
          .then((step) => showToast({ message: step ? `Undone: ${step.label}` : 'Nothing to undo' }))
          .catch(reportError),
    },
    {
      id: 'redo',
      title: redo ? `Redo: ${redo.label}` : 'Redo',
      group: 'Anywhere',
      keys: ['Mod+Shift+Z', 'Mod+Y'],
      run: () =>
        void redoLast()
          .then((step) => showToast({ message: step ? `Redone: ${step.label}` : 'Nothing to redo' }))
          .catch(reportError),
    },
  ])
}
