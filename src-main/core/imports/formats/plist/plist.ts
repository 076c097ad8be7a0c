/** A value of a property list. Dates and other kinds that no web archive has are null. */
export type PlistValue =
  null | boolean | number | string | Uint8Array<ArrayBuffer> | readonly PlistValue[] | ReadonlyMap<string, PlistValue>

/** Values in all, and how deep they may stand in each other: a page with frames in frames has six levels. */
export const MAX_VALUES = 200_000
export const MAX_DEPTH = 64

/** The dictionary that a value is; empty when it is none. */
export function dictionary(value: PlistValue | undefined): ReadonlyMap<string, PlistValue> {
  return value instanceof Map ? value : new Map()
}

/** The list that a value is; empty when it is none. */
export function list(value: PlistValue | undefined): readonly PlistValue[] {
  return isList(value) ? value : []
}

function isList(value: PlistValue | undefined): value is readonly PlistValue[] {
  return Array.isArray(value)
}

/** The text that a value is; null when it is none. */
export function text(value: PlistValue | undefined): string | null {
  return typeof value === 'string' ? value : null
}

/** The bytes that a value is; none when it is something else. */
export function data(value: PlistValue | undefined): Uint8Array<ArrayBuffer> {
  return value instanceof Uint8Array ? value : new Uint8Array()
}
