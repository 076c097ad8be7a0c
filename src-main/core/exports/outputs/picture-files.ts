import type { AssetId } from '@shared/domain/ids'
import type { AssetFiles } from '../../files/asset-files'
import { pictureType } from '../../files/picture-type'
import type { PicturePath } from './markdown/article-markdown'

/** A file of an output. */
export interface OutputFile {
  /** Its way within the output, with `/` between folders. */
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** Folder of the pictures beside a Markdown file. */
const FOLDER = 'attachments'

const ENDINGS: Readonly<Record<string, string>> = { 'image/jpeg': 'jpg', 'image/svg+xml': 'svg' }

/** A text that names its pictures, with them as files beside it. A picture that is gone is named all the same. */
export async function withPictures(
  assets: Pick<AssetFiles, 'read'>,
  write: (pathOf: PicturePath) => string,
): Promise<{ readonly text: string; readonly pictures: readonly OutputFile[] }> {
  const needed = new Set<AssetId>()
  const first = write((id) => {
    needed.add(id)
    return `${FOLDER}/${id.slice(0, 16)}`
  })
  if (needed.size === 0) return { text: first, pictures: [] }
  const pictures = new Map<AssetId, OutputFile>()
  for (const id of needed) {
    const bytes = await assets.read(id)
    const type = bytes === null ? null : pictureType(bytes)
    if (bytes === null || type === null) continue
    const ending = ENDINGS[type] ?? type.slice('image/'.length)
    pictures.set(id, { name: `${FOLDER}/${id.slice(0, 16)}.${ending}`, bytes })
  }
  // A picture's ending is only known once it was read.
  const text = write((id) => pictures.get(id)?.name ?? `${FOLDER}/${id.slice(0, 16)}`)
  return { text, pictures: [...pictures.values()] }
}
