import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { ImportSource, MAX_FILE_BYTES, type Import, type ImportItem } from '@shared/contract/imports'
import type { LecternEvent } from '@shared/contract/events'
import type { ImportId } from '@shared/domain/ids'
import type { Library } from '../core/library'
import { collectSources, type FoundSource } from './collect-sources'
import { ExitCode, jsonLine, UsageError, type Command, type Io } from './command'
import { LIBRARY_HELP, LIBRARY_OPTIONS, withLibrary } from './open'

export const importCommand: Command = {
  name: 'import',
  summary: 'bring in files, folders or web addresses',
  help: `Usage: lectern import [options] <files, folders or addresses…>

Brings in articles: saved web pages with their images, Markdown, plain text; folders with all that is in them;
http and https addresses, which are fetched now. Progress goes to standard error. What fails says why, and the
others go on; the exit status is then 1.

${LIBRARY_HELP}`,
  async run(args, io) {
    const { values, positionals } = parseArgs({ args: [...args], options: LIBRARY_OPTIONS, allowPositionals: true })
    if (positionals.length === 0) throw new UsageError('What should be brought in?')
    let changed = (): void => undefined
    const result = await withLibrary(
      values.library,
      (library) => bringIn(library, positionals, io, (listener) => (changed = listener)),
      (event) => {
        if (isProgress(event)) changed()
      },
    )
    if (values.json) io.out(jsonLine(result))
    else io.out(summary(result))
    return result.items.some(({ error }) => error !== null) ? ExitCode.failed : ExitCode.ok
  },
}

type Outcome = Pick<ImportItem, 'name' | 'state' | 'articleId' | 'title' | 'remark' | 'error'>

function isProgress(event: { name: LecternEvent['name'] }): boolean {
  return event.name === 'imports.changed'
}

async function bringIn(
  { handlers: { imports } }: Library,
  named: readonly string[],
  io: Io,
  listen: (changed: () => void) => void,
): Promise<{ items: Outcome[] }> {
  const importId = await imports.begin()
  const refused: Outcome[] = []
  for await (const found of collectSources(named)) {
    const source = await asSource(found)
    if ('error' in source) refused.push(source)
    else await imports.add({ importId, source })
  }
  for (const outcome of refused) io.err(progress(outcome))
  const told = new Set<string>()
  const tell = ({ items }: Import): void => {
    for (const item of items) {
      if (item.state === 'waiting' || item.state === 'working' || told.has(item.id)) continue
      told.add(item.id)
      io.err(progress(item))
    }
  }
  const done = await untilDone(imports, importId, tell, listen)
  return { items: [...refused, ...done.items.map(outcomeOf)] }
}

/** Listens before it looks, so that no change is missed between the two. */
async function untilDone(
  imports: Library['handlers']['imports'],
  importId: ImportId,
  tell: (current: Import) => void,
  listen: (changed: () => void) => void,
): Promise<Import> {
  let changed = Promise.resolve()
  const renew = (): void => {
    changed = new Promise((resolve) => listen(resolve))
  }
  renew()
  await imports.start({ importId })
  for (;;) {
    const current = await imports.get({ importId })
    tell(current)
    if (current.state === 'done') return current
    await changed
    renew()
  }
}

async function asSource(found: FoundSource): Promise<ImportSource | Outcome> {
  if (found.kind === 'missing') return refusal(found.path, 'not-found', found.reason)
  if (found.kind === 'url') {
    const source = ImportSource.safeParse(found)
    return source.success
      ? source.data
      : refusal(found.url, 'invalid-call', 'This is not an address that can be fetched.')
  }
  if (found.bytes > MAX_FILE_BYTES) {
    return refusal(
      found.path,
      'too-large',
      `It has more than ${MAX_FILE_BYTES / 1024 / 1024} MB, the most a file may have.`,
    )
  }
  return { kind: 'file', path: found.path, bytes: new Uint8Array(await readFile(found.file)) }
}

function refusal(name: string, code: 'not-found' | 'too-large' | 'invalid-call', message: string): Outcome {
  return { name, state: 'failed', articleId: null, title: null, remark: null, error: { code, message } }
}

function outcomeOf({ name, state, articleId, title, remark, error }: ImportItem): Outcome {
  return { name, state, articleId, title, remark, error }
}

function progress({ name, state, title, remark, error }: Outcome): string {
  const what = error === null ? (title ?? '') : error.message
  return `${state.padEnd(9)}  ${name}${what === '' ? '' : `: ${what}`}${remark === null ? '' : ` (${remark})`}\n`
}

function summary({ items }: { items: readonly Outcome[] }): string {
  const count = (state: ImportItem['state']) => items.filter((item) => item.state === state).length
  const [added, duplicate, failed] = [count('added'), count('duplicate'), count('failed')]
  const known = duplicate === 0 ? '' : `, ${duplicate} already there`
  return `${added} added${known}${failed === 0 ? '' : `, ${failed} failed`}\n`
}
