import { type Element, attr, collapse } from '../html/html-tree'
import { unescapedTwice } from './twice-escaped'

/** Values of a page's `<meta>` elements by lower-case name, property or itemprop; names may occur more than once. */
export interface MetaTags {
  first(...names: readonly string[]): string | null
  all(...names: readonly string[]): readonly string[]
}

/** Longer ones are no metadata. */
const MOST_CHARACTERS = 5000
/** Values of one name: a paper may have very many authors. */
const MOST_VALUES = 200
const KEYS = new Set(['name', 'property', 'itemprop', 'http-equiv'])

/** Reads `<meta>` elements; RDFa's prefixes `schema:` and `dcterms:` are as good as none and `dcterms.`. */
export function readMetaTags(metas: readonly Element[]): MetaTags {
  const values = new Map<string, string[]>()
  for (const meta of metas) {
    const content = collapse(unescapedTwice((attr(meta, 'content') ?? '').slice(0, MOST_CHARACTERS)))
    if (content === '') continue
    for (const { name: key, value } of meta.attrs) {
      if (!KEYS.has(key)) continue
      for (const name of value.slice(0, 200).toLowerCase().split(' ')) {
        const plain = name.startsWith('schema:') ? name.slice(7) : name.replace(/^(dc|dcterms):/u, '$1.')
        if (plain === '') continue
        const known = values.get(plain)
        if (known === undefined) values.set(plain, [content])
        else if (known.length < MOST_VALUES && !known.includes(content)) known.push(content)
      }
    }
  }
  const all = (...names: readonly string[]) => names.flatMap((name) => values.get(name) ?? [])
  return {
    all,
    first: (...names) => names.map((name) => values.get(name)?.[0]).find((value) => value !== undefined) ?? null,
  }
}
