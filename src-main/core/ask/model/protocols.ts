import { z } from 'zod'
import { ModelFailure } from './model-failure'

export type Protocol = 'ollama' | 'openai'

export interface Message {
  readonly role: 'system' | 'user'
  readonly content: string
}

export interface ChatRequest {
  readonly model: string
  readonly messages: readonly Message[]
  /** Tokens that the model may take in and write, together. */
  readonly contextTokens: number
  /** Tokens that it may write. */
  readonly answerTokens: number
}

/** What a line of a streamed answer brings. */
export interface Piece {
  readonly text: string
  /** How the answer ends; null while it goes on. */
  readonly end: 'stop' | 'length' | null
}

interface Speaks {
  /** Behind the server's address. */
  readonly chatPath: string
  readonly modelsPath: string
  body(request: ChatRequest): string
  /** Reads a line. @throws ModelFailure malformed, error */
  piece(line: string): Piece | null
  /** Reads a whole answer that was not streamed. @throws ModelFailure malformed, error */
  whole(text: string): string
  /** Names of models. @throws ModelFailure malformed */
  models(text: string): string[]
}

const ErrorShape = z.object({ error: z.union([z.string(), z.object({ message: z.string() })]) })
const OllamaPiece = z.object({
  message: z.object({ content: z.string().default('') }).optional(),
  done: z.boolean().default(false),
  done_reason: z.string().optional(),
})
const Text = z.string().nullish()
const OpenAiPiece = z.object({
  choices: z.array(
    z.object({
      delta: z.object({ content: Text }).nullish(),
      message: z.object({ content: Text }).nullish(),
      finish_reason: z.string().nullish(),
    }),
  ),
})
const OllamaModels = z.object({ models: z.array(z.object({ name: z.string().min(1).max(200) })).max(1000) })
const OpenAiModels = z.object({ data: z.array(z.object({ id: z.string().min(1).max(200) })).max(1000) })

/** What servers speak: Ollama's own interface, and OpenAI's chat completions, which most others offer. */
export const PROTOCOLS: Readonly<Record<Protocol, Speaks>> = {
  // https://github.com/ollama/ollama/blob/main/docs/api.md: lines of JSON; here the size of the context can be set.
  ollama: {
    chatPath: '/api/chat',
    modelsPath: '/api/tags',
    body: ({ model, messages, contextTokens, answerTokens }) =>
      JSON.stringify({
        model,
        messages,
        stream: true,
        options: { temperature: 0, num_ctx: contextTokens, num_predict: answerTokens },
      }),
    piece(line) {
      if (line.trim() === '') return null
      const { message, done, done_reason } = parse(OllamaPiece, line)
      const end = done_reason === 'length' ? 'length' : 'stop'
      return { text: message?.content ?? '', end: done ? end : null }
    },
    whole: (text) => parse(OllamaPiece, text).message?.content ?? '',
    models: (text) => parse(OllamaModels, text).models.map(({ name }) => name),
  },
  // https://platform.openai.com/docs/api-reference/chat/streaming: server-sent events that end with [DONE].
  openai: {
    chatPath: '/v1/chat/completions',
    modelsPath: '/v1/models',
    body: ({ model, messages, answerTokens }) =>
      JSON.stringify({ model, messages, stream: true, temperature: 0, max_tokens: answerTokens }),
    piece(line) {
      // An error comes without `data:`.
      if (line.startsWith('{')) parse(OpenAiPiece, line)
      const data = /^data:(.*)$/su.exec(line)?.[1]?.trim()
      if (data === undefined || data === '') return null
      if (data === '[DONE]') return { text: '', end: 'stop' }
      const choice = parse(OpenAiPiece, data).choices[0]
      const end = choice?.finish_reason === 'length' ? 'length' : 'stop'
      return { text: choice?.delta?.content ?? '', end: choice?.finish_reason == null ? null : end }
    },
    whole: (text) => parse(OpenAiPiece, text).choices[0]?.message?.content ?? '',
    models: (text) => parse(OpenAiModels, text).data.map(({ id }) => id),
  },
}

/** What a server says of an error, short and on one line; empty when it says nothing. */
export function errorSaid(text: string): string {
  const shape = ErrorShape.safeParse(json(text))
  if (!shape.success) return ''
  const { error } = shape.data
  return (typeof error === 'string' ? error : error.message)
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .trim()
    .slice(0, 200)
}

function parse<Shape extends z.ZodType>(shape: Shape, text: string): z.output<Shape> {
  const value = json(text)
  if (ErrorShape.safeParse(value).success) throw new ModelFailure('error', errorSaid(text))
  const parsed = shape.safeParse(value)
  if (!parsed.success) throw new ModelFailure('malformed')
  return parsed.data
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
