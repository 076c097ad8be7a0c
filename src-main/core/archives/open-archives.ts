import { statSync } from 'node:fs'
import { partsOf } from './zim/file-bytes'
import { openTitles, type Titles } from './zim/titles'
import { openZim, type Zim } from './zim/zim'
import type { Origin } from './source-url'

/** An archive that is open. */
export interface OpenArchive {
  readonly zim: Zim
  titles(): Promise<Titles>
  origin(): Promise<Origin>
}

/** Archives that stay open between two questions. */
export interface OpenArchives {
  /** @throws LecternError archive-missing, archive-damaged, unsupported-format */
  get(file: string): OpenArchive
  forget(file: string): void
}

const MOST_OPEN = 4

/** Keeps the archives that were read last open, as long as their files are the same. */
export function createOpenArchives(): OpenArchives {
  const open = new Map<string, { readonly archive: OpenArchive; readonly stamp: string }>()

  const forget = (file: string): void => {
    open.get(file)?.archive.zim.close()
    open.delete(file)
  }

  return {
    forget,
    get(file) {
      const stamp = stampOf(file)
      const known = open.get(file)
      if (known?.stamp === stamp && stamp !== '') {
        open.delete(file)
        open.set(file, known)
        return known.archive
      }
      forget(file)
      const archive = openArchive(file)
      open.set(file, { archive, stamp })
      const [oldest] = open.keys()
      if (open.size > MOST_OPEN && oldest !== undefined) forget(oldest)
      return archive
    },
  }
}

function openArchive(file: string): OpenArchive {
  const zim = openZim(file)
  let titles: Promise<Titles> | null = null
  let origin: Promise<Origin> | null = null
  return {
    zim,
    titles: () => (titles ??= openTitles(zim)),
    origin: () => (origin ??= readOrigin(zim)),
  }
}

async function readOrigin(zim: Zim): Promise<Origin> {
  const text = (name: string): Promise<string | null> => zim.metadata(name).catch(() => null)
  return { source: await text('Source'), name: await text('Name'), scraper: await text('Scraper') }
}

/** Changes with the file; empty when it is not there. */
function stampOf(file: string): string {
  const infos = partsOf(file).map((part) => statSync(part, { throwIfNoEntry: false }))
  return infos
    .map((info) => (info === undefined ? '' : `${info.ino} ${info.size} ${info.mtimeMs}`))
    .join(' ')
    .trim()
}
