import type { AssetId } from '@shared/domain/ids'
import type { LinkTarget } from '@shared/domain/note-document'
import type { Flavour, LinkedFile } from '../flavours/flavour'
import type { NoteSurroundings } from '../inline-markdown'
import type { BlockContent } from '../mdast'
import type { Templates } from '../templates/templates'
import { toMarkdown } from '../to-markdown'

/** What a document is written with: for whom, by which templates, and what is around it. */
export interface Writing {
  readonly flavour: Flavour
  readonly templates: Templates
  /** Another document's file; null when it has none. */
  readonly fileOf: (target: LinkTarget) => LinkedFile | null
  /** The way to a picture's file, percent-encoded. Remembers that the picture is needed. */
  readonly imagePath: (asset: AssetId) => string
}

/** What a note needs to know of what is around it. */
export function surroundings({ flavour, fileOf, imagePath }: Writing, headingShift: number): NoteSurroundings {
  return {
    headingShift: flavour.bullets ? 0 : headingShift,
    imagePath,
    linkTo: (target, title, inTable) => {
      const file = fileOf(target)
      if (file !== null) return flavour.linkTo(file, inTable)
      if (target.kind === 'note') return null
      const label = title.replace(/\s+/gu, ' ').replace(/[[\]\\|]/gu, String.raw`\$&`)
      return `[${label}](lectern://open/${target.id})`
    },
  }
}

/** Markdown nodes as text without a last line end. */
export function markdownOf(children: readonly BlockContent[], flavour: Flavour): string {
  return toMarkdown({ type: 'root', children: [...children] }, flavour).trimEnd()
}

/** A rendered part as a block: without empty lines around it; null when nothing is left. */
export function blockText(text: string): string | null {
  const said = text.replace(/^(?:[^\S\n]*\n)+|\s+$/gu, '')
  return said === '' ? null : said
}
