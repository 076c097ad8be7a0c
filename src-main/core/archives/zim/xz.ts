import { XzReadableStream } from 'xz-decompress'
import { measureXz } from './xz-extent'

/**
 * Decompresses one XZ stream (The .xz File Format 1.2, LZMA2 only); what follows it in `bytes` is left alone.
 * @throws Error when the stream is damaged; RangeError when it holds more than `most` bytes
 */
export async function unpackXz(bytes: Buffer, most: number): Promise<Buffer> {
  // Measured first: the decompressor takes what follows for another stream, and does not limit what it gives.
  const { end, size } = measureXz(bytes)
  if (size > most) throw new RangeError('too much')
  const source = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(bytes.subarray(0, end))
      controller.close()
    },
  })
  const parts: Uint8Array[] = []
  let got = 0
  const reader = new XzReadableStream(source).getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    got += value.length
    parts.push(value)
  }
  if (got !== size) throw new Error('holds something else than it states')
  return Buffer.concat(parts, size)
}
