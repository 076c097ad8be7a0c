import type { ExportFlavour, TemplatePart } from '@shared/domain/exporting'
import type { AnnotationId } from '@shared/domain/ids'
import type { FrontSyntax } from '../merging/front-entries'
import type { MergeMarks } from '../merging/merge-blocks'
import type { Hazard } from '../to-markdown'

/** Another exported file that is linked to. */
export interface LinkedFile {
  readonly title: string
  /** The file's name without its ending. */
  readonly name: string
  /** The way there from the file that links, percent-encoded. */
  readonly href: string
}

/** How files are written for one program. */
export interface Flavour {
  readonly name: ExportFlavour
  readonly syntax: FrontSyntax
  /** Whether everything is a bullet, as in Logseq. */
  readonly bullets: boolean
  /** What this program would act on and CommonMark takes as plain text. */
  readonly hazards: readonly Hazard[]
  /** How a block carries its id. `short` is the beginning of the id that tells it from others of its file. */
  readonly blockId: (id: AnnotationId, short: string) => string
  /** A link to another file, as Markdown. */
  readonly linkTo: (file: LinkedFile, inTable: boolean) => string
  /** Where pictures go, within the folder. */
  readonly attachments: string
  readonly marks: MergeMarks
  readonly templates: Readonly<Record<TemplatePart, string>>
}
