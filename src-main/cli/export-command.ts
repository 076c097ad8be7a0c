import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { ZodEnum } from 'zod'
import type { OutputScope } from '@shared/contract/outputs'
import { BUNDLED_STYLES } from '@shared/domain/citation-style'
import { ArticleId, TopicId } from '@shared/domain/ids'
import { DossierOrder, OutputKind } from '@shared/domain/output'
import { UsageError, type Command } from './command'
import { writeOutputs } from './write-outputs'
import { checkOrMake, flavourOf, sayReport } from './export-options'
import { LIBRARY_HELP, LIBRARY_OPTIONS, withLibrary } from './open'
import { styleOf } from './style-option'

export const exportCommand: Command = {
  name: 'export',
  summary: 'write highlights and notes to Markdown files',
  help: `Usage: lectern export --to DIR [options]

Writes one Markdown file for each article with highlights or notes, each topic and each note. Exporting again changes
what changed in Lectern and nothing else: words you wrote into the files stay.

  --to DIR        the folder to write to; made when it is not there
  --article ID    only this article; may be given several times
  --flavour NAME  obsidian, logseq or markdown; otherwise that of the settings
  --restore       write again what was deleted in the folder
  --format NAME   something else of the articles, made anew each time: article-markdown or html (whole texts with highlights
                  and notes), json-ld (W3C annotations), csv (Readwise's columns), bibtex, csl-json, ris, bibliography.
                  Without --to, a single file goes to standard output
  --topic ID      a topic: as article-markdown or html its dossier, otherwise its articles
  --style NAME    for bibliographies and dossiers, otherwise that of the settings: a .csl file (Citation Style Language),
                  or one of
${wrapped(Object.keys(BUNDLED_STYLES))}
  --by ORDER      article or tag: how a dossier orders highlights
  --together      the articles in one document instead of one each, as article-markdown or html
  --dry-run       say what would change, and write nothing
${LIBRARY_HELP}`,
  async run(args, io) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        ...LIBRARY_OPTIONS,
        to: { type: 'string' },
        article: { type: 'string', multiple: true },
        flavour: { type: 'string' },
        format: { type: 'string', default: 'markdown' },
        topic: { type: 'string' },
        style: { type: 'string' },
        by: { type: 'string', default: 'article' },
        together: { type: 'boolean', default: false },
        restore: { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
      },
    })
    if (values.format !== 'markdown' || values.topic !== undefined) {
      const request = {
        kind: oneOf(OutputKind, values.format.replace(/^article-/u, ''), '--format'),
        by: oneOf(DossierOrder, values.by, '--by'),
        together: values.together,
      }
      const ids = idsOf(values.article)
      const scope = scopeOf(values.topic, ids)
      const to = values.to === undefined ? null : resolve(values.to)
      const how = { to, dryRun: values['dry-run'], json: values.json }
      const given = values.style === undefined ? null : await styleOf(values.style)
      return withLibrary(values.library, async (library) => {
        const style = given ?? (await library.handlers.settings.get()).citationStyle
        return writeOutputs(library, { ...request, style, scope }, how, io)
      })
    }
    if (values.to === undefined || values.to === '') throw new UsageError('--to says which folder to write to.')
    const folder = resolve(values.to)
    const only = idsOf(values.article)
    const flavour = flavourOf(values.flavour)
    const dryRun = values['dry-run']
    const report = await withLibrary(values.library, async ({ handlers, syncing }) => {
      if (only !== null) await handlers.exports.preview({ scope: { kind: 'articles', ids: only } })
      await checkOrMake(syncing, folder, dryRun)
      const { exporting } = await handlers.settings.get()
      return syncing.run({
        folder,
        flavour: flavour ?? exporting.flavour,
        dryRun,
        restore: values.restore,
        only: only === null ? null : new Set<string>(only),
      })
    })
    if (!values.json && report.files.length === 0 && report.unchanged === 0) {
      io.err('There is nothing to export: no highlight and no note.\n')
    }
    return sayReport(report, values.json, io)
  },
}

/** Names in lines that fit a terminal, below an option's explanation. */
function wrapped(names: readonly string[]): string {
  const lines: string[] = []
  for (const name of names) {
    const last = lines[lines.length - 1]
    if (last === undefined || last.length + name.length > 96) lines.push(name)
    else lines[lines.length - 1] = `${last}, ${name}`
  }
  return lines.map((line) => `                  ${line}`).join(',\n')
}

function scopeOf(topic: string | undefined, ids: ArticleId[] | null): OutputScope {
  if (topic === undefined) return ids === null ? { kind: 'library' } : { kind: 'articles', ids }
  const id = TopicId.safeParse(topic.toLowerCase())
  if (!id.success || ids !== null)
    throw new UsageError('--topic takes the id of one topic, and no --article beside it.')
  return { kind: 'topic', id: id.data }
}

function oneOf<Value extends string>(shape: ZodEnum<Record<Value, Value>>, value: string, option: string): Value {
  const known = shape.options.find((each) => each === value)
  if (known === undefined) throw new UsageError(`${option} is one of ${shape.options.join(', ')}.`)
  return known
}

function idsOf(ids: readonly string[] | undefined): ArticleId[] | null {
  if (ids === undefined) return null
  const parsed = ids.map((id) => ArticleId.safeParse(id.toLowerCase()))
  const known = parsed.flatMap((one) => (one.success ? [one.data] : []))
  if (known.length < ids.length) throw new UsageError('--article takes the id of an article, as `list` shows it.')
  return known
}
