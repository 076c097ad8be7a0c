import { isDeepStrictEqual } from 'node:util'
import { stringify } from 'yaml'
import { valueOf, type FrontEntry, type FrontSyntax } from './front-entries'
import type { Line } from './lines'
import { toLines } from './lines'

/** A property as Lectern writes it: its lines, without the last line end. */
export interface OurProperty {
  readonly key: string
  readonly text: string
}

/** What Lectern's value is called beside one that a person has changed. */
export function offeredKey(key: string): string {
  return `lectern-new-${key}`
}

/**
 * Merges properties one by one, by value: how a value is written does not count, since editors write all of them anew. What
 * Lectern does not know, comments and order stay. A list that both changed gets what either added.
 */
export function mergeFront(
  base: readonly OurProperty[],
  ours: readonly OurProperty[],
  file: readonly FrontEntry[],
  syntax: FrontSyntax,
  end: '\n' | '\r\n',
): {
  readonly entries: readonly FrontEntry[]
  readonly base: readonly OurProperty[]
  readonly changed: readonly string[]
} {
  const was = new Map(base.map(({ key, text }) => [key, text]))
  const entries = [...file]
  const next: OurProperty[] = []
  const changed: string[] = []
  const value = (text: string): unknown => valueOf(text, syntax)
  const alike = (a: string, b: string): boolean =>
    a === b || (value(a) !== undefined && isDeepStrictEqual(value(a), value(b)))
  const placeOf = (key: string): number => entries.findIndex((entry) => entry.key === key)
  const textAt = (at: number): string => (entries[at]?.lines ?? []).map(({ text }) => text).join('\n')
  const put = (key: string, text: string, before: string | null): void => {
    changed.push(key)
    const at = placeOf(key)
    const entry = { key, lines: linesOf(text, end) }
    if (at >= 0) entries.splice(at, 1, { key, lines: withTail(entry.lines, entries[at]?.lines ?? []) })
    else entries.splice(before === null ? 0 : placeOf(before) + 1, 0, entry)
  }
  const drop = (key: string): void => {
    const at = placeOf(key)
    if (at < 0) return
    changed.push(key)
    entries.splice(at, 1)
  }

  const offers: OurProperty[] = []
  let previous: string | null = null
  for (const { key, text } of ours) {
    const old = was.get(key)
    const at = placeOf(key)
    if (at < 0) {
      if (old === undefined || !alike(old, text)) {
        put(key, text, previous)
        next.push({ key, text })
      } else next.push({ key, text: old })
    } else if (old === undefined || alike(textAt(at), text)) {
      // A person's own property of that name stays theirs.
      if (alike(textAt(at), text)) next.push({ key, text })
    } else if (alike(textAt(at), old)) {
      put(key, text, previous)
      next.push({ key, text })
    } else {
      const lists = [old, textAt(at), text].map((one) => listOf(value(one)))
      const [before, here, now] = lists
      if (alike(old, text)) next.push({ key, text: old })
      else if (before && here && now && syntax === 'yaml') {
        const both = [
          ...here.filter((one) => now.includes(one) || !before.includes(one)),
          ...now.filter((one) => !before.includes(one) && !here.includes(one)),
        ]
        if (!isDeepStrictEqual(both, here)) put(key, stringify({ [key]: both }, { lineWidth: 0 }).trimEnd(), previous)
        next.push({ key, text })
      } else {
        offers.push({ key, text })
        next.push({ key, text: old })
      }
    }
    if (placeOf(key) >= 0) previous = key
  }
  for (const { key, text } of offers) {
    const name = offeredKey(key)
    const offer = renamed(text, key, name)
    const at = placeOf(name)
    if (at < 0 ? was.get(name) === undefined || !alike(was.get(name) ?? '', offer) : !alike(textAt(at), offer))
      put(name, offer, key)
    next.push({ key: name, text: offer })
  }
  const stays = new Set(next.map(({ key }) => key))
  for (const [key, text] of was) {
    const at = placeOf(key)
    if (!stays.has(key) && !ours.some((one) => one.key === key) && at >= 0 && alike(textAt(at), text)) drop(key)
  }
  return { entries, base: next, changed }
}

function listOf(value: unknown): string[] | null {
  if (!Array.isArray(value)) return null
  return value.every((one) => typeof one === 'string') ? value : null
}

function renamed(text: string, from: string, to: string): string {
  return text.startsWith(from) ? `${to}${text.slice(from.length)}` : text
}

function linesOf(text: string, end: '\n' | '\r\n'): Line[] {
  return toLines(`${text}\n`).map((line) => ({ text: line.text, end }))
}

/** Empty lines that stood behind a property stay. */
function withTail(lines: readonly Line[], before: readonly Line[]): Line[] {
  let at = before.length
  while (at > 0 && before[at - 1]?.text.trim() === '') at -= 1
  return [...lines, ...before.slice(at)]
}
