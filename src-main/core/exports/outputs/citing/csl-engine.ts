import { runInNewContext } from 'node:vm'
import type CSL from 'citeproc'
import type { CslTree, Engine } from 'citeproc'
import type { CslItem } from './csl-item'
import { type CslStyle, refused } from './csl-style'
import { asWritten, forCiteproc, plain } from './csl-input'
import { type CslEntry, entryOf } from './html-runs'

/** Writes sources in one style and language. */
export interface CslWriter {
  /** Whether the style cites in notes. */
  readonly isNote: boolean
  /** Every source, in the style's order, numbered and told apart as it says. */
  bibliography(items: readonly CslItem[]): CslEntry[]
  /** One source as it stands in the text with its brackets, or in a note. */
  citation(item: CslItem): CslEntry
}

/** citeproc-js. It is large, so it is loaded when something is cited for the first time. */
export type Citeproc = typeof CSL

const FORMAT = 'lectern'
/** Milliseconds, about fifty times what is needed: for the style, and for each source. */
const PATIENCE = 10_000
const PATIENCE_EACH = 200

/** Does it, and ends it after so many milliseconds: a style, or a strange name, could keep citeproc busy for ever. */
function within<Result>(milliseconds: number, work: () => Result): Result {
  const done: { result?: Result } = {}
  runInNewContext('work()', { work: () => void (done.result = work()) }, { timeout: milliseconds })
  if (!('result' in done)) throw new Error('it gave nothing')
  return done.result
}

/** Loads citeproc-js and gives it our output format. */
export async function loadCiteproc(): Promise<Citeproc> {
  const { default: csl } = await import('citeproc')
  // It warns by printing, which would stand amidst what a command prints.
  csl.debug = () => undefined
  csl.Output.Formats[FORMAT] ??= Object.assign(Object.create(csl.Output.Formats.html), {
    // The one of HTML makes tags of raised letters, and so of words.
    text_escape: (text: string | undefined) =>
      (text ?? '').replace(/&/gu, '&#38;').replace(/</gu, '&#60;').replace(/>/gu, '&#62;'),
    '@bibliography/entry': function (this: { readonly system_id?: string }, _: unknown, text: string) {
      // Without an id it is citeproc's own complaint that the style has no words for a source.
      return this.system_id === undefined ? '' : `<div id="${this.system_id}">${text}</div>`
    },
  })
  return csl
}

/**
 * Prepares a style.
 * @param localeOf the terms of a language; of US English for one that there is not
 * @throws LecternError `unsupported-format` where citeproc cannot run the style
 */
export function createCslWriter(
  csl: Citeproc,
  style: CslStyle,
  language: string,
  localeOf: (tag: string) => CslTree,
): CslWriter {
  let items: readonly CslItem[] = []
  let prepared: Engine | null = null
  const run = <Result>(count: number, work: () => Result): Result => {
    try {
      return within(PATIENCE + count * PATIENCE_EACH, work)
    } catch (error) {
      // Stopped halfway it would write nothing more.
      prepared = null
      const words = error instanceof Error ? error.message : String(error)
      throw refused(
        `“${style.title}”`,
        `it does not run: ${words.replace(/^citeproc-js error:\s*/u, '').slice(0, 300)}`,
      )
    }
  }
  const itemAt = (at: number): CslItem => {
    const item = items[at]
    if (item === undefined) throw new RangeError(`there is no source ${at}`)
    return item
  }
  const prepare = (): Engine => {
    const system = {
      retrieveLocale: localeOf,
      retrieveItem: (id: string) => ({ ...forCiteproc(itemAt(Number(id))), id }),
    }
    // It writes into the tree.
    const made = new csl.Engine(system, structuredClone(style.tree), language, true)
    made.setOutputFormat(FORMAT)
    // It looks up how sources and names are written in these, and one may be written “constructor”.
    for (const lookup of [made.registry.ambigcites, made.registry.namereg.namereg]) Object.setPrototypeOf(lookup, null)
    return made
  }
  const engine = (): Engine => (prepared ??= prepare())
  run(0, engine)
  const take = (given: readonly CslItem[]): void => {
    // What it knows of earlier items under these numbers goes first.
    engine().updateItems([])
    items = given
    engine().updateItems(given.map((_, at) => String(at)))
  }
  const citationOf = (at: number): CslEntry => {
    const made = read(engine().makeCitationCluster([{ id: String(at) }]))
    const isEmpty = made.runs.length === 0 || made.runs.some(({ text }) => UNPRINTED.test(text))
    return isEmpty ? titleOf(itemAt(at)) : made
  }
  return {
    isNote: style.isNote,
    bibliography: (given) =>
      run(given.length, () => {
        if (given.length === 0) return []
        take(given)
        const made = engine().makeBibliography()
        if (made === false) return given.map((_, at) => citationOf(at))
        const seen = new Set<number>()
        const entries = made[1].flatMap((html): CslEntry[] => {
          const at = /^<div id="(\d+)">/u.exec(html)?.[1]
          if (at === undefined) return []
          seen.add(Number(at))
          return [read(html)]
        })
        // A style may have no words for a kind of source; none is lost over that.
        return [...entries, ...given.flatMap((item, at) => (seen.has(at) ? [] : [titleOf(item)]))]
      }),
    citation: (item) =>
      run(1, () => {
        take([item])
        return citationOf(0)
      }),
  }
}

function read(html: string): CslEntry {
  const { label, runs } = entryOf(html)
  return {
    label,
    runs: runs.map(({ text, marks }) => ({
      text: asWritten(text),
      marks,
    })),
  }
}

/** What citeproc says where a style has no words for a source. */
const UNPRINTED = /\[CSL STYLE ERROR: reference with no printed form\.\]|\[NO_PRINTED_FORM\]/u

function titleOf({ title }: CslItem): CslEntry {
  return { label: null, runs: [{ text: `${asWritten(plain(title))}.`, marks: [] }] }
}
