import { randomUUID } from 'node:crypto'
import { BUNDLED_STYLES, type BundledStyle } from '@shared/domain/citation-style'
import type { Handlers } from '@shared/contract'
import { LecternError } from '@shared/contract/errors'
import type { CitationStyleEntry } from '@shared/contract/outputs'
import { OwnStyleId } from '@shared/domain/output'
import type { SettingsStore } from '../../../settings/settings-store'
import type { Emit } from '../../../events'
import type { CitationStyleStore, OwnStyle } from '../../citation-style-store'
import type { Citing } from './citing'
import type { CslItem } from './csl-item'
import { readCslStyle } from './csl-style'

export interface StylesDeps {
  readonly styles: CitationStyleStore
  readonly settings: Pick<SettingsStore, 'get' | 'update'>
  readonly citing: Pick<Citing, 'writerFor'>
  readonly emit: Emit
  readonly now: () => number
}

/** What a style is tried with before it is taken. */
const SAMPLE: CslItem = {
  id: 'sample',
  type: 'webpage',
  title: 'On the mode of communication',
  author: [{ family: 'Snow', given: 'John' }, { literal: 'Board of Health' }],
  'container-title': 'The Soho Record',
  issued: { 'date-parts': [[1855, 1, 1]] },
  accessed: { 'date-parts': [[2024, 3, 5]] },
  URL: 'https://example.org/soho',
}

/** Answers what the contract's `outputs` say of citation styles. */
export function createStyles({
  styles,
  settings,
  citing,
  emit,
  now,
}: StylesDeps): Pick<Handlers['outputs'], 'styles' | 'addStyle' | 'removeStyle'> {
  return {
    styles: () => [...BUNDLED, ...styles.list().map(entryOf)],
    async addStyle({ name, csl }) {
      const style = readCslStyle(csl, name)
      // A style can be well-formed and still not run: better now than in the middle of an export.
      const writer = await citing.writerFor(style)
      writer.bibliography([SAMPLE])
      writer.citation(SAMPLE)
      const { cslId, title } = style
      const added = styles.put({ id: OwnStyleId.parse(randomUUID()), cslId, title, xml: csl, addedAt: now() })
      emit({ name: 'settings.changed' })
      return entryOf(added)
    },
    removeStyle({ id }) {
      const csl = styles.xml(id)
      if (csl === undefined) throw new LecternError('not-found', 'This citation style is not there any more.')
      styles.remove(id)
      if (settings.get().citationStyle === id) settings.update({ citationStyle: 'apa' })
      emit({ name: 'settings.changed' })
      return { csl }
    },
  }
}

const NAMES: readonly BundledStyle[] = Object.keys(BUNDLED_STYLES).filter((name): name is BundledStyle =>
  Object.hasOwn(BUNDLED_STYLES, name),
)
const BUNDLED: readonly CitationStyleEntry[] = NAMES.map((id) => ({ id, title: BUNDLED_STYLES[id].label, own: null }))

function entryOf({ id, title }: OwnStyle): CitationStyleEntry {
  return { id, title, own: id }
}
