import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import type { Import, ImportItem, KnownChoice } from '@shared/contract/imports'
import type { LecternEvent } from '@shared/contract/events'
import type { ImportId } from '@shared/domain/ids'
import type { Library } from '../core/library'
import { ExitCode, jsonLine, UsageError, type Command } from './command'
import { toSources, type Refusal } from './import-sources'
import { LIBRARY_HELP, LIBRARY_OPTIONS, withLibrary } from './open'

const CHOICES: readonly (KnownChoice | 'ask')[] = ['ask', 'update', 'keep-both', 'skip']

export const importCommand: Command = {
  name: 'import',
  summary: 'bring in files, folders or web addresses',
  help: `Usage: lectern import [options] <files, folders or addresses…>

Brings in articles: saved web pages with their images, Markdown, plain text; folders with all that is in them;
http and https addresses, which are fetched now. Progress goes to standard error. What fails says why, and the
others go on; the exit status is then 1.

  --on-duplicate CHOICE  when the library has another version, from the same address or a file of the same name:
                 keep-both (otherwise), update (a new snapshot; highlights move over), skip, or ask (later, in the app)
  --report FILE  write what became of each item, as CSV when FILE ends in .csv, else as Markdown
${LIBRARY_HELP}`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        ...LIBRARY_OPTIONS,
        'on-duplicate': { type: 'string', default: 'keep-both' },
        report: { type: 'string' },
      },
      allowPositionals: true,
    })
    if (positionals.length === 0) throw new UsageError('What should be brought in?')
    const onKnown = CHOICES.find((choice) => choice === values['on-duplicate'])
    if (onKnown === undefined) throw new UsageError(`--on-duplicate is one of ${CHOICES.join(', ')}.`)
    let changed = (): void => undefined
    const { counts, refused } = await withLibrary(
      values.library,
      (library) =>
        bringIn(library, positionals, {
          onKnown,
          report: values.report ?? null,
          tell: (outcome) => {
            if (values.json) io.out(jsonLine(outcome))
            else io.err(progress(outcome))
          },
          listen: (listener) => (changed = listener),
        }),
      (event) => {
        if (isProgress(event)) changed()
      },
    )
    if (!values.json) io.out(summary(counts, refused))
    return counts.failed + refused > 0 ? ExitCode.failed : ExitCode.ok
  },
}

type Outcome = Pick<ImportItem, 'name' | 'state' | 'articleId' | 'title' | 'remark' | 'error'>

interface Way {
  readonly onKnown: KnownChoice | 'ask'
  readonly report: string | null
  /** Hears of each item once, when it is settled. */
  readonly tell: (outcome: Outcome) => void
  readonly listen: (changed: () => void) => void
}

function isProgress(event: { name: LecternEvent['name'] }): boolean {
  return event.name === 'imports.changed'
}

async function bringIn(
  { handlers: { imports } }: Library,
  named: readonly string[],
  way: Way,
): Promise<{ counts: Import['counts']; refused: number }> {
  const importId = await imports.begin()
  let refused = 0
  for await (const found of toSources(named)) {
    if (found.kind === 'refused') {
      refused++
      way.tell(refusal(found))
    } else await imports.add({ importId, source: found })
  }
  const { counts } = await untilDone(imports, importId, way)
  if (way.report !== null) {
    const format = /\.csv$/iu.test(way.report) ? 'csv' : 'markdown'
    await writeFile(way.report, (await imports.report({ importId, format })).text)
  }
  // What waits for an answer, and what failed and may be tried again, is shown in the app.
  if (counts.asks + counts.failed === 0) await imports.discard({ importId })
  return { counts, refused }
}

/** Listens before it looks, so that no change is missed between the two. */
async function untilDone(imports: Library['handlers']['imports'], importId: ImportId, way: Way): Promise<Import> {
  let changed = Promise.resolve()
  const renew = (): void => {
    changed = new Promise((resolve) => way.listen(resolve))
  }
  renew()
  await imports.start({ importId, onKnown: way.onKnown })
  const told = new Set<string>()
  for (;;) {
    const current = await imports.get({ importId, states: null, offset: 0, limit: 0 })
    const settled = current.total - current.counts.waiting - current.counts.working
    if (settled > told.size) await tellSettled(imports, importId, told, way.tell)
    if (current.state === 'done' || current.state === 'paused') return current
    await changed
    renew()
  }
}

const PAGE = 500

async function tellSettled(
  imports: Library['handlers']['imports'],
  importId: ImportId,
  told: Set<string>,
  tell: Way['tell'],
): Promise<void> {
  for (let offset = 0; ; offset += PAGE) {
    const { items } = await imports.get({ importId, states: null, offset, limit: PAGE })
    for (const item of items) {
      if (item.state === 'waiting' || item.state === 'working' || told.has(item.id)) continue
      told.add(item.id)
      tell(outcomeOf(item))
    }
    if (items.length < PAGE) return
  }
}

function refusal({ name, code, message }: Refusal): Outcome {
  return { name, state: 'failed', articleId: null, title: null, remark: null, error: { code, message } }
}

function outcomeOf({ name, state, articleId, title, remark, error, known }: ImportItem): Outcome {
  const asks = known === null ? remark : 'Another version is in your library; answer in the app.'
  return { name, state, articleId, title, remark: asks, error }
}

function progress({ name, state, title, remark, error }: Outcome): string {
  const what = error === null ? (title ?? '') : error.message
  return `${state.padEnd(9)}  ${name}${what === '' ? '' : `: ${what}`}${remark === null ? '' : ` (${remark})`}\n`
}

function summary(counts: Import['counts'], refused: number): string {
  const failed = counts.failed + refused
  const parts = [
    (counts.added > 0 || counts.updated + counts.skipped === 0) && `${counts.added} added`,
    counts.updated > 0 && `${counts.updated} updated`,
    counts.duplicate > 0 && `${counts.duplicate} already there`,
    counts.skipped > 0 && `${counts.skipped} skipped`,
    counts.asks > 0 && `${counts.asks} to answer in the app`,
    failed > 0 && `${failed} failed`,
  ]
  return `${parts.filter((part) => part !== false).join(', ')}\n`
}
