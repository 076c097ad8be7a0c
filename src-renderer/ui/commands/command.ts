/** Something a person can do, by key, menu or palette. */
export interface Command {
  /** Stable name, such as `article.archive`; a later registration with the same id replaces the earlier. */
  id: string
  /** What it does, in sentence case: `Archive article`. */
  title: string
  /** Where the palette and the keyboard sheet list it: `Anywhere`, `List`, `Reader`… */
  group: string
  /** Keys such as `Mod+K`, `E`, `Shift+ArrowRight` or `?`; none is fine. */
  keys: readonly string[]
  run: () => void
  /** False while it cannot be done now; it is then listed, but neither runs nor takes its key. */
  enabled?: boolean
}
