import type { NoteDocument } from '@shared/domain/note-document'
import { mergeNotes } from './merge-notes'
import { sameNote } from './note-normal'

/** Where a note's text stands: with the library, on its way, or only here so far. */
export type SaveState = 'saved' | 'saving' | 'not-saved'

/** What came of one try to save. */
export type SaveOutcome =
  | { readonly kind: 'saved'; readonly revision: number }
  | { readonly kind: 'conflict'; readonly revision: number; readonly stored: NoteDocument | null }
  /** The note is gone; trying again is of no use. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'failed'; readonly message: string }

export interface NoteSaverDeps {
  /** Sends one version. Never rejects. */
  readonly save: (baseRevision: number, body: NoteDocument) => Promise<SaveOutcome>
  /** Keeps an unsaved version safe before this call returns; null when the library has it all. */
  readonly remember: (version: { baseRevision: number; body: NoteDocument } | null) => void
  /** Runs something after a number of milliseconds; the function it returns calls it off. */
  readonly schedule: (delay: number, run: () => void) => () => void
  readonly onState: (state: SaveState) => void
  /** Someone else saved too: this is both texts, and what is to be shown now. */
  readonly onMerged: (body: NoteDocument) => void
  /** The first failure of a row of them. */
  readonly onFailure: (message: string) => void
}

/** Saves one note as it is written. */
export interface NoteSaver {
  /** Takes a new version; it is sent within 250 ms however fast others follow. */
  change(body: NoteDocument): void
  /** Sends what is waiting now. */
  flush(): void
  /** The newest version, if the library does not have it yet. */
  unsaved(): NoteDocument | null
  /** Takes over a revision that was saved elsewhere while nothing was waiting here. */
  rebase(revision: number): void
  /** The last revision that was written from here; -1 before the first. */
  ownRevision(): number
}

const LATEST = 250
const FIRST_RETRY = 1000
const LAST_RETRY = 30_000

/** One request is in flight at a time, so versions arrive in order and each names the revision before it. */
export function createNoteSaver(baseRevision: number, deps: NoteSaverDeps): NoteSaver {
  let base = baseRevision
  let own = -1
  let waiting: NoteDocument | null = null
  let sending: NoteDocument | null = null
  let failures = 0
  let cancel: (() => void) | null = null
  /** What was written here since the last acknowledgement: finding one of these stored is no conflict. */
  let ours: NoteDocument[] = []

  function later(delay: number): void {
    cancel ??= deps.schedule(delay, () => {
      cancel = null
      void send()
    })
  }

  function dropTimer(): void {
    cancel?.()
    cancel = null
  }

  async function send(): Promise<void> {
    if (sending !== null || waiting === null) return
    dropTimer()
    sending = waiting
    waiting = null
    deps.onState('saving')
    const outcome = await deps.save(base, sending)
    const sent = sending
    sending = null
    settle(outcome, sent)
  }

  function settle(outcome: SaveOutcome, sent: NoteDocument): void {
    if (outcome.kind === 'failed') {
      waiting ??= sent
      if (failures === 0) deps.onFailure(outcome.message)
      deps.onState('not-saved')
      later(Math.min(LAST_RETRY, FIRST_RETRY * 2 ** failures))
      failures += 1
      return
    }
    failures = 0
    if (outcome.kind === 'conflict') {
      const newest = waiting ?? sent
      base = outcome.revision
      const stored = outcome.stored
      const isOurs = stored !== null && ours.some((version) => sameNote(version, stored))
      waiting = isOurs ? newest : mergeNotes(stored, newest)
      if (!isOurs && !sameNote(waiting, newest)) deps.onMerged(waiting)
      deps.remember({ baseRevision: base, body: waiting })
      void send()
      return
    }
    if (outcome.kind === 'saved') own = base = outcome.revision
    else waiting = null
    ours = []
    if (waiting === null) {
      deps.remember(null)
      deps.onState('saved')
    } else {
      deps.remember({ baseRevision: base, body: waiting })
      later(LATEST)
    }
  }

  return {
    change: (body) => {
      waiting = body
      ours = [...ours.slice(-50), body]
      deps.remember({ baseRevision: base, body })
      if (failures === 0) deps.onState('saving')
      if (sending === null) later(LATEST)
    },
    flush: () => {
      if (waiting === null) return
      dropTimer()
      void send()
    },
    unsaved: () => waiting ?? sending,
    rebase: (revision) => {
      if (waiting === null && sending === null) base = Math.max(base, revision)
    },
    ownRevision: () => own,
  }
}
