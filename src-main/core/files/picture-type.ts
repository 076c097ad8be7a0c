import { isSafeDrawing } from './drawing/safe-drawing'
import { rasterType } from './raster-type'

/** The media type of a file that an `<img>` may show: a raster image, or a drawing in SVG that was made safe; null for anything else. */
export function pictureType(bytes: Uint8Array): string | null {
  return rasterType(bytes) ?? (isSafeDrawing(bytes) ? 'image/svg+xml' : null)
}
