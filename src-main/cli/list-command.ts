import { parseArgs } from 'node:util'
import { ArticleView } from '@shared/contract/articles'
import type { Highlight } from '@shared/domain/annotation'
import type { Article } from '@shared/domain/article'
import { ExitCode, jsonLine, UsageError, type Command } from './command'
import { LIBRARY_HELP, LIBRARY_OPTIONS, withLibrary } from './open'

const PAGE = 200

type TitledHighlight = Highlight & { readonly articleTitle: string }

export const listCommand: Command = {
  name: 'list',
  summary: 'list the articles of the library, newest first',
  help: `Usage: lectern list [options]

Lists articles, newest first: id, status, number of highlights and notes, title.

  --status S     only those in inbox, reading or archive
  --favourites   only favourites
  --tag TAG      only those with this tag
  --trash        what is in Trash
  --orphans      highlights whose words are not in the newest version of their article
${LIBRARY_HELP}`,
  async run(args, io) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        ...LIBRARY_OPTIONS,
        status: { type: 'string' },
        favourites: { type: 'boolean' },
        tag: { type: 'string' },
        trash: { type: 'boolean' },
        orphans: { type: 'boolean' },
      },
    })
    if (values.orphans === true) return listOrphans(values.library, values.json ?? false, io)
    const view = viewOf(values)
    await withLibrary(values.library, async ({ handlers }) => {
      const all: Article[] = []
      for (let total = Infinity; all.length < total;) {
        const page = await handlers.articles.list({ view, sort: 'added', filter: '', offset: all.length, limit: PAGE })
        if (page.articles.length === 0) break
        all.push(...page.articles)
        total = page.total
      }
      if (values.json) io.out(jsonLine(all))
      else for (const article of all) io.out(line(article))
    })
    return ExitCode.ok
  },
}

/** Highlights that wait for a person to say where they belong. */
async function listOrphans(
  library: string | undefined,
  json: boolean,
  io: Parameters<Command['run']>[1],
): Promise<ExitCode> {
  await withLibrary(library, async ({ handlers }) => {
    const found: TitledHighlight[] = []
    for (let total = Infinity; found.length < total;) {
      const page = await handlers.annotations.listAll({
        ...{ colour: null, tag: null, topicId: null, withNote: null, orphaned: true, since: null, sort: 'article' },
        ...{ offset: found.length, limit: PAGE },
      })
      if (page.highlights.length === 0) break
      found.push(...page.highlights)
      total = page.total
    }
    if (json) io.out(jsonLine(found))
    else {
      for (const { articleId, articleTitle, target } of found) {
        io.out(`${articleId}  ${articleTitle}: ${target.quote.exact.replace(/\s+/gu, ' ')}\n`)
      }
    }
  })
  return ExitCode.ok
}

interface Values {
  readonly status?: string | undefined
  readonly favourites?: boolean | undefined
  readonly tag?: string | undefined
  readonly trash?: boolean | undefined
}

function viewOf({ status, favourites, tag, trash }: Values): ArticleView {
  const views = [
    ...(status === undefined ? [] : [{ kind: 'status', status }]),
    ...(favourites === true ? [{ kind: 'favourites' }] : []),
    ...(tag === undefined ? [] : [{ kind: 'tag', tag }]),
    ...(trash === true ? [{ kind: 'trash' }] : []),
  ]
  if (views.length > 1) throw new UsageError('Choose one of --status, --favourites, --tag and --trash.')
  const parsed = ArticleView.safeParse(views[0] ?? { kind: 'all' })
  if (!parsed.success)
    throw new UsageError('--status is one of inbox, reading, archive; --tag has 1 to 100 characters.')
  return parsed.data
}

function line({ id, status, annotationCount, title, siteName }: Article): string {
  const notes = String(annotationCount).padStart(4)
  return `${id}  ${status.padEnd(7)}  ${notes}  ${title}${siteName === null ? '' : ` — ${siteName}`}\n`
}
