import type { Question, Written } from '@shared/contract/ask'
import { LecternError } from '@shared/contract/errors'
import type { ConversationId, QuestionId } from '@shared/domain/ids'
import type { AskSettings } from '@shared/domain/settings'
import type { Emit } from '../../events'
import type { Candidate } from '../retrieve/candidate'
import { chat, type Limits } from './chat'
import { createChecker, isSilent } from './check-written'
import { failureWords, ModelFailure } from './model-failure'
import { buildPrompt } from './prompt'
import { parseServerAddress } from './server-address'
import type { Door } from './server-door'
import { visibleText } from './visible-text'

export interface WriterDeps {
  readonly settings: { get(): { readonly ask: AskSettings } }
  readonly door: Door
  readonly limits: Limits
  /** Gives a word that nobody can foresee. */
  readonly fence: () => string
  /** Keeps what was written when it is done. */
  readonly keep: (question: Question) => void
  readonly emit: Emit
}

/** Has the local model write beside the answers of the embedded engine. */
export interface Writer {
  /** What is to be written; null where no model is set up, or where there is nothing to give it. `run` begins. */
  begin(
    question: Question,
    passages: readonly Candidate[],
    before: string | null,
  ): { readonly written: Written; run(): void } | null
  /** Ends the writing for a question; what was written stays. */
  stop(id: QuestionId): void
  stopConversation(id: ConversationId): void
  /** Ends all writing. */
  close(): Promise<void>
}

interface Job {
  readonly conversationId: ConversationId
  readonly stopping: AbortController
  readonly done: Promise<void>
}

export function createWriter({ settings, door, limits, fence, keep, emit }: WriterDeps): Writer {
  const jobs = new Map<QuestionId, Job>()

  const write = async (
    question: Question,
    passages: readonly Candidate[],
    before: string | null,
    start: Written,
    ask: AskSettings,
    signal: AbortSignal,
  ) => {
    let written = start
    const finish = (last: Partial<Written>) => {
      written = { ...written, ...last }
      keep({ ...question, written })
      emit({ name: 'answer.written', questionId: question.id, written, tail: '' })
    }
    try {
      const server = parseServerAddress(ask.address)
      const { contextTokens, model, protocol } = ask
      const prompt = buildPrompt({ question: question.text, before, passages, contextTokens, fence: fence() })
      const check = createChecker(prompt.passages)
      const mayLeave = ask.allowed.includes(server.origin)
      const { messages, answerTokens } = prompt
      const words = chat(
        door,
        { server, protocol, model, messages, contextTokens, answerTokens, mayLeave, signal },
        limits,
      )
      let raw = ''
      const checked = (isDone: boolean) => {
        const { sentences, sources, tail } = check(visibleText(raw), isDone)
        written = { ...written, sentences, sources }
        return tail
      }
      try {
        let shown = ''
        for (;;) {
          const next = await words.next()
          if (next.done === true) {
            checked(true)
            const isWordless = written.sentences.length === 0
            if (signal.aborted) finish({ state: 'stopped' })
            else if (isSilent(visibleText(raw))) finish({ state: 'silent', sentences: [], sources: [] })
            else if (isWordless)
              finish({ state: 'failed', problem: 'The model wrote nothing. Another one may do better.' })
            else
              finish({
                state: 'done',
                problem: next.value === 'length' ? 'The model reached its limit; the answer may be cut short.' : null,
              })
            return
          }
          raw += next.value
          const tail = checked(false)
          const now = `${written.sentences.length} ${tail}`
          if (now !== shown) emit({ name: 'answer.written', questionId: question.id, written, tail })
          shown = now
        }
      } catch (error) {
        checked(true)
        throw error
      }
    } catch (error) {
      finish({ state: 'failed', problem: problemOf(error, start.server) })
    }
  }

  return {
    begin(question, passages, before) {
      const { ask } = settings.get()
      if (ask.answers !== 'model' || ask.address === '' || ask.model === '' || passages.length === 0) return null
      const written: Written = {
        state: 'writing',
        model: ask.model,
        server: originOf(ask.address),
        sentences: [],
        sources: [],
        problem: null,
      }
      return {
        written,
        run: () => {
          const stopping = new AbortController()
          const done = write({ ...question, written }, passages, before, written, ask, stopping.signal).finally(() => {
            if (jobs.get(question.id)?.stopping === stopping) jobs.delete(question.id)
          })
          jobs.set(question.id, { conversationId: question.conversationId, stopping, done })
        },
      }
    },
    stop: (id) => jobs.get(id)?.stopping.abort(),
    stopConversation: (id) => {
      for (const job of jobs.values()) if (job.conversationId === id) job.stopping.abort()
    },
    close: async () => {
      const running = [...jobs.values()]
      for (const { stopping } of running) stopping.abort()
      await Promise.all(running.map(({ done }) => done))
    },
  }
}

function originOf(address: string): string {
  try {
    return parseServerAddress(address).origin
  } catch {
    return address
  }
}

function problemOf(error: unknown, origin: string): string {
  if (error instanceof ModelFailure) return failureWords(error, origin)
  return error instanceof LecternError ? error.message : 'Something went wrong while the model wrote.'
}
