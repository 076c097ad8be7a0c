import type { Areas, ClientOf } from './define'
import { LecternError } from './lectern-error'
import type { Transport } from './transport'

/**
 * Makes the caller's end over a transport. `Areas` is used as a type only, so zod stays out of the renderer.
 * Outputs are not parsed again: both ends are built together, and the backend is trusted.
 */
export function createClient<C extends Areas>(transport: Transport): ClientOf<C> {
  const areas = new Map<string, unknown>()
  const area = (areaName: string) =>
    new Proxy(
      {},
      {
        get: (_, methodName) => async (input: unknown) => {
          const result = await transport.call(`${areaName}.${String(methodName)}`, input)
          if (result.ok) return result.value
          throw new LecternError(result.error.code, result.error.message, result.error.details)
        },
      },
    )
  const client: object = new Proxy(
    {},
    {
      get: (_, areaName) => {
        const name = String(areaName)
        if (!areas.has(name)) areas.set(name, area(name))
        return areas.get(name)
      },
    },
  )
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what a Proxy answers to is not known to TypeScript
  return client as ClientOf<C>
}
