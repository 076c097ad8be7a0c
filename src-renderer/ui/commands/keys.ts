/** What of a keyboard event decides which key it is. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** Whether this computer is a Mac, where Mod is the command key. */
export const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/u.test(navigator.platform)

interface Key {
  mod: boolean
  alt: boolean
  shift: boolean
  /** The event's `key`, letters in lower case. */
  key: string
}

function parse(text: string): Key {
  const parts = text.split(/\+(?=.)/u)
  const key = parts.at(-1) ?? ''
  return {
    mod: parts.includes('Mod'),
    alt: parts.includes('Alt'),
    shift: parts.includes('Shift'),
    key: key === 'Space' ? ' ' : key.length === 1 ? key.toLowerCase() : key,
  }
}

/** Whether `event` is the key that `text` names (`Mod+Shift+F`, `?`, `Alt+ArrowDown`). */
export function matchesKey(text: string, event: KeyPress, mac = isMac): boolean {
  const wanted = parse(text)
  const mod = mac ? event.metaKey : event.ctrlKey
  const other = mac ? event.ctrlKey : event.metaKey
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  if (other || mod !== wanted.mod || event.altKey !== wanted.alt || key !== wanted.key) return false
  // Which signs need Shift differs between keyboards, so only letters, digits and named keys look at it.
  const shiftMakesTheSign = wanted.key.length === 1 && !/[\p{L}\p{N} ]/u.test(wanted.key)
  return shiftMakesTheSign || event.shiftKey === wanted.shift
}

/** Whether a key acts without Mod or Alt: those can be switched off and never act in text fields (WCAG 2.1.4). */
export function isSingleKey(text: string): boolean {
  const { mod, alt, key } = parse(text)
  return !mod && !alt && (key.length === 1 || key === 'Delete' || key === 'Home' || key === 'End')
}

const NAMES: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Enter: '↵',
  Escape: 'Esc',
  Delete: 'Del',
  Backspace: '⌫',
  ' ': 'Space',
}

/** The parts of a key as keycaps show them on this computer: `Mod+Shift+F` is `⌘ ⇧ F` or `Ctrl Shift F`. */
export function keycaps(text: string, mac = isMac): string[] {
  const { mod, alt, shift, key } = parse(text)
  const name = NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key)
  return [
    ...(mod ? [mac ? '⌘' : 'Ctrl'] : []),
    ...(alt ? [mac ? '⌥' : 'Alt'] : []),
    ...(shift ? [mac ? '⇧' : 'Shift'] : []),
    name,
  ]
}

/** A key as `aria-keyshortcuts` wants it. */
export function ariaKey(text: string, mac = isMac): string {
  return text.replace('Mod', mac ? 'Meta' : 'Control')
}
