import { resolve } from 'node:path'
import type { Contract } from '@shared/contract'
import { createClient } from '@shared/contract/client'
import type { Article } from '@shared/domain/article'
import { onTestFinished } from 'vitest'
import { createBackend } from '../../src-main/backend/backend'
import type { Emit } from '../../src-main/core/events'
import { loadImage } from '../../src-main/core/imports/fetching/load-image'
import { createReadBytes } from '../../src-main/core/imports/reading/read-bytes'
import type { ReadSource } from '../../src-main/core/imports/reading/read-source'
import { openLibrary } from '../../src-main/core/library'
import { backupWork } from '../../src-main/workers/backup-work'
import type { TextTasks } from '../../src-main/core/text/text-tasks'
import { textWork } from '../../src-main/core/text/text-work'
import { inThisThread } from './archive-reader'
import { tempFolder } from './temp-folder'

export type TestLibrary = ReturnType<typeof openTestLibrary>

/** Opens a whole library in this process, reading sources in this thread, with a clock that a test can move. */
export function openTestLibrary({
  folder = tempFolder(),
  clock = { now: 1_700_000_000_000 },
  readSource = createReadBytes({ loadImage }),
  textTasks = textWork,
}: { folder?: string; clock?: { now: number }; readSource?: ReadSource; textTasks?: TextTasks } = {}) {
  const events: Parameters<Emit>[0][] = []
  const waiting: (() => void)[] = []
  const restarts: { readonly at: string; readonly whenClosed: () => Promise<void> }[] = []
  const library = openLibrary({
    folder,
    emit: (event) => {
      events.push(event)
      for (const wake of waiting.splice(0)) wake()
    },
    readSource,
    archiveReader: inThisThread(),
    backupTasks: backupWork,
    textTasks,
    restart: (at, whenClosed) => void restarts.push({ at, whenClosed: whenClosed ?? (() => Promise.resolve()) }),
    cslFolder: resolve(import.meta.dirname, '../../resources/csl'),
    sample: () => Promise.resolve(new Uint8Array(new TextEncoder().encode(SAMPLE))),
    now: () => clock.now,
    version: '0.0.0-test',
  })
  const call = createBackend(library.handlers, (line) => void process.stderr.write(`${line}\n`))
  const client = createClient<Contract>({ call, subscribe: () => () => {} })
  let open = true
  const close = async () => {
    if (open) await library.close()
    open = false
  }
  onTestFinished(close)
  /** Resolves with the next event, whichever it is. */
  const nextEvent = () => new Promise<void>((resolve) => void waiting.push(resolve))
  return { folder, clock, events, restarts, nextEvent, call, client, library, close }
}

const SAMPLE =
  '<!doctype html><title>Welcome</title><article><h1>Welcome</h1><p>This is a sample article.</p></article>'

/** Brings pasted text in and answers the article, once it is there. */
export async function addText({ client, nextEvent }: TestLibrary, text: string): Promise<Article> {
  const importId = await client.imports.begin(undefined)
  await client.imports.add({ importId, source: { kind: 'text', text, format: 'auto' } })
  await client.imports.start({ importId })
  for (;;) {
    const event = nextEvent()
    const { state, items } = await client.imports.get({ importId })
    const [item] = items
    if (state !== 'done') await event
    else if (item?.articleId) return client.articles.get({ id: item.articleId })
    else throw new Error(item?.error?.message ?? 'Nothing was imported')
  }
}
