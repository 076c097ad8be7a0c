import { isMac } from '../ui/commands/keys'

/** What the application menu's Edit items are called. */
export const isMenuUndo = (command: string): command is 'undo' | 'redo' => command === 'undo' || command === 'redo'

/**
 * Undo or Redo of the application menu. It means what the key means where the focus is: an editor of notes has a history of its own,
 * a text field the browser's, and everything else is Lectern's. So it is handed on as that key; a plain text field does not listen
 * to keys that a script sends, and is told by itself.
 */
export function undoFromMenu(which: 'undo' | 'redo'): void {
  const target = document.activeElement ?? document.body
  const key = new KeyboardEvent('keydown', {
    key: which === 'undo' ? 'z' : 'Z',
    code: 'KeyZ',
    metaKey: isMac,
    ctrlKey: !isMac,
    shiftKey: which === 'redo',
    bubbles: true,
    cancelable: true,
  })
  const isHandled = !target.dispatchEvent(key)
  // Deprecated, and still the only way to the browser's own history of a text field.
  if (!isHandled) document.execCommand(which)
}
