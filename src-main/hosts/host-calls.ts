import { hostContract, type HostHandlers } from '@shared/contract'
import { LecternError } from '@shared/contract/errors'
import type { CallResult } from '@shared/contract/transport'

/**
 * Answers the calls that the host does itself; null for every other call, which is the backend's.
 * Parses the input as `createBackend` does: this is the trust boundary for these calls.
 */
export function createHostCalls(handlers: HostHandlers): (name: string, input: unknown) => Promise<CallResult> | null {
  return (name, input) => (name === 'host.openExternal' ? openExternal(handlers, input) : null)
}

async function openExternal(handlers: HostHandlers, input: unknown): Promise<CallResult> {
  const parsed = hostContract.host.openExternal.input.safeParse(input)
  if (!parsed.success || !URL.canParse(parsed.data.url)) {
    const message = 'Only web and mail addresses can be opened outside Lectern.'
    return { ok: false, error: { code: 'invalid-call', message } }
  }
  try {
    await handlers.host.openExternal(parsed.data)
    return { ok: true, value: undefined }
  } catch (error) {
    if (error instanceof LecternError) return { ok: false, error: error.toData() }
    const message = `${parsed.data.url} could not be opened: this computer has no program for it.`
    return { ok: false, error: { code: 'unsupported-here', message } }
  }
}
