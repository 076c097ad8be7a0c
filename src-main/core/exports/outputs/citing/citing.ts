import { BUNDLED_STYLES, type BundledStyle } from '@shared/domain/citation-style'
import { LecternError } from '@shared/contract/errors'
import type { CitationStyle } from '@shared/domain/output'
import type { SettingsStore } from '../../../settings/settings-store'
import type { CitationStyleStore } from '../../citation-style-store'
import { type CslWriter, createCslWriter, loadCiteproc } from './csl-engine'
import { createCslFiles, nearestLanguage } from './csl-files'
import { type CslStyle, readCslStyle } from './csl-style'

/** A style of the library, or a `.csl` file's own text. */
export type StyleChoice = CitationStyle | { readonly name: string; readonly csl: string }

export interface CitingDeps {
  readonly styles: Pick<CitationStyleStore, 'xml'>
  readonly settings: Pick<SettingsStore, 'get'>
  /** Folder with the bundled styles and languages. */
  readonly cslFolder: string
}

export type Citing = ReturnType<typeof createCiting>

/** Prepares citation styles, in the language that the settings say. */
export function createCiting({ styles, settings, cslFolder }: CitingDeps) {
  const files = createCslFiles(cslFolder)

  const writerFor = async (style: CslStyle): Promise<CslWriter> => {
    const { citationLanguage } = settings.get()
    const language = nearestLanguage(citationLanguage === 'style' ? style.language : citationLanguage)
    return createCslWriter(await loadCiteproc(), style, language, await files.locales(language))
  }

  return {
    writerFor,
    /** @throws LecternError `not-found` for a style that was removed; `unsupported-format`, `too-large` for a file that is none */
    async writer(choice: StyleChoice): Promise<CslWriter> {
      if (typeof choice !== 'string') return writerFor(readCslStyle(choice.csl, choice.name))
      if (isBundled(choice)) return writerFor(readCslStyle(await files.style(choice), choice))
      const xml = styles.xml(choice)
      if (xml === undefined) throw gone()
      return writerFor(readCslStyle(xml, 'This style'))
    },
  }
}

function isBundled(style: CitationStyle): style is BundledStyle {
  return Object.hasOwn(BUNDLED_STYLES, style)
}

function gone(): LecternError {
  return new LecternError(
    'not-found',
    'This citation style is not in the library any more. Choose another in Settings, Adding and export.',
  )
}
