import { contract, type Handlers } from '@shared/contract'
import { LecternError } from '@shared/contract/errors'
import type { CallResult } from '@shared/contract/transport'

/** Writes one line to the log. */
export type Log = (line: string) => void

/** A call that takes longer than this many ms is logged. */
const SLOW_MS = 200

/**
 * Answers calls by name: parse the input once, hand it to its handler, turn every failure into data.
 * @param unanswered what calls without a handler are told; otherwise that there is no such call
 */
export function createBackend(
  handlers: Partial<Handlers>,
  log: Log,
  unanswered?: LecternError,
): (name: string, input: unknown) => Promise<CallResult> {
  return async (name, input) => {
    const began = performance.now()
    try {
      const handle = find(handlers, name)
      if (handle === undefined)
        return failure(unanswered ?? new LecternError('invalid-call', `There is no call named "${name}".`))
      return await handle(input)
    } catch (error) {
      if (error instanceof LecternError) return failure(error)
      log(`${name} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
      return failure(asKnownError(error))
    } finally {
      const took = performance.now() - began
      if (took > SLOW_MS) log(`${name} took ${Math.round(took)} ms`)
    }
  }
}

function find(handlers: Partial<Handlers>, name: string): ((input: unknown) => Promise<CallResult>) | undefined {
  const [areaName = '', methodName = ''] = name.split('.')
  const declared = own(own(contract, areaName), methodName)
  const handler = own(own(handlers, areaName), methodName)
  if (!isMethod(declared) || !isHandler(handler)) return undefined
  return async (input) => {
    const parsed = declared.input.safeParse(input)
    if (!parsed.success) {
      const issue = parsed.error.issues[0]
      const where = issue?.path.join('.') ?? ''
      throw new LecternError('invalid-call', `${name}: ${where} ${issue?.message ?? 'does not fit'}`.replace('  ', ' '))
    }
    const value: unknown = await handler(parsed.data)
    return { ok: true, value }
  }
}

function own(object: unknown, key: string): unknown {
  if (typeof object !== 'object' || object === null || !Object.hasOwn(object, key)) return undefined
  return Reflect.get(object, key)
}

function isHandler(value: unknown): value is (input: unknown) => unknown {
  return typeof value === 'function'
}

function isMethod(value: unknown): value is (typeof contract)['articles']['list'] {
  return typeof value === 'object' && value !== null && 'input' in value && 'output' in value
}

function asKnownError(error: unknown): LecternError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOSPC' || code === 'SQLITE_FULL') {
    return new LecternError('disk-full', 'The disk is full. Nothing was half-written; free some space and try again.')
  }
  if (code === 'SQLITE_CORRUPT' || code === 'SQLITE_NOTADB') {
    return new LecternError(
      'library-damaged',
      'The library file is damaged. Restore a backup from its "backups" folder.',
    )
  }
  return new LecternError('internal', 'Something went wrong inside Lectern. Your library was not changed.')
}

function failure(error: LecternError): CallResult {
  return { ok: false, error: error.toData() }
}
