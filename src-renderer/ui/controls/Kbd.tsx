import { keycaps } from '../commands/keys'
import './Kbd.css'

/** A key as keycaps. Said by the control it stands beside (`aria-keyshortcuts`), so hidden from screen readers. */
export function Kbd({ keys, bare = false }: { keys: string; bare?: boolean }) {
  return (
    <span className={bare ? 'kbd kbd--bare' : 'kbd'} aria-hidden>
      {keycaps(keys).map((cap) => (
        <kbd key={cap}>{cap}</kbd>
      ))}
    </span>
  )
}
