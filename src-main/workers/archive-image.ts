import { findByPath, linkTarget } from '../core/archives/entry-address'
import { openZim, type Zim } from '../core/archives/zim/zim'
import type { ImagePlace, LoadImage } from '../core/imports/images/images'

const MAX_IMAGE_BYTES = 24 * 1024 * 1024

/** Loads the images of one page out of its archive, which is opened at the first and closed by `close`. */
export function archiveImages(): { readonly load: LoadImage; close(): void } {
  let open: { readonly file: string; readonly zim: Zim } | null = null

  const zimOf = (file: string): Zim => {
    if (open?.file !== file) {
      open?.zim.close()
      open = null
      open = { file, zim: openZim(file) }
    }
    return open.zim
  }

  const load = async ({ file, page, src }: Extract<ImagePlace, { kind: 'archive' }>) => {
    const target = linkTarget(src, page)
    if (target?.kind !== 'inside') return null
    const zim = zimOf(file)
    for (const path of target.paths) {
      const found = findByPath(zim, path)
      if (found !== null) return new Uint8Array(await zim.read(zim.resolve(found), MAX_IMAGE_BYTES))
    }
    return null
  }

  return {
    // An image that is not there is no reason to refuse the article; the caller counts it.
    load: (place) => (place.kind === 'archive' ? load(place).catch(() => null) : Promise.resolve(null)),
    close: () => open?.zim.close(),
  }
}
