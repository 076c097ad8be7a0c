import type { OutputRequest } from '@shared/contract/outputs'
import { LecternError } from '@shared/contract/errors'
import type { ArticleId } from '@shared/domain/ids'
import { MOST_TOGETHER } from '@shared/domain/limits'
import type { OutputKind } from '@shared/domain/output'
import type { AssetFiles } from '../../files/asset-files'
import { fileNameOf, uniqueFileNames } from '../file-name'
import type { ArticleOutput, OutputSource } from './article-output'
import type { Citing, StyleChoice } from './citing/citing'
import { bibliographyText } from './citing/bibliography-text'
import { articleItem } from './citing/article-item'
import { bibtex } from './citing/bibtex'
import { ris } from './citing/ris'
import { dossierHtml, dossierMarkdown } from './dossier/dossier-files'
import { dossierSources } from './dossier/dossier-nodes'
import type { DossierSource } from './dossier/dossier-source'
import { articleHtml } from './html/article-html'
import { articlesHtml } from './html/articles-html'
import { createPictureData, type PictureData } from './html/inline-pictures'
import { articleMarkdown, articlesMarkdown } from './markdown/article-markdown'
import { type OutputFile, withPictures } from './picture-files'
import { readwiseCsv } from './readwise-csv'
import { webAnnotations } from './web-annotations/write-annotations'

export interface OutputFilesDeps {
  readonly source: OutputSource
  readonly dossiers: DossierSource
  readonly assets: Pick<AssetFiles, 'read'>
  readonly citing: Pick<Citing, 'writer'>
}

/** What is asked for, perhaps in a style that the library does not hold. */
export type PlannedOutput = Omit<OutputRequest, 'style'> & { readonly style: StyleChoice }

/** What an output consists of. */
export interface OutputPlan {
  /** Name of the whole, without its ending. */
  readonly title: string
  readonly articles: number
  /** How many documents it has; pictures beside them are not counted. */
  readonly documents: number
  /** Makes the files one after another. A document comes before its pictures. */
  readonly files: (limits?: PlanLimits) => AsyncGenerator<OutputFile>
}

interface PlanLimits {
  /** Looks at so many articles only: for a preview. */
  readonly most: number
  readonly withPictures: boolean
}

export type OutputFiles = ReturnType<typeof createOutputFiles>

/** What several articles are called together. */
export const TOGETHER = 'Lectern articles'

/** How each kind's file ends, and what it is. */
export const ENDINGS: Readonly<Record<OutputKind, { readonly ending: string; readonly mediaType: string }>> = {
  markdown: { ending: 'md', mediaType: 'text/markdown; charset=utf-8' },
  html: { ending: 'html', mediaType: 'text/html; charset=utf-8' },
  'json-ld': { ending: 'jsonld', mediaType: 'application/ld+json' },
  csv: { ending: 'csv', mediaType: 'text/csv; charset=utf-8' },
  bibtex: { ending: 'bib', mediaType: 'application/x-bibtex; charset=utf-8' },
  'csl-json': { ending: 'json', mediaType: 'application/vnd.citationstyles.csl+json' },
  ris: { ending: 'ris', mediaType: 'application/x-research-info-systems; charset=utf-8' },
  bibliography: { ending: 'md', mediaType: 'text/markdown; charset=utf-8' },
}

/** Makes outputs as files. The same state gives the same bytes. */
export function createOutputFiles({ source, dossiers, assets, citing }: OutputFilesDeps) {
  const dataOf = createPictureData(assets)
  const noPictures: PictureData = async () => null

  function* read(ids: readonly ArticleId[]): Generator<ArticleOutput> {
    for (const id of ids) {
      const one = source.one(id)
      if (one !== undefined) yield one
    }
  }

  const idsOf = ({ kind, scope }: PlannedOutput): ArticleId[] => {
    if (scope.kind === 'library') return source.libraryIds(kind === 'json-ld' || kind === 'csv')
    if (scope.kind === 'topic') return dossiers.articleIds(scope.id) ?? []
    const ids = [...new Set(scope.ids)]
    const missing = source.missing(ids)
    if (missing.length > 0) throw gone(missing.length === 1 ? 'An article' : `${missing.length} articles`, missing)
    return ids
  }

  /** @throws LecternError `not-found` */
  return function plan(request: PlannedOutput): OutputPlan {
    const { kind, scope, by, style } = request
    const { ending } = ENDINGS[kind]
    const dossier = scope.kind === 'topic' ? dossiers.read(scope.id) : undefined
    if (scope.kind === 'topic' && dossier === undefined) throw gone('The topic', [scope.id])
    const ids = idsOf(request)
    const only = ids.length === 1 ? source.one(ids[0] ?? fail()) : undefined
    const title =
      dossier?.topic.title ?? only?.article.title ?? (scope.kind === 'library' ? 'Lectern library' : TOGETHER)
    const file = (name: string, text: string): OutputFile => ({
      name,
      bytes: new Uint8Array(new TextEncoder().encode(text)),
    })
    const name = `${fileNameOf(title)}.${ending}`

    if (kind === 'markdown' || kind === 'html') {
      if (dossier !== undefined) {
        const files = async function* ({ withPictures: isWhole }: PlanLimits = EVERYTHING): AsyncGenerator<OutputFile> {
          const sources = dossierSources(dossier, await citing.writer(style))
          if (kind === 'html') {
            yield file(name, await dossierHtml(dossier, { by, sources }, isWhole ? dataOf : noPictures))
            return
          }
          const { text, pictures } = await withPictures(assets, (pathOf) =>
            dossierMarkdown(dossier, { by, sources }, pathOf),
          )
          yield file(name, text)
          yield* pictures
        }
        return { title, articles: ids.length, documents: 1, files }
      }
      if (request.together === true && ids.length > 1) {
        if (ids.length > MOST_TOGETHER) throw tooMany()
        const files = async function* ({
          most,
          withPictures: isWhole,
        }: PlanLimits = EVERYTHING): AsyncGenerator<OutputFile> {
          const all = [...read(ids.slice(0, most))]
          if (kind === 'html') {
            yield file(name, await articlesHtml(title, all, isWhole ? dataOf : noPictures))
            return
          }
          const { text, pictures } = await withPictures(assets, (pathOf) => articlesMarkdown(all, pathOf))
          yield file(name, text)
          if (isWhole) yield* pictures
        }
        return { title, articles: ids.length, documents: 1, files }
      }
      const files = async function* ({
        most,
        withPictures: isWhole,
      }: PlanLimits = EVERYTHING): AsyncGenerator<OutputFile> {
        const wanted = ids.slice(0, most)
        const names = namesOf(wanted, source)
        for (const [at, id] of wanted.entries()) {
          const one = source.one(id)
          if (one === undefined) continue
          const own = `${names[at] ?? one.article.id}.${ending}`
          if (kind === 'html') yield file(own, await articleHtml(one, isWhole ? dataOf : noPictures))
          else {
            const { text, pictures } = await withPictures(assets, (pathOf) => articleMarkdown(one, pathOf))
            yield file(own, text)
            if (isWhole) yield* pictures
          }
        }
      }
      return { title, articles: ids.length, documents: ids.length, files }
    }
    const files = async function* ({ most }: PlanLimits = EVERYTHING): AsyncGenerator<OutputFile> {
      if (ids.length === 0) return
      const all = read(ids.slice(0, most))
      if (kind !== 'bibliography') yield file(name, together(kind, title, all))
      else yield file(name, bibliographyText((await citing.writer(style)).bibliography(Array.from(all, articleItem))))
    }
    return { title, articles: ids.length, documents: ids.length === 0 ? 0 : 1, files }
  }
}

const EVERYTHING: PlanLimits = { most: Infinity, withPictures: true }

/** Kinds that are one file for all articles. */
function together(
  kind: Exclude<OutputKind, 'markdown' | 'html' | 'bibliography'>,
  title: string,
  all: Iterable<ArticleOutput>,
): string {
  if (kind === 'json-ld') return webAnnotations(all, title)
  if (kind === 'csv') return readwiseCsv(all)
  const items = Array.from(all, articleItem)
  if (kind === 'bibtex') return bibtex(items)
  return kind === 'ris' ? ris(items) : `${JSON.stringify(items, null, 2)}\n`
}

/** File names without endings, each unique on any system. */
function namesOf(ids: readonly ArticleId[], source: OutputSource): string[] {
  const titled = ids.map((id) => ({ id, title: source.titleOf(id) }))
  return uniqueFileNames(titled).map((name) => name.replace(/\.md$/u, ''))
}

function tooMany(): LecternError {
  return new LecternError(
    'too-large',
    `No more than ${MOST_TOGETHER} articles become one document, so nothing was exported. Choose fewer, or one file for each.`,
  )
}

function gone(what: string, ids: readonly string[]): LecternError {
  const message = `${what} to export could not be found; nothing was exported. It may have been deleted: choose again.`
  return new LecternError('not-found', message, [...ids])
}

function fail(): never {
  throw new TypeError('a list of one has one')
}
