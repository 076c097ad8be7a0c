import { parseArgs } from 'node:util'
import { search } from '@shared/contract/search'
import type { Excerpt, SearchHit, SearchResults } from '@shared/contract/search'
import { ExitCode, jsonLine, UsageError, type Command, type Io } from './command'
import { LIBRARY_HELP, LIBRARY_OPTIONS, withLibrary } from './open'

export const searchCommand: Command = {
  name: 'search',
  summary: 'find articles, highlights and notes',
  help: `Usage: lectern search [options] <words…>

Finds what holds all the words; the last one may be the beginning of a word. "Quoted words" are a phrase,
and -word leaves out what holds it (after --, so that it is not taken for an option). These narrow a search:
tag: topic: site: author: lang: before: after: in:notes colour: is:unread has:notes

  --limit N      the most of each kind; 20 otherwise, 200 at most
${LIBRARY_HELP}`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { ...LIBRARY_OPTIONS, limit: { type: 'string', default: '20' } },
      allowPositionals: true,
    })
    if (positionals.length === 0) throw new UsageError('What should be searched for?')
    const input = search.query.input.safeParse({ text: positionals.join(' '), limit: Number(values.limit) })
    if (!input.success) throw new UsageError('--limit is a number from 1 to 200; a query has at most 1,000 characters.')
    const results = await withLibrary(values.library, async ({ handlers }) => handlers.search.query(input.data))
    if (values.json) io.out(jsonLine(results))
    else show(results, io)
    return ExitCode.ok
  },
}

function show({ articles, highlights, notes, answers, partial, didYouMean }: SearchResults, io: Io): void {
  const meant = didYouMean === null ? '' : ` Did you mean: ${didYouMean.text}`
  if (articles.total + highlights.total + notes.total + answers.total === 0) {
    return io.err(`Nothing was found.${meant}\n`)
  }
  if (didYouMean !== null) {
    io.err(
      didYouMean.shown ? `Nothing holds these words. Here is what holds: ${didYouMean.text}\n` : `${meant.trim()}\n`,
    )
  }
  if (partial) io.err('Nothing holds all these words. Here is what holds some of them.\n')
  for (const [name, group] of [['Articles', articles], ['Highlights', highlights], ['Notes', notes], ['Answers', answers]] as const) {
    if (group.total === 0) continue
    io.out(`${name} (${group.total})\n`)
    for (const hit of group.hits) io.out(lines(hit))
  } // prettier-ignore
}

function lines(hit: SearchHit): string {
  const [id, title] = headOf(hit)
  return `  ${id}  ${title}\n      ${marked(hit.excerpt)}\n`
}

function headOf(hit: SearchHit): readonly [id: string, title: string] {
  switch (hit.kind) {
    case 'article':
      return [hit.articleId, marked(hit.title)]
    case 'highlight':
    case 'note':
      return [hit.articleId, hit.articleTitle]
    case 'own-note':
      return [hit.noteId, marked(hit.title)]
    case 'answer':
      return [hit.questionId, marked(hit.question)]
  }
}

/** The words that were found stand in square brackets. */
function marked({ text, marks }: Excerpt): string {
  let shown = ''
  let from = 0
  for (const [start, end] of marks) {
    shown += `${text.slice(from, start)}[${text.slice(start, end)}]`
    from = end
  }
  return (shown + text.slice(from)).replace(/\s+/gu, ' ')
}
