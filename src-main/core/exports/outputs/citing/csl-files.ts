import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CslTree } from 'citeproc'
import { BUNDLED_STYLES, CITATION_LANGUAGES, type BundledStyle } from '@shared/domain/citation-style'
import { readCslTree } from './csl-tree'

const ENGLISH = 'en-US'

/** The styles and languages that come with Lectern, as files of the Citation Style Language project. */
export function createCslFiles(folder: string) {
  const locale = async (tag: string): Promise<CslTree> =>
    readCslTree(await readFile(join(folder, 'locales', `locales-${tag}.xml`), 'utf8'))
  return {
    /** A style's XML. */
    style: (id: BundledStyle): Promise<string> =>
      readFile(join(folder, 'styles', `${BUNDLED_STYLES[id].file}.csl`), 'utf8'),
    /** Terms of a language, and of US English for what is asked besides. */
    async locales(tag: string): Promise<(asked: string) => CslTree> {
      const english = await locale(ENGLISH)
      const own = tag === ENGLISH ? english : await locale(tag)
      // citeproc writes into what it is given.
      return (asked) => structuredClone(asked === tag ? own : english)
    },
  }
}

/** The nearest language that there is: the very one, another of the same tongue, US English. */
export function nearestLanguage(tag: string | null): string {
  const tags = Object.keys(CITATION_LANGUAGES)
  const wanted = (tag ?? ENGLISH).toLowerCase()
  const tongue = wanted.split('-')[0]
  return (
    tags.find((one) => one.toLowerCase() === wanted) ??
    tags.find((one) => one.toLowerCase().split('-')[0] === tongue) ??
    ENGLISH
  )
}
