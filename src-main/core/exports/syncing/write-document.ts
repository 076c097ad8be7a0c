import type { ExportSettings } from '@shared/domain/exporting'
import { ArticleId, type AssetId } from '@shared/domain/ids'
import type { LinkTarget } from '@shared/domain/note-document'
import { articleDocument, articleValues, type ArticleExport } from '../documents/article-document'
import type { Writing } from '../documents/document'
import { noteDocument, topicDocument } from '../documents/plain-documents'
import type { ExportSource } from '../export-source'
import type { DocumentState, ExportStore } from '../export-store'
import type { LinkedFile } from '../flavours/flavour'
import { FLAVOURS } from '../flavours/flavours'
import type { OurFile } from '../merging/merge-file'
import { readTemplates } from '../templates/templates'
import { pathOf, relativeHref } from './plan-paths'

/** A document for its place, and the pictures that it shows. */
export interface WrittenDocument {
  readonly file: OurFile
  readonly images: readonly AssetId[]
}

/** Where documents and pictures are, within the folder. */
export interface Paths {
  readonly documents: ReadonlyMap<string, { readonly path: string; readonly title: string }>
  readonly image: (asset: AssetId) => string
}

/** Makes the text of documents, with one person's templates. */
export function createDocumentWriter(
  source: Pick<ExportSource, 'articleExports'>,
  store: Pick<ExportStore, 'note' | 'topic'>,
  { flavour: chosen, templates: own }: Pick<ExportSettings, 'flavour' | 'templates'>,
) {
  const flavour = FLAVOURS[chosen]
  const { templates, problems } = readTemplates(flavour, own[chosen] ?? {})
  const articleOf = (id: string): ArticleExport | undefined => source.articleExports([ArticleId.parse(id)])[0]

  return {
    flavour,
    problems,
    /** The name that a document's file would have, without its ending; perhaps with folders. */
    nameOf: ({ id, kind, title }: DocumentState): string => {
      if (kind === 'article' && own[chosen]?.fileName !== undefined) {
        const one = articleOf(id)
        if (one !== undefined) return pathOf(templates.fileName(articleValues(one)))
      }
      const folder = flavour.bullets || kind === 'article' ? '' : kind === 'topic' ? 'Topics/' : 'Notes/'
      return `${folder}${pathOf(title.replace(/\//gu, '-'))}`
    },
    /** What a document's file says at its place; null when the document has gone meanwhile. */
    write: ({ id, kind }: DocumentState, here: string, paths: Paths): WrittenDocument | null => {
      const images = new Set<AssetId>()
      const linked = (target: string): LinkedFile | null => {
        const file = paths.documents.get(target)
        if (file === undefined) return null
        const name = (file.path.split('/').at(-1) ?? '').replace(/\.md$/iu, '')
        return { title: file.title, name, href: relativeHref(here, file.path) }
      }
      const writing: Writing = {
        flavour,
        templates,
        fileOf: (target: LinkTarget) => linked(target.id),
        imagePath: (asset) => {
          images.add(asset)
          return relativeHref(here, paths.image(asset))
        },
      }
      const file = fileOf(id, kind, writing, linked)
      return file === null ? null : { file, images: [...images] }
    },
  }

  function fileOf(
    id: string,
    kind: DocumentState['kind'],
    writing: Writing,
    linked: (id: string) => LinkedFile | null,
  ): OurFile | null {
    if (kind === 'article') {
      const one = articleOf(id)
      return one === undefined ? null : articleDocument(one, writing)
    }
    if (kind === 'note') {
      const note = store.note(id)
      return note === undefined ? null : noteDocument(note, writing)
    }
    const topic = store.topic(id)
    if (topic === undefined) return null
    const parent = topic.parentId === null ? null : linked(topic.parentId)
    const nested = topic.nested.flatMap((one) => {
      const file = linked(one.id)
      return file === null ? [] : [{ id: one.id, file }]
    })
    return topicDocument({ ...topic, parent, nested }, writing)
  }
}
