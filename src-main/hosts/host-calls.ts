import { hostContract, type HostHandlers } from '@shared/contract'
import { LecternError } from '@shared/contract/errors'
import type { CallResult } from '@shared/contract/transport'

/**
 * Answers the calls that the host does itself; null for every other call, which is the backend's.
 * Parses the input as `createBackend` does: this is the trust boundary for these calls.
 */
export function createHostCalls(handlers: HostHandlers): (name: string, input: unknown) => Promise<CallResult> | null {
  return (name, input) => {
    if (name === 'host.openExternal') return openExternal(handlers, input)
    if (name === 'host.printPdf') return printPdf(handlers, input)
    return name === 'host.chooseFolder' ? chooseFolder(handlers, input) : null
  }
}

async function printPdf(handlers: HostHandlers, input: unknown): Promise<CallResult> {
  const parsed = hostContract.host.printPdf.input.safeParse(input)
  if (!parsed.success) return { ok: false, error: { code: 'invalid-call', message: 'There is no such print view.' } }
  try {
    return { ok: true, value: await handlers.host.printPdf(parsed.data) }
  } catch (error) {
    if (error instanceof LecternError) return { ok: false, error: error.toData() }
    const message = 'The document could not be printed to PDF. Nothing was changed; export it as HTML and print that.'
    return { ok: false, error: { code: 'internal', message } }
  }
}

async function chooseFolder(handlers: HostHandlers, input: unknown): Promise<CallResult> {
  const parsed = hostContract.host.chooseFolder.input.safeParse(input)
  if (!parsed.success) return { ok: false, error: { code: 'invalid-call', message: 'The dialog needs a title.' } }
  return { ok: true, value: await handlers.host.chooseFolder(parsed.data) }
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
