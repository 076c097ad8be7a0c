import { z } from 'zod'

/** For whose eyes exported files are written: how blocks carry ids, links are made, and what is escaped. */
export const ExportFlavour = z.enum(['obsidian', 'logseq', 'markdown'])
export type ExportFlavour = z.infer<typeof ExportFlavour>

/** The parts of an exported file that a person can give a template of their own (LiquidJS). */
export const TemplatePart = z.enum(['fileName', 'frontMatter', 'header', 'highlight', 'note'])
export type TemplatePart = z.infer<typeof TemplatePart>

/** The longest template, in UTF-16 units. */
export const MAX_TEMPLATE = 20_000

/** A person's own templates of one flavour; a part without one has the default. */
export const OwnTemplates = z.partialRecord(TemplatePart, z.string().max(MAX_TEMPLATE))
export type OwnTemplates = z.infer<typeof OwnTemplates>

/** How highlights and notes are written to files, and where to. */
export const ExportSettings = z.object({
  flavour: ExportFlavour,
  /** Own templates by flavour. */
  templates: z.partialRecord(ExportFlavour, OwnTemplates),
  /** The folder that is kept in sync, as an absolute path; null for none. */
  folder: z.string().max(4096).nullable(),
  /** Whether the folder follows each change by itself. */
  automatic: z.boolean(),
})
export type ExportSettings = z.infer<typeof ExportSettings>
