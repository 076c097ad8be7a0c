import { useSyncExternalStore } from 'react'
import type { Article } from '@shared/domain/article'

/** What the page tells of where a person is in the article. */
export interface PlaceShown {
  /** Whole percent that were seen. */
  readonly percent: number
  /** Index of the outline's entry that one is in; -1 before the first. */
  readonly section: number
  /** Whether the article's title is scrolled out of sight. */
  readonly isPastTitle: boolean
}

export type PlaceStore = ReturnType<typeof createPlaceStore>

/** Holds where a person is apart from the view, so that scrolling draws only the few parts that tell of it. */
export function createPlaceStore() {
  let shown: PlaceShown = { percent: 0, section: -1, isPastTitle: false }
  const listeners = new Set<() => void>()
  return {
    shown: () => shown,
    set: (change: Partial<PlaceShown>) => {
      shown = { ...shown, ...change }
      for (const listener of listeners) listener()
    },
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

/** One part of where a person is, followed as it changes. */
export function useShown<T extends number | boolean>(place: PlaceStore, pick: (shown: PlaceShown) => T): T {
  return useSyncExternalStore(place.subscribe, () => pick(place.shown()))
}

/** Words after what was seen. */
export const wordsLeft = ({ wordCount }: Article, percent: number): number =>
  Math.round(wordCount * (1 - percent / 100))
