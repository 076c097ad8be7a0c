import { readFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { BUNDLED_STYLES } from '@shared/domain/citation-style'
import { CitationStyle } from '@shared/domain/output'
import type { StyleChoice } from '../core/exports/outputs/citing/citing'
import { UsageError } from './command'

/**
 * The citation style that `--style` names: by its short name, by the name of its file in the CSL project, by the id of one that was
 * added to the library, or as a `.csl` file of its own.
 * @throws UsageError
 */
export async function styleOf(value: string): Promise<StyleChoice> {
  if (/\.csl$/iu.test(value)) {
    const path = resolve(value)
    try {
      return { name: basename(path), csl: await readFile(path, 'utf8') }
    } catch {
      throw new UsageError(`--style names a file that could not be read: ${path}.`)
    }
  }
  const named = Object.entries(BUNDLED_STYLES).find(([, { file }]) => file === value)?.[0]
  const known = CitationStyle.safeParse(named ?? value)
  if (known.success) return known.data
  const names = Object.keys(BUNDLED_STYLES).join(', ')
  throw new UsageError(`--style is a .csl file, the id of a style that was added, or one of ${names}.`)
}
