import type { AssetId } from '@shared/domain/ids'
import type { DossierOrder } from '@shared/domain/output'
import type { CslEntry } from '../citing/html-runs'
import { htmlPage } from '../html/page'
import type { PictureData } from '../html/inline-pictures'
import { nodesToHtml } from '../html/nodes-to-html'
import type { PicturePath } from '../markdown/article-markdown'
import { writeMarkdown } from '../markdown/write-markdown'
import { dossierNodes } from './dossier-nodes'
import type { Dossier } from './dossier-source'

/** What a dossier is written by. */
interface DossierStyle {
  readonly by: DossierOrder
  readonly sources: readonly CslEntry[]
}

/** A dossier as Markdown. */
export function dossierMarkdown(dossier: Dossier, { by, sources }: DossierStyle, pathOf: PicturePath): string {
  return writeMarkdown(dossierNodes(dossier, { by, sources, pathOf }))
}

/** A dossier as one HTML document that needs nothing else. */
export async function dossierHtml(
  dossier: Dossier,
  { by, sources }: DossierStyle,
  dataOf: PictureData,
): Promise<string> {
  const needed = new Set<AssetId>()
  const nodes = dossierNodes(dossier, {
    by,
    sources,
    pathOf: (id) => {
      needed.add(id)
      return id
    },
  })
  const pictures = new Map<string, string | null>()
  for (const id of needed) pictures.set(id, await dataOf(id))
  return htmlPage({
    title: dossier.topic.title,
    language: null,
    direction: 'ltr',
    body: `<main>${nodesToHtml(nodes, (url) => pictures.get(url) ?? null)}</main>`,
  })
}
