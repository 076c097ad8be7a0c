import type { Handlers } from '@shared/contract'
import { LecternError } from '@shared/contract/errors'
import type { ExportedFile, ExportScope } from '@shared/contract/exports'
import type { ArticleId, AssetId } from '@shared/domain/ids'
import type { AssetFiles } from '../files/asset-files'
import type { SettingsStore } from '../settings/settings-store'
import { articleDocument, articleValues, type ArticleExport } from './documents/article-document'
import type { Writing } from './documents/document'
import type { ExportSource } from './export-source'
import { fileNameOf } from './file-name'
import { FLAVOURS } from './flavours/flavours'
import { newFile } from './merging/merge-file'
import { createAttachments } from './syncing/attachments'
import { createPathPlan } from './syncing/plan-paths'
import { breathe } from './syncing/some-at-a-time'
import { readTemplates, refuseProblems } from './templates/templates'
import { zipFiles } from './zip'

export interface ExportDeps {
  readonly source: ExportSource
  readonly settings: Pick<SettingsStore, 'get'>
  readonly assets: Pick<AssetFiles, 'path' | 'read'>
}

/** A file of a download, and the pictures that it shows. */
interface MadeFile extends ExportedFile {
  readonly images: readonly AssetId[]
}

/** Answers the contract's `exports`. Articles without highlights or written notes give no file. */
export function exportHandlers({ source, settings, assets }: ExportDeps): Handlers['exports'] {
  /** Oldest first: an article that comes later cannot take the file name of one that was there. */
  const inScope = (scope: ExportScope): ArticleId[] => {
    const ids = scope.kind === 'library' ? source.annotatedIds() : [...new Set(scope.ids)]
    const missing = source.missing(ids)
    if (missing.length > 0) throw gone(missing)
    return source.oldestFirst(ids)
  }

  const writer = () => {
    const { flavour: name, templates: own } = settings.get().exporting
    const flavour = FLAVOURS[name]
    const { templates, problems } = readTemplates(flavour, own[name] ?? {})
    const attachments = createAttachments(assets, flavour.attachments)
    return {
      pictureName: attachments.pathOf,
      name: (one: ArticleExport) => fileNameOf(templates.fileName(articleValues(one))),
      text: (one: ArticleExport) => {
        const images = new Set<AssetId>()
        // A download has no folder around it: other files are linked to in Lectern.
        const writing: Writing = {
          flavour,
          templates,
          fileOf: () => null,
          imagePath: (id) => {
            images.add(id)
            return attachments.pathOf(id)
          },
        }
        const { text } = newFile(articleDocument(one, writing), { syntax: flavour.syntax, marks: flavour.marks })
        refuseProblems(problems)
        return { text, images: [...images] }
      },
    }
  }

  /** Files one after another; other calls are answered in between. */
  async function* filesOf(ids: readonly ArticleId[], write: ReturnType<typeof writer>): AsyncGenerator<MadeFile> {
    const names = createPathPlan([])
    for (const id of ids) {
      await breathe()
      const [one] = source.articleExports([id])
      if (one !== undefined) yield { articleId: id, name: names.free(write.name(one), id), ...write.text(one) }
    }
  }

  return {
    async preview({ scope }) {
      const ids = inScope(scope)
      const { articles, annotations } = source.sums(ids)
      for await (const { images: _, ...first } of filesOf(ids, writer())) return { files: articles, annotations, first }
      return { files: 0, annotations: 0, first: null }
    },
    async markdown({ scope }) {
      const files: ExportedFile[] = []
      for await (const { images: _, ...file } of filesOf(inScope(scope), writer())) files.push(file)
      return files
    },
    async download({ scope }) {
      const write = writer()
      const files: { name: string; bytes: Uint8Array<ArrayBuffer> }[] = []
      const images = new Set<AssetId>()
      for await (const file of filesOf(inScope(scope), write)) {
        files.push({ name: file.name, bytes: new Uint8Array(new TextEncoder().encode(file.text)) })
        for (const image of file.images) images.add(image)
      }
      const pictures: typeof files = []
      for (const image of images) {
        const bytes = await assets.read(image)
        if (bytes !== null) pictures.push({ name: write.pictureName(image), bytes })
      }
      const [first] = files
      if (first === undefined) throw nothing()
      if (files.length === 1 && pictures.length === 0)
        return { name: first.name, mediaType: 'text/markdown; charset=utf-8', bytes: first.bytes }
      const name = files.length === 1 ? first.name.replace(/\.md$/u, '.zip') : 'Lectern highlights.zip'
      return { name, mediaType: 'application/zip', bytes: zipFiles([...files, ...pictures]) }
    },
  }
}

function gone(ids: readonly ArticleId[]): LecternError {
  return new LecternError(
    'not-found',
    `${ids.length === 1 ? 'An article' : `${ids.length} articles`} to export could not be found; nothing was exported. It may have been deleted: choose again.`,
    [...ids],
  )
}

function nothing(): LecternError {
  return new LecternError(
    'not-found',
    'There is nothing to export: none of these articles has a highlight or a note. Make one and try again.',
  )
}
