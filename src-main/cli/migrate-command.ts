import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import type { MigrationPlan, MigrationResult } from '@shared/contract/migrating'
import type { Library } from '../core/library'
import { collectSources } from './collect-sources'
import { ExitCode, jsonLine, UsageError, type Command, type Io } from './command'
import { LIBRARY_HELP, LIBRARY_OPTIONS, withLibrary } from './open'

export const migrateCommand: Command = {
  name: 'migrate',
  summary: 'bring in what another reader kept',
  help: `Usage: lectern migrate [options] <files or folders…>

Brings in the exports of Pocket, Instapaper, Omnivore, Readwise, Reader, Raindrop, Matter, Wallabag, Hypothesis, Zotero,
Kindle, the Obsidian clipper and browsers: files, folders or zip archives, recognised by what is in them. Articles,
highlights, notes, tags, dates and states come over; doing it again adds nothing twice. What cannot be read is named, and
the rest goes on; the exit status is then 1.

  --dry-run      say what would come; writes nothing
  --fetch        afterwards fetch, from the web, every article that is known by its address alone
  --report FILE  write what became of each article, as CSV when FILE ends in .csv, else as Markdown
${LIBRARY_HELP}`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        ...LIBRARY_OPTIONS,
        'dry-run': { type: 'boolean', default: false },
        fetch: { type: 'boolean', default: false },
        report: { type: 'string' },
      },
      allowPositionals: true,
    })
    if (positionals.length === 0 && !values.fetch) throw new UsageError('Which files should be brought in?')
    let changed = (): void => undefined
    const wait = (): Promise<void> => new Promise((resolve) => (changed = resolve))
    return withLibrary(
      values.library,
      async (library) => {
        const failed =
          positionals.length === 0
            ? 0
            : await migrate(library, positionals, values['dry-run'], values.report ?? null, values.json, io, wait)
        const notFetched = values.fetch && !values['dry-run'] ? await fetchAll(library, values.json, io, wait) : 0
        return failed + notFetched > 0 ? ExitCode.failed : ExitCode.ok
      },
      ({ name }) => {
        if (name === 'migrating.changed' || name === 'imports.changed') changed()
      },
    )
  },
}

type Wait = () => Promise<void>

/** Answers how much could not be read or brought in. */
async function migrate(
  { handlers: { migrating } }: Library,
  named: readonly string[],
  isDry: boolean,
  report: string | null,
  json: boolean,
  io: Io,
  wait: Wait,
): Promise<number> {
  const migrationId = await migrating.begin()
  let missing = 0
  for await (const found of collectSources(named)) {
    if (found.kind === 'file') {
      await migrating.add({ migrationId, path: found.path, bytes: new Uint8Array(await readFile(found.file)) })
      continue
    }
    missing += 1
    io.err(
      found.kind === 'url' ? `${found.url} is an address; use lectern import.\n` : `${found.path}: ${found.reason}\n`,
    )
  }
  const plan = await migrating.look({ migrationId })
  for (const { file, line, message } of plan.problems) io.err(`${file}${line === null ? '' : `:${line}`}: ${message}\n`)
  if (isDry) {
    io.out(json ? jsonLine({ dryRun: true, ...plan }) : planWords(plan))
    return plan.counts.problems + missing
  }
  let next = wait()
  let migration = await migrating.start({ migrationId })
  while (migration.state === 'running') {
    await next
    next = wait()
    migration = await migrating.get({ migrationId })
    if (!json) io.err(`${migration.done} of ${migration.total}\n`)
  }
  if (report !== null) {
    const format = /\.csv$/iu.test(report) ? 'csv' : 'markdown'
    await writeFile(report, (await migrating.report({ migrationId, format })).text)
  }
  await migrating.discard({ migrationId })
  const { count } = await migrating.notFetched()
  const problems = plan.counts.problems
  io.out(
    json
      ? jsonLine({ ...migration.result, problems, notFetched: count })
      : resultWords(migration.result, problems, count),
  )
  return migration.result.failed + problems + missing
}

/** Fetches what is known by its address alone; answers how many could not be had. */
async function fetchAll(
  { handlers: { imports, migrating } }: Library,
  json: boolean,
  io: Io,
  wait: Wait,
): Promise<number> {
  if ((await migrating.notFetched()).count === 0) return 0
  let next = wait()
  let current = await migrating.fetch({ articleIds: null })
  while (current.state === 'running') {
    await next
    next = wait()
    current = await imports.get({ importId: current.id, states: null, offset: 0, limit: 0 })
    const settled = current.total - current.counts.waiting - current.counts.working
    if (!json) io.err(`fetched ${settled} of ${current.total}\n`)
  }
  const { updated, failed } = current.counts
  io.out(json ? jsonLine({ fetched: updated, failed }) : `${updated} fetched, ${failed} failed\n`)
  return failed
}

function planWords({ files, counts }: MigrationPlan): string {
  const { articles, highlights, notes, tags, knownHighlights, repeated, problems } = counts
  const from = files.map(({ name, tool }) => `${name}: ${tool}\n`).join('')
  return `${from}Would bring:
  ${articles['with-text']} articles with their text
  ${articles['by-address']} articles known by their address
  ${articles['quotes-only']} books and the like, with their highlights
  ${articles.known} articles are in the library, ${articles['in-trash']} in its Trash
  ${highlights} highlights, ${notes} notes, ${tags} tags
  ${knownHighlights} highlights are there already, ${repeated} entries say the same twice, ${problems} cannot be read
`
}

function resultWords(result: MigrationResult, problems: number, notFetched: number): string {
  const { added, extended, unchanged, placed, orphaned, waiting, notes, failed } = result
  const more =
    notFetched === 0 ? '' : `${notFetched} articles are known by their address alone; --fetch fetches them.\n`
  return `${added} articles added, ${extended} given something new, ${unchanged} unchanged, ${failed} failed
${placed + waiting + orphaned} highlights (${placed} on their words, ${waiting} of articles without a text, ${orphaned} not found), ${notes} notes
${problems} entries could not be read
${more}`
}
