import type { z } from 'zod'

/** One call: what goes in and what comes out. */
export interface Method<In extends z.ZodType = z.ZodType, Out extends z.ZodType = z.ZodType> {
  readonly input: In
  readonly output: Out
}

/** Declares a call. The backend parses `input` once, at the trust boundary. */
export function method<In extends z.ZodType, Out extends z.ZodType>(input: In, output: Out): Method<In, Out> {
  return { input, output }
}

/** A contract: areas of methods. */
export type Areas = Readonly<Record<string, Readonly<Record<string, Method>>>>

/** The caller's end of a contract: loose input in, a promise of the output out. Rejects with `LecternError`. */
export type ClientOf<C extends Areas> = {
  readonly [A in keyof C]: {
    readonly [M in keyof C[A]]: (input: z.input<C[A][M]['input']>) => Promise<z.output<C[A][M]['output']>>
  }
}

type MaybePromise<T> = T | Promise<T>

/** The answering end of a contract: parsed input in, output out. Throws `LecternError`. */
export type HandlersOf<C extends Areas> = {
  readonly [A in keyof C]: {
    readonly [M in keyof C[A]]: (input: z.output<C[A][M]['input']>) => MaybePromise<z.output<C[A][M]['output']>>
  }
}
