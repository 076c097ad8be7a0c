import type { LoadImage } from './images'

/** A picture of 1 × 1 pixel; what stands behind its end is not looked at. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** Gives every image of the web a small picture of its own, which carries its address: nothing is fetched. */
export const standInFor: LoadImage = (place) =>
  Promise.resolve(place.kind === 'remote' ? new Uint8Array(Buffer.concat([PNG, Buffer.from(place.url)])) : null)

/** The address that a stand-in carries; null when the bytes are a real picture. */
export function standInAddress(bytes: Uint8Array): string | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return buffer.length > PNG.length && buffer.subarray(0, PNG.length).equals(PNG)
    ? buffer.subarray(PNG.length).toString()
    : null
}
