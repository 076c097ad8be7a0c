import { ModelFailure } from './model-failure'

/** The most characters of a line, and of all lines together. */
const LONGEST_LINE = 1_000_000
const LONGEST = 8_000_000

/**
 * The lines of a stream of UTF-8, without their ends. What is no UTF-8 becomes the replacement character; a byte order mark goes.
 * @throws ModelFailure too-large
 */
export async function* readLines(body: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8')
  let rest = ''
  let size = 0
  for await (const bytes of body) {
    const text = decoder.decode(bytes, { stream: true })
    size += text.length
    if (size > LONGEST) throw new ModelFailure('too-large')
    // Only what is new can end a line, so that a line in many parts is not searched again and again.
    const [first = '', ...others] = text.split('\n')
    rest += first
    for (const other of others) {
      yield rest.replace(/\r$/u, '')
      rest = other
    }
    if (rest.length > LONGEST_LINE) throw new ModelFailure('too-large')
  }
  rest += decoder.decode()
  if (rest !== '') yield rest.replace(/\r$/u, '')
}
