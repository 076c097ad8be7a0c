import type { Handlers } from '@shared/contract'
import { LecternError } from '@shared/contract/errors'
import type { ArticleId } from '@shared/domain/ids'
import type { AssetFiles } from '../../files/asset-files'
import { fileNameOf } from '../file-name'
import { zipFiles } from '../zip'
import type { ArticleOutput, OutputSource } from './article-output'
import { articleItem } from './citing/article-item'
import { runsToHtml } from './citing/bibliography-text'
import type { CslItem } from './citing/csl-item'
import type { CslWriter } from './citing/csl-engine'
import { plainRuns, type Run } from './citing/runs'
import type { Citing } from './citing/citing'
import { createStyles, type StylesDeps } from './citing/own-styles'
import { dossierHtml } from './dossier/dossier-files'
import { dossierSources } from './dossier/dossier-nodes'
import type { DossierSource } from './dossier/dossier-source'
import { articleHtml } from './html/article-html'
import { articlesHtml } from './html/articles-html'
import { createPictureData } from './html/inline-pictures'
import { ENDINGS, TOGETHER, type OutputFiles } from './output-files'
import type { OutputFile } from './picture-files'
import { createAnnotationReading, type ReadingDeps } from './web-annotations/read-annotations'

export interface OutputDeps extends ReadingDeps, Omit<StylesDeps, 'citing'> {
  readonly citing: Citing
  readonly source: OutputSource
  readonly dossiers: DossierSource
  readonly plan: OutputFiles
  readonly assets: Pick<AssetFiles, 'read'>
}

/** The most bytes of one download: they are in memory several times over. */
const MOST_BYTES = 256 * 1024 * 1024
/** How much a preview shows: articles, and UTF-16 units. */
const PREVIEW_ARTICLES = 25
const PREVIEW_LENGTH = 40_000

/** Answers the contract's `outputs`. */
export function outputHandlers({ source, dossiers, plan, assets, citing, ...deps }: OutputDeps): Handlers['outputs'] {
  const dataOf = createPictureData(assets)
  const readAnnotations = createAnnotationReading(deps)
  const styles = createStyles({ ...deps, citing })
  const one = (id: ArticleId): ArticleOutput => {
    const found = source.one(id)
    if (found === undefined) throw missing('This article')
    return found
  }
  const itemOf = (id: ArticleId) => {
    return articleItem(one(id))
  }

  return {
    async preview(request) {
      const { title, articles, documents, files } = plan(request)
      const isApart = documents > 1
      const first = await firstOf(files({ most: isApart ? 1 : PREVIEW_ARTICLES, withPictures: false }))
      const text = first === null ? null : new TextDecoder().decode(first.bytes).slice(0, PREVIEW_LENGTH)
      return {
        name: first?.name ?? `${fileNameOf(title)}.${ENDINGS[request.kind].ending}`,
        files: documents,
        articles,
        text,
      }
    },
    async make(request) {
      const { title, files } = plan(request)
      const made: OutputFile[] = []
      let size = 0
      for await (const file of files()) {
        size += file.bytes.byteLength
        if (size > MOST_BYTES) throw tooLarge()
        made.push(file)
      }
      const [first, ...others] = unique(made)
      if (first === undefined) throw nothing()
      if (others.length === 0)
        return { name: first.name, mediaType: ENDINGS[request.kind].mediaType, bytes: first.bytes }
      return { name: `${fileNameOf(title)}.zip`, mediaType: 'application/zip', bytes: zipFiles([first, ...others]) }
    },
    async page({ scope }) {
      if (scope.kind === 'article') {
        const output = one(scope.id)
        return { title: output.article.title, html: await articleHtml(output, dataOf) }
      }
      if (scope.kind === 'articles') {
        const all = [...new Set(scope.ids)].map(one)
        return { title: TOGETHER, html: await articlesHtml(TOGETHER, all, dataOf) }
      }
      const dossier = dossiers.read(scope.id)
      if (dossier === undefined) throw missing('This topic')
      const sources = dossierSources(dossier, await citing.writer(scope.style))
      return { title: dossier.topic.title, html: await dossierHtml(dossier, { by: scope.by, sources }, dataOf) }
    },
    async cite({ articleId, style }) {
      const item = itemOf(articleId)
      const writer = await citing.writer(style)
      const entry = entryOf(writer, item)
      return { text: plainRuns(entry), html: runsToHtml(entry), inText: plainRuns(writer.citation(item).runs) }
    },
    async quote({ articleId, quote, style }) {
      const item = itemOf(articleId)
      const writer = await citing.writer(style)
      const entry = entryOf(writer, item)
      const inText = writer.citation(item).runs
      const words = `“${quote.replace(/\s+/gu, ' ').trim()}”`
      // A note stands below, not in the line. A number that is raised follows the words closely.
      const isRaised = inText.every(({ marks }) => marks.includes('superscript'))
      const lead: Run = { text: words + (writer.isNote || isRaised ? '' : ' '), marks: [] }
      const paragraphs = writer.isNote ? [[lead], inText, entry] : [[lead, ...inText], entry]
      return {
        text: `${paragraphs.map(plainRuns).join('\n\n')}\n`,
        html: paragraphs.map((runs) => `<p>${runsToHtml(runs)}</p>`).join(''),
      }
    },
    ...styles,
    readAnnotations: ({ text, dryRun }) => readAnnotations(text, dryRun),
  }
}

/** A source alone, without the number it would have among others. */
function entryOf(writer: CslWriter, item: CslItem): readonly Run[] {
  return writer.bibliography([item])[0]?.runs ?? []
}

async function firstOf(files: AsyncGenerator<OutputFile>): Promise<OutputFile | null> {
  for await (const file of files) return file
  return null
}

/** Pictures of several articles may be the same file. */
function unique(files: readonly OutputFile[]): OutputFile[] {
  return [...new Map(files.map((file) => [file.name, file])).values()]
}

function missing(what: string): LecternError {
  return new LecternError('not-found', `${what} is not in the library any more. Nothing was changed.`)
}

function nothing(): LecternError {
  return new LecternError(
    'not-found',
    'There is nothing to export here: no article, or none with a highlight or a note.',
  )
}

function tooLarge(): LecternError {
  return new LecternError(
    'too-large',
    'This is too much for one download, so nothing was exported. Choose fewer articles, or use the command line: export --format.',
  )
}
