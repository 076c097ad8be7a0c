import type { ExportFlavour } from '@shared/domain/exporting'
import type { Flavour } from './flavour'
import { logseq } from './logseq'
import { markdown } from './markdown'
import { obsidian } from './obsidian'

/** Every program that files are written for. */
export const FLAVOURS: Readonly<Record<ExportFlavour, Flavour>> = { obsidian, logseq, markdown }
