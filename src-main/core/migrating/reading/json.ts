/** Reads nested values of JSON that nobody has checked. */
export interface JsonObject {
  /** The value of the first of these names that is there and not null. */
  get(...names: string[]): unknown
  /** The first of these that is text which is not blank, or a number; else null. */
  text(...names: string[]): string | null
  /** The first of these that is a list; else an empty one. */
  list(...names: string[]): readonly unknown[]
  /** The first of these that is an object; else an empty one. */
  object(...names: string[]): JsonObject
  has(...names: string[]): boolean
}

/** An object of JSON; null for all other values. */
export function asObject(value: unknown): JsonObject | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const fields = new Map<string, unknown>(Object.entries(value))
  const all = (names: readonly string[]) => names.map((name) => fields.get(name))
  return {
    get: (...names) => all(names).find((one) => one !== undefined && one !== null),
    text: (...names) => {
      for (const one of all(names)) {
        if (typeof one === 'number') return String(one)
        if (typeof one === 'string' && one.trim() !== '') return one
      }
      return null
    },
    list: (...names) => all(names).find((one): one is unknown[] => Array.isArray(one)) ?? [],
    object: (...names) => {
      for (const one of all(names)) {
        const found = asObject(one)
        if (found !== null) return found
      }
      return NOTHING
    },
    has: (...names) => names.every((name) => fields.has(name)),
  }
}

const NOTHING: JsonObject = {
  get: () => undefined,
  text: () => null,
  list: () => [],
  object: () => NOTHING,
  has: () => false,
}

/** The objects of a list. */
export function objectsOf(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.flatMap((one) => asObject(one) ?? []) : []
}

/** The objects of a list, or the one object that stands in its place. */
export function oneOrMore(value: unknown): JsonObject[] {
  const one = asObject(value)
  return one === null ? objectsOf(value) : [one]
}

/** The value of a text that is JSON; undefined of any other, and of what is nested too deep to be an export. */
export function parseJson(text: string): unknown {
  if (!/^\s*[[{]/u.test(text)) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
