import type { Handlers } from '@shared/contract'
import { LecternError } from '@shared/contract/errors'
import type { AskSettings } from '@shared/domain/settings'
import { allOf, type Limits } from './chat'
import { failureWords, ModelFailure } from './model-failure'
import { errorSaid, PROTOCOLS, type Protocol } from './protocols'
import { parseServerAddress, type ServerAddress } from './server-address'
import type { Door } from './server-door'

export interface ModelsDeps {
  readonly settings: { get(): { readonly ask: AskSettings } }
  readonly door: Door
  readonly limits: Limits
}

const MOST_OF_A_LIST = 2_000_000

/** Answers the contract's `models`. */
export function modelHandlers({ settings, door, limits }: ModelsDeps): Handlers['models'] {
  const list = async (server: ServerAddress, protocol: Protocol, mayLeave: boolean): Promise<string[]> => {
    const { modelsPath, models } = PROTOCOLS[protocol]
    const signal = AbortSignal.timeout(limits.connect * 2)
    try {
      const answer = await door.open(server.base + modelsPath, {
        method: 'GET',
        signal,
        mayLeave,
        connectWithin: limits.connect,
      })
      try {
        const text = await allOf(answer.body, MOST_OF_A_LIST)
        if (answer.status !== 200) throw new ModelFailure('error', errorSaid(text) || `status ${answer.status}`)
        return models(text)
      } finally {
        answer.drop()
      }
    } catch (error) {
      if (signal.aborted) throw new ModelFailure('no-connection-in-time')
      throw error
    }
  }
  return {
    look: async ({ address }) => {
      const server = parseServerAddress(address)
      try {
        const { addresses, isLocal } = await door.look(server.host)
        const mayLeave = settings.get().ask.allowed.includes(server.origin)
        if (!isLocal && !mayLeave) throw needsConsent(server, addresses)
        const found = (protocol: Protocol, models: string[]) => ({ address: server.base, protocol, isLocal, models })
        try {
          return found('ollama', await list(server, 'ollama', mayLeave))
        } catch (error) {
          // Anything that answers may speak the other protocol.
          if (!(error instanceof ModelFailure) || (error.reason !== 'error' && error.reason !== 'malformed'))
            throw error
          return found('openai', await list(server, 'openai', mayLeave))
        }
      } catch (error) {
        if (error instanceof ModelFailure) throw new LecternError('model-failed', failureWords(error, server.origin))
        throw error
      }
    },
  }
}

const needsConsent = ({ origin }: ServerAddress, addresses: string[]): LecternError =>
  new LecternError(
    'consent-needed',
    `${origin} is not on this computer. Nothing was sent. Questions and passages of your articles would go there when you ask.`,
    { origin, addresses },
  )
