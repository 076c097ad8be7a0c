import { AssetId } from '@shared/domain/ids'
import { append, attr, createElement, type Fragment, parseFragment } from '../html/html-tree'
import type { KeptImages } from './images'

/** An article's images with the one that stands for it. */
export interface WithLeadImage extends KeptImages {
  readonly leadImage: AssetId | null
}

/**
 * Adds the picture that stands for the article to its images, unless it is one of them. One that cannot be had is not missed: it
 * is no part of the article.
 * @param base what addresses in the article resolve against
 * @param keep keeps the images of a fragment as the article's were kept
 */
export async function keepLeadImage(
  address: string | null,
  base: string | null,
  kept: KeptImages,
  keep: (root: Fragment) => Promise<KeptImages>,
): Promise<WithLeadImage> {
  const known = Object.entries(kept.places).find(([src]) => absolute(src, base) === address)?.[1]
  if (address === null || known !== undefined) return { ...kept, leadImage: known ?? null }
  const root = parseFragment('')
  const image = createElement('img', { src: address })
  append(root, image)
  const { assets, places } = await keep(root)
  const own = /^\/assets\/([0-9a-f]{64})$/u.exec(attr(image, 'src') ?? '')?.[1]
  const leadImage = own === undefined ? null : AssetId.parse(own)
  const others = assets.filter(({ id }) => kept.assets.every((asset) => asset.id !== id))
  return {
    assets: [...kept.assets, ...others],
    places: { ...kept.places, ...places },
    missing: kept.missing,
    leadImage,
  }
}

function absolute(src: string, base: string | null): string | null {
  try {
    return new URL(src, base ?? undefined).href
  } catch {
    return null
  }
}
