import type { ErrorCode, ErrorData } from './errors'

/** The one error class that the contract's handlers throw and its client rejects with. Free of zod, for the renderer. */
export class LecternError extends Error {
  override readonly name = 'LecternError'
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details?: ErrorData['details'],
    options?: ErrorOptions,
  ) {
    super(message, options)
  }

  toData(): ErrorData {
    return this.details === undefined
      ? { code: this.code, message: this.message }
      : { code: this.code, message: this.message, details: this.details }
  }
}
