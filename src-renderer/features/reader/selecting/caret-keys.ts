import { isMac } from '../../../ui/commands/keys'

/** How far the caret goes. `left` and `right` are as seen; all others go with the text. */
export type CaretMove =
  | { readonly by: 'character'; readonly to: 'left' | 'right' }
  | { readonly by: 'word'; readonly to: 'left' | 'right' }
  | {
      readonly by: 'sentence' | 'line' | 'page' | 'lineboundary' | 'documentboundary'
      readonly to: 'backward' | 'forward'
    }

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>

/** What a key does to the caret, as in any text of this computer; null for keys that mean something else. */
export function caretMove({ key, ctrlKey, metaKey, altKey }: Press, mac = isMac): CaretMove | null {
  const mod = mac ? metaKey : ctrlKey
  if (mac ? ctrlKey : metaKey) return null
  const isFree = !mod && !altKey
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowRight': {
      const to = key === 'ArrowLeft' ? 'left' : 'right'
      return { by: isFree ? 'character' : 'word', to }
    }
    case 'ArrowUp':
    case 'ArrowDown': {
      const to = key === 'ArrowUp' ? 'backward' : 'forward'
      return { by: isFree ? 'line' : 'sentence', to }
    }
    case 'PageUp':
    case 'PageDown':
      return isFree ? { by: 'page', to: key === 'PageUp' ? 'backward' : 'forward' } : null
    case 'Home':
    case 'End':
      return altKey
        ? null
        : { by: mod ? 'documentboundary' : 'lineboundary', to: key === 'Home' ? 'backward' : 'forward' }
    default:
      return null
  }
}
