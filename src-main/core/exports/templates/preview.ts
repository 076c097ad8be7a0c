import type { TemplateProblem } from '@shared/contract/sync'
import type { OwnTemplates } from '@shared/domain/exporting'
import { articleDocument, articleValues, type ArticleExport } from '../documents/article-document'
import type { Writing } from '../documents/document'
import type { Flavour } from '../flavours/flavour'
import { newFile } from '../merging/merge-file'
import { pathOf } from '../syncing/plan-paths'
import { SAMPLE_EXPORT } from './sample-export'
import { readTemplates } from './templates'

/** How an article would be written, a made-up one where there is none, and which templates do not work. */
export function previewTemplates(
  flavour: Flavour,
  own: OwnTemplates,
  given: ArticleExport | null,
): { name: string; text: string; problems: TemplateProblem[] } {
  const one = given ?? SAMPLE_EXPORT
  const { templates, problems } = readTemplates(flavour, own)
  const imagePath = (id: string): string => `${flavour.attachments}/${id.slice(0, 16)}.png`
  const writing: Writing = { flavour, templates, fileOf: () => null, imagePath }
  const name = `${pathOf(templates.fileName(articleValues(one)))}.md`
  const format = { syntax: flavour.syntax, marks: flavour.marks }
  return { name, text: newFile(articleDocument(one, writing), format).text, problems: [...problems] }
}
