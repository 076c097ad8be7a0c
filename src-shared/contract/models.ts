import { z } from 'zod'
import { method } from './define'

/** A server that runs language models, as it answered. */
export const ModelServer = z.object({
  /** Its address as it is used: scheme, host, port and path, without `/v1` or `/api` at the end. */
  address: z.string(),
  /** The protocol: `ollama` has an interface of its own, `openai` is what most other servers speak. */
  protocol: z.enum(['ollama', 'openai']),
  /** Whether every address of its host is this computer. */
  isLocal: z.boolean(),
  /** Names of the models that it offers. */
  models: z.array(z.string()),
})
export type ModelServer = z.infer<typeof ModelServer>

export const models = {
  /**
   * Asks a server which models it offers. One that is not on this computer is not asked before a person has agreed
   * (`settings.ask.allowed`).
   * @throws consent-needed with `details.origin` and `details.addresses`; model-failed
   */
  look: method(z.object({ address: z.string().trim().min(1).max(500) }), ModelServer),
}
