import type { HighlightColour } from '@shared/domain/colour'

/** What Trash holds, in the order in which it is shown. */
export const TRASH_KINDS = [
  'article',
  'highlight',
  'note',
  'topic',
  'tag',
  'search',
  'conversation',
  'question',
] as const
export type TrashKind = (typeof TRASH_KINDS)[number]

/** What several of a kind are called under their heading. */
export const KIND_TITLES: Readonly<Record<TrashKind, string>> = {
  article: 'Articles',
  highlight: 'Highlights and article notes',
  note: 'Notes',
  topic: 'Topics',
  tag: 'Tags',
  search: 'Saved searches',
  conversation: 'Conversations',
  question: 'Questions',
}

/** One deleted thing: what it says, and the two ways out of Trash. */
export interface TrashEntry {
  readonly id: string
  readonly kind: TrashKind
  /** Its title, or the words of its passage. */
  readonly title: string
  /** What it is called to tell its buttons from others: `topic Cities`. */
  readonly name: string
  /** A note that goes and comes with it. */
  readonly note?: string
  readonly colour?: HighlightColour | null
  readonly language?: string | undefined
  readonly direction?: 'ltr' | 'rtl' | 'auto'
  /** What it is of, what belongs to it, and how long it stays. */
  readonly details: readonly string[]
  /** Says that it came back, and with what. */
  readonly restored: string
  readonly restore: () => Promise<unknown>
  /** Deletes it again. */
  readonly remove: () => Promise<unknown>
  /** What goes with it for good, in a sentence. */
  readonly loses: string
  readonly deleteForGood: () => Promise<unknown>
}

/** Those of one kind. Articles are loaded as they come into sight, so they may not be there yet. */
export interface TrashSection {
  readonly kind: TrashKind
  readonly total: number
  readonly entries: readonly (TrashEntry | null)[]
  readonly keyOf: (index: number) => string
  /** How many more there are than are listed. */
  readonly unlisted: number
  readonly restoreAll: () => Promise<unknown>
  readonly removeAll: () => Promise<unknown>
}
