import type { CslTree } from 'citeproc'
import { LecternError } from '@shared/contract/errors'
import { elementsOf, readCslTree, textOf } from './csl-tree'

/** A citation style that can be run (CSL 1.0.2). */
export interface CslStyle {
  /** The address that names it, such as `http://www.zotero.org/styles/apa`. */
  readonly cslId: string
  readonly title: string
  /** The language that it is made for; null where it follows the reader's. */
  readonly language: string | null
  /** Whether it cites in notes, not in the text. */
  readonly isNote: boolean
  readonly tree: CslTree
}

/** No real style has a tenth of that. UTF-16 units. */
export const MOST_STYLE = 2_000_000
/** Elements when every macro stands where it is called; APA, the largest that is known, has some thousands. */
const MOST_EXPANDED = 2_000_000

/**
 * Reads a `.csl` file.
 * @param name how it is called in messages: its file name
 * @throws LecternError `unsupported-format`, `too-large`
 */
export function readCslStyle(xml: string, name: string): CslStyle {
  if (xml.length > MOST_STYLE) {
    throw new LecternError('too-large', `${name} is far larger than any citation style, so it was not added.`)
  }
  const tree = treeOf(xml, name)
  const { attrs } = tree
  const version = attrs['version'] ?? ''
  if (tree.name !== 'style') throw refused(name, 'it holds no citation style')
  if (!/^1\.0(?:\.\d+)?$/u.test(version)) {
    throw refused(name, version === '' ? 'it does not say its version of CSL' : `it is written in CSL ${version}, Lectern reads 1.0`) // prettier-ignore
  }
  const [info] = elementsOf(tree, 'info')
  const title = textOf(info, 'title') ?? ''
  const cslId = textOf(info, 'id') ?? ''
  if (title === '' || cslId === '') throw refused(name, 'it has no title or no id')
  const parent = elementsOf(info, 'link').find(({ attrs: link }) => link['rel'] === 'independent-parent')
  const [citation] = elementsOf(tree, 'citation')
  if (citation === undefined) {
    const href = parent?.attrs['href']
    throw href === undefined ? refused(name, 'it does not say how to cite') : dependent(title, href)
  }
  if (elementsOf(citation, 'layout').length === 0) throw refused(name, 'it does not say how to cite')
  checkMacros(tree, name)
  return {
    cslId: cslId.slice(0, 500),
    title: title.slice(0, 200),
    language: attrs['default-locale'] || null,
    isNote: attrs['class'] === 'note',
    tree,
  }
}

function treeOf(xml: string, name: string): CslTree {
  try {
    return readCslTree(xml)
  } catch (error) {
    throw refused(name, error instanceof Error ? error.message : String(error))
  }
}

/** Macros that are missing, call themselves, or call one another until nothing else fits into memory. */
function checkMacros(tree: CslTree, name: string): void {
  const macros = new Map(elementsOf(tree, 'macro').map((macro) => [macro.attrs['name'] ?? '', macro]))
  const sizes = new Map<string, number>()
  const sizeOf = (element: CslTree, within: readonly string[]): number => {
    const called = element.attrs['macro']
    const own = called === undefined ? 0 : macroSize(called, within)
    const size = elementsOf(element).reduce((sum, child) => sum + sizeOf(child, within), 1 + own)
    if (size > MOST_EXPANDED) throw refused(name, 'its macros never end')
    return size
  }
  const macroSize = (called: string, within: readonly string[]): number => {
    const known = sizes.get(called)
    if (known !== undefined) return known
    const macro = macros.get(called)
    if (macro === undefined) throw refused(name, `its macro “${called.slice(0, 100)}” is missing`)
    if (within.includes(called)) throw refused(name, `its macro “${called.slice(0, 100)}” calls itself`)
    const size = sizeOf(macro, [...within, called])
    sizes.set(called, size)
    return size
  }
  sizeOf(tree, [])
}

/** A style that cannot be used. @param why goes on from “because” */
export function refused(name: string, why: string): LecternError {
  const said = why.replace(/\.$/u, '')
  return new LecternError(
    'unsupported-format',
    `${name} cannot be used as a citation style, because ${said}. Nothing was changed. Styles are found at zotero.org/styles.`,
  )
}

function dependent(title: string, parent: string): LecternError {
  const name = /([^/]+)\/*$/u.exec(parent)?.[1] ?? parent
  return new LecternError(
    'unsupported-format',
    `“${title}” only says that it is written as another style, ${name}. Add that one instead: ${parent}. Nothing was changed.`,
    { parent },
  )
}
