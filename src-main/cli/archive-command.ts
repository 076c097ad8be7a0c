import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Archive, ArchiveTitle } from '@shared/contract/archives'
import type { ImportItem } from '@shared/contract/imports'
import type { ArchiveId, ImportId } from '@shared/domain/ids'
import type { Library } from '../core/library'
import { ExitCode, jsonLine, UsageError, type Command } from './command'
import { LIBRARY_HELP, LIBRARY_OPTIONS, withLibrary } from './open'

type Archives = Library['handlers']['archives']

export const archiveCommand: Command = {
  name: 'archive',
  summary: 'add, search and import from ZIM archives',
  help: `Usage: lectern archive list
       lectern archive add <file.zim>
       lectern archive search <archive> <words…>
       lectern archive import <archive> <titles or paths…>

An archive is named by its id or by a part of its title. Search looks through all titles; case and accents make no
difference. Import takes titles as search writes them, or paths such as C/Marie_Curie.

  --limit N      the most titles that search writes; 50 otherwise
${LIBRARY_HELP}`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { ...LIBRARY_OPTIONS, limit: { type: 'string', default: '50' } },
      allowPositionals: true,
    })
    const [action, first, ...rest] = positionals
    const write = (value: unknown, words: string): void => io.out(values.json ? jsonLine(value) : words)
    let changed = (): void => undefined
    return withLibrary(
      values.library,
      async (library) => {
        const { archives } = library.handlers
        switch (action) {
          case 'list': {
            const all = await archives.list()
            write(all, all.map(line).join(''))
            return ExitCode.ok
          }
          case 'add': {
            if (first === undefined) throw new UsageError('Which file should be added?')
            const archive = await archives.add({ path: resolve(first) })
            write(archive, line(archive))
            return ExitCode.ok
          }
          case 'search': {
            const { id } = await named(archives, first)
            const titles = await search(archives, id, rest.join(' '), Number(values.limit))
            if (titles.length === 0) io.err('No title holds all these words.\n')
            write(titles, titles.map(titleLine).join(''))
            return ExitCode.ok
          }
          case 'import': {
            const { id } = await named(archives, first)
            if (rest.length === 0) throw new UsageError('Which articles should be imported?')
            const paths = await Promise.all(rest.map((name) => pathOf(archives, id, name)))
            const importId = await archives.importPages({ id, paths })
            const items = await whenDone(library, importId, (listener) => (changed = listener))
            write(items, items.map(itemLine).join(''))
            return items.some(({ error }) => error !== null) ? ExitCode.failed : ExitCode.ok
          }
          default:
            throw new UsageError('Say list, add, search or import.')
        }
      },
      (event) => {
        if (event.name === 'imports.changed') changed()
      },
    )
  },
}

async function named(archives: Archives, name: string | undefined): Promise<Archive> {
  if (name === undefined) throw new UsageError('Which archive?')
  const all = await archives.list()
  const found = all.filter(({ id, title }) => id === name || title.toLowerCase().includes(name.toLowerCase()))
  const [archive] = found
  if (archive !== undefined && found.length === 1) return archive
  const problem = found.length === 0 ? `There is no archive called "${name}".` : `"${name}" may be any of these:`
  throw new UsageError(`${problem}\n${(found.length === 0 ? all : found).map(line).join('')}`)
}

async function search(archives: Archives, id: ArchiveId, text: string, limit: number): Promise<ArchiveTitle[]> {
  if (text.trim() === '') throw new UsageError('What should be searched for?')
  if (!Number.isInteger(limit) || limit < 1) throw new UsageError('--limit is a number from 1.')
  const found: ArchiveTitle[] = []
  let from: number | null = 0
  while (from !== null && found.length < limit) {
    const part: Awaited<ReturnType<Archives['search']>> = await archives.search({ id, text, from, limit: 200 })
    found.push(...part.titles)
    from = part.next
  }
  return found.slice(0, limit)
}

/** A path as it is; a title becomes the path of the page it leads to. */
async function pathOf(archives: Archives, id: ArchiveId, name: string): Promise<string> {
  if (/^[A-Z-]\/./u.test(name)) return name
  const { titles } = await archives.titles({ id, prefix: name, offset: 0, limit: 50 })
  const exact = titles.find(({ title }) => title === name) ?? titles.find(({ title }) => title.length === name.length)
  if (exact === undefined) throw new UsageError(`No title is "${name}". Use search to find how it is written.`)
  return exact.path
}

function line({ id, title, articleCount, state, path }: Archive): string {
  return `${id}  ${String(articleCount).padStart(8)}  ${title}${state === 'missing' ? '  (missing)' : ''}  ${path}\n`
}

function titleLine({ title, path, of }: ArchiveTitle): string {
  return `${path}  ${title}${of === null ? '' : ` (leads to ${of})`}\n`
}

/** Listens before it looks, so that no change is missed between the two. */
async function whenDone(
  { handlers: { imports } }: Library,
  importId: ImportId,
  listen: (changed: () => void) => void,
): Promise<ImportItem[]> {
  for (;;) {
    const changed = new Promise<void>((done) => listen(done))
    const { state, items } = await imports.get({ importId, states: null, offset: 0, limit: 500 })
    if (state === 'done') return items
    await changed
  }
}

function itemLine({ state, name, title, error, remark }: ImportItem): string {
  return `${state.padEnd(9)}  ${title ?? name}${error === null ? '' : `: ${error.message}`}${remark === null ? '' : ` (${remark})`}\n`
}
