import type { Handlers } from '@shared/contract'
import { LecternError } from '@shared/contract/errors'
import type { ExportedFile, ExportScope } from '@shared/contract/exports'
import type { ArticleId } from '@shared/domain/ids'
import type { SettingsStore } from '../settings/settings-store'
import { articleDocument, articleValues, type ArticleExport } from './documents/article-document'
import type { Writing } from './documents/document'
import type { ExportSource } from './export-source'
import { uniqueFileNames } from './file-name'
import { FLAVOURS } from './flavours/flavours'
import { newFile } from './merging/merge-file'
import { readTemplates, refuseProblems } from './templates/templates'
import { zipFiles } from './zip'

export interface ExportDeps {
  readonly source: ExportSource
  readonly settings: Pick<SettingsStore, 'get'>
}

/** Answers the contract's `exports`. Articles without highlights or written notes give no file. */
export function exportHandlers({ source, settings }: ExportDeps): Handlers['exports'] {
  /** Oldest first: an article that comes later cannot take the file name of one that was there. */
  const inScope = (scope: ExportScope): ArticleExport[] => {
    const ids = scope.kind === 'library' ? source.annotatedIds() : [...new Set(scope.ids)]
    const missing = source.missing(ids)
    if (missing.length > 0) throw gone(missing)
    return source
      .articleExports(ids)
      .sort((a, b) => a.article.addedAt - b.article.addedAt || (a.article.id < b.article.id ? -1 : 1))
  }

  const writer = () => {
    const { flavour: name, templates: own } = settings.get().exporting
    const flavour = FLAVOURS[name]
    const { templates, problems } = readTemplates(flavour, own[name] ?? {})
    // A download has no folder around it: other files are linked to in Lectern, pictures where they would be.
    const writing: Writing = {
      flavour,
      templates,
      fileOf: () => null,
      imagePath: (id) => `${flavour.attachments}/${id.slice(0, 16)}`,
    }
    return {
      name: (one: ArticleExport) => templates.fileName(articleValues(one)),
      text: (one: ArticleExport) => {
        const { text } = newFile(articleDocument(one, writing), { syntax: flavour.syntax, marks: flavour.marks })
        refuseProblems(problems)
        return text
      },
    }
  }

  const filesOf = (all: readonly ArticleExport[]): ExportedFile[] => {
    const write = writer()
    const names = uniqueFileNames(all.map((one) => ({ id: one.article.id, title: write.name(one) })))
    return all.map((one, at) => ({
      articleId: one.article.id,
      name: names[at] ?? `${one.article.id}.md`,
      text: write.text(one),
    }))
  }

  return {
    preview({ scope }) {
      const all = inScope(scope)
      return {
        files: all.length,
        annotations: all.reduce((sum, { note, highlights }) => sum + highlights.length + (note === null ? 0 : 1), 0),
        first: filesOf(all.slice(0, 1))[0] ?? null,
      }
    },
    markdown: ({ scope }) => filesOf(inScope(scope)),
    download({ scope }) {
      const files = filesOf(inScope(scope))
      const [first] = files
      if (first === undefined) throw nothing()
      if (files.length > 1) {
        return { name: 'Lectern highlights.zip', mediaType: 'application/zip', bytes: zipFiles(files) }
      }
      const bytes = new Uint8Array(new TextEncoder().encode(first.text))
      return { name: first.name, mediaType: 'text/markdown; charset=utf-8', bytes }
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
