import { homedir } from 'node:os'
import { isAbsolute, resolve } from 'node:path'
import type { Handlers } from '@shared/contract'
import type { BackupSource } from '@shared/contract/backups'
import { LecternError } from '@shared/contract/errors'
import type { Emit } from '../events'
import { findBackup, listBackups, removeBackup } from './backup-files'
import { outOfRotation } from './keep'
import { isBackupDue, lastChange, startSchedule } from './schedule'
import type { BackupTasks } from './tasks'

export interface BackupsDeps {
  readonly folder: string
  readonly tasks: BackupTasks
  readonly emit: Emit
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /**
   * Ends this library, once the call that asked for it is answered, and opens the one in `folder`.
   * @param whenClosed done in between; where it fails, the library is opened where it was
   */
  readonly restart: (folder: string, whenClosed?: () => Promise<void>) => void
}

export interface Backups {
  readonly handlers: Handlers['backups']
  /** Makes a backup if one is due, and removes those that have served their time. Never rejects. */
  makeIfDue(): Promise<void>
  /** Makes backups by the clock from now on. */
  start(): void
  /** Makes no more, and waits for what is under way. */
  close(): Promise<void>
}

/** Backups of an open library. */
export function createBackups({ folder, tasks, emit, now, restart }: BackupsDeps): Backups {
  const oneByOne = createQueue()
  /** Why the last one by the clock was not made. */
  let problem: string | null = null
  let stop = (): void => undefined

  const make = async (reason: 'asked' | 'scheduled') => {
    const made = await tasks.make(folder, reason, now())
    for (const old of outOfRotation(await listBackups(folder))) await removeBackup(folder, old.name)
    emit({ name: 'backups.changed' })
    return made
  }

  const makeIfDue = async (): Promise<void> => {
    try {
      const [newest] = await listBackups(folder)
      if (!isBackupDue(newest?.madeAt ?? null, await lastChange(folder), now())) return
      await make('scheduled')
      problem = null
    } catch (error) {
      problem = error instanceof Error ? error.message : String(error)
      emit({ name: 'backups.changed' })
    }
  }

  return {
    handlers: {
      list: async () => ({ backups: await listBackups(folder), problem }),
      make: () => oneByOne(() => make('asked')),
      look: async (source) => {
        const { path, madeAt } = await locate(folder, source)
        return tasks.look(path, folder, madeAt)
      },
      restore: (source) =>
        oneByOne(async () => {
          const { path } = await locate(folder, source)
          // What is there now becomes a backup when nobody writes to it any more (database/replace.ts).
          await tasks.stage(path, folder)
          restart(folder)
        }),
      pack: ({ folder: to }) => oneByOne(() => tasks.pack(folder, wholePath(to), now())),
      move: ({ folder: to }) =>
        oneByOne(async () => {
          const target = wholePath(to)
          await tasks.prepareMove(folder, target)
          restart(target, () => tasks.finishMove(folder, target))
        }),
      check: () => tasks.check(folder),
      repair: () =>
        oneByOne(async () => {
          const report = await tasks.repair(folder, now())
          restart(folder)
          return report
        }),
    },
    makeIfDue: () => oneByOne(makeIfDue),
    start: () => {
      stop = startSchedule(() => oneByOne(makeIfDue))
    },
    close: async () => {
      stop()
      await oneByOne(() => Promise.resolve())
    },
  }
}

/**
 * What can be done for a library that is too damaged to be opened: everything that reads its files alone.
 * @param why what every other call is answered with
 */
export function damagedBackups(
  { folder, tasks, now, restart }: Omit<BackupsDeps, 'emit'>,
  why: LecternError,
): Handlers['backups'] {
  const refuse = (): never => {
    throw why
  }
  return {
    list: async () => ({ backups: await listBackups(folder), problem: null }),
    make: refuse,
    look: async (source) => {
      const { path, madeAt } = await locate(folder, source)
      return tasks.look(path, folder, madeAt)
    },
    restore: async (source) => {
      const { path } = await locate(folder, source)
      await tasks.stage(path, folder)
      restart(folder)
    },
    pack: refuse,
    move: refuse,
    check: refuse,
    repair: async () => {
      const report = await tasks.repair(folder, now())
      restart(folder)
      return report
    },
  }
}

async function locate(folder: string, source: BackupSource): Promise<{ path: string; madeAt: number | null }> {
  if (source.kind === 'file') return { path: wholePath(source.path), madeAt: null }
  const path = await findBackup(folder, source.name)
  const known = (await listBackups(folder)).find(({ name }) => name === source.name)
  return { path, madeAt: known?.madeAt ?? null }
}

/** A path as a person writes it, `~` for their own folder. @throws invalid-call for one that is not whole */
function wholePath(path: string): string {
  const whole = path.replace(/^~(?=$|[/\\])/u, homedir())
  if (isAbsolute(whole)) return resolve(whole)
  throw new LecternError(
    'invalid-call',
    `“${path}” is not a whole path. Write it from the beginning, such as ${homedir()}.`,
  )
}

/** Does one thing after the other, whether or not one of them failed. */
function createQueue(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const next = last.then(work, work)
    last = next.catch(() => undefined)
    return next
  }
}
