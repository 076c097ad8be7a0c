import { defaultTreeAdapter, type DefaultTreeAdapterTypes } from 'parse5'
import { AssetId } from '@shared/domain/ids'
import type { AssetFiles } from '../../../files/asset-files'
import { pictureType } from '../../../files/picture-type'
import { exchange, type Fragment, isElement } from '../marking/mark-passages'

/** A picture as a `data:` address; null where it is gone, or is none that can be shown safely. */
export type PictureData = (id: AssetId) => Promise<string | null>

/** Reads pictures; what a file is, its first bytes say. */
export function createPictureData(assets: Pick<AssetFiles, 'read'>): PictureData {
  return async (id) => {
    const bytes = await assets.read(id)
    const type = bytes === null ? null : pictureType(bytes)
    return bytes === null || type === null ? null : `data:${type};base64,${Buffer.from(bytes).toString('base64')}`
  }
}

/** Puts pictures into a page itself, so that it needs no other file. One that cannot be shown leaves its words. */
export async function inlinePictures(root: Fragment, dataOf: PictureData): Promise<void> {
  const todo: DefaultTreeAdapterTypes.ChildNode[] = [...root.childNodes]
  const pictures: DefaultTreeAdapterTypes.Element[] = []
  for (let node = todo.pop(); node !== undefined; node = todo.pop()) {
    if (!isElement(node)) continue
    if (node.tagName === 'img') pictures.push(node)
    else todo.push(...node.childNodes)
  }
  for (const picture of pictures) {
    const value = (name: string) => picture.attrs.find((attribute) => attribute.name === name)?.value ?? ''
    const id = AssetId.safeParse(/^\/assets\/(?<id>[0-9a-f]{64})$/u.exec(value('src'))?.groups?.['id'])
    const data = id.success ? await dataOf(id.data) : null
    if (data === null) {
      exchange(picture, () => [defaultTreeAdapter.createTextNode(value('alt'))])
      continue
    }
    const kept = picture.attrs.filter(({ name }) => name !== 'src' && name !== 'srcset')
    picture.attrs = [{ name: 'src', value: data }, ...kept]
  }
}
