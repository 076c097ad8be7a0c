import { ModelFailure } from './model-failure'
import { errorSaid, PROTOCOLS, type ChatRequest, type Protocol } from './protocols'
import { readLines } from './read-lines'
import type { ServerAddress } from './server-address'
import type { Door, DoorAnswer } from './server-door'

/** How long a server may take; milliseconds, and characters of an answer. */
export interface Limits {
  readonly connect: number
  readonly firstWord: number
  /** From one word to the next. */
  readonly idle: number
  readonly whole: number
  readonly characters: number
}

/** A large model takes its time to be loaded, and a small computer to read the passages. */
export const LIMITS: Limits = { connect: 5000, firstWord: 180_000, idle: 45_000, whole: 900_000, characters: 60_000 }

export interface Chat extends ChatRequest {
  readonly server: ServerAddress
  readonly protocol: Protocol
  readonly mayLeave: boolean
  /** Ends it: what came until then was given out. */
  readonly signal: AbortSignal
}

const MOST_OF_AN_ERROR = 8192

/**
 * Has a model write: yields its text in parts as they come, and answers how it ended. Ends quietly when `signal` says so.
 * @throws ModelFailure
 */
export async function* chat(door: Door, request: Chat, limits: Limits): AsyncGenerator<string, 'stop' | 'length'> {
  const { server, protocol, mayLeave } = request
  const { chatPath, body, piece, whole } = PROTOCOLS[protocol]
  const ending = new AbortController()
  const end = () => ending.abort()
  request.signal.addEventListener('abort', end)
  const expired: { failure?: ModelFailure } = {}
  const expire = (reason: 'no-word-in-time' | 'stalled' | 'too-long') => () => {
    expired.failure ??= new ModelFailure(reason)
    ending.abort()
  }
  const overall = setTimeout(expire('too-long'), limits.whole)
  let word = setTimeout(expire('no-word-in-time'), limits.firstWord)
  let answer: DoorAnswer | null = null
  let length = 0
  const take = (text: string): string => {
    clearTimeout(word)
    word = setTimeout(expire('stalled'), limits.idle)
    length += text.length
    if (length > limits.characters) throw new ModelFailure('too-long')
    return text
  }
  try {
    if (request.signal.aborted) return 'stop'
    answer = await door.open(server.base + chatPath, {
      method: 'POST',
      body: body(request),
      signal: ending.signal,
      mayLeave,
      connectWithin: limits.connect,
    })
    if (answer.status !== 200) {
      const said = errorSaid(await allOf(answer.body).catch(() => ''))
      throw new ModelFailure('error', said === '' ? `status ${answer.status}` : said)
    }
    if (answer.isJson && protocol === 'openai') {
      const text = whole(await allOf(answer.body, limits.characters * 4))
      if (text !== '') yield take(text)
      return 'stop'
    }
    let isUnderstood = false
    for await (const line of readLines(answer.body)) {
      const got = piece(line)
      if (got === null) continue
      isUnderstood = true
      if (got.text !== '') yield take(got.text)
      if (got.end !== null) return got.end
    }
    throw new ModelFailure(isUnderstood ? 'cut' : 'malformed')
  } catch (error) {
    if (expired.failure !== undefined) throw expired.failure
    if (request.signal.aborted) return 'stop'
    throw error
  } finally {
    clearTimeout(overall)
    clearTimeout(word)
    request.signal.removeEventListener('abort', end)
    answer?.drop()
  }
}

/** A body as text, up to a number of characters. @throws ModelFailure too-large */
export async function allOf(body: AsyncIterable<Uint8Array>, most = MOST_OF_AN_ERROR): Promise<string> {
  let text = ''
  for await (const line of readLines(body)) {
    text += `${line}\n`
    if (text.length > most) throw new ModelFailure('too-large')
  }
  return text
}
