import { type Document, attr, collapse, elements } from '../html-tree'

/** Values of a page's `<meta>` elements by lower-case name, property or itemprop; names may occur more than once. */
export interface MetaTags {
  first(...names: readonly string[]): string | null
  all(...names: readonly string[]): readonly string[]
}

export function readMetaTags(page: Document): MetaTags {
  const values = new Map<string, string[]>()
  for (const meta of elements(page, 'meta')) {
    const content = collapse(attr(meta, 'content') ?? '')
    if (content === '') continue
    for (const key of ['name', 'property', 'itemprop', 'http-equiv']) {
      for (const name of (attr(meta, key) ?? '').toLowerCase().split(/\s+/u)) {
        if (name !== '') values.set(name, [...(values.get(name) ?? []), content])
      }
    }
  }
  const all = (...names: readonly string[]) => names.flatMap((name) => values.get(name) ?? [])
  return { all, first: (...names) => all(...names)[0] ?? null }
}
