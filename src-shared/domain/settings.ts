import { z } from 'zod'
import { HighlightColour } from './colour'
import { ExportSettings } from './exporting'
import { CITATION_LANGUAGES } from './citation-style'
import { CitationStyle } from './output'
import { ReviewCount } from './review'

export const Theme = z.enum(['system', 'paper', 'sepia', 'night', 'contrast'])
export type Theme = z.infer<typeof Theme>

export const Typeface = z.enum(['literata', 'source-serif', 'inter', 'atkinson', 'system'])
export type Typeface = z.infer<typeof Typeface>

/** How articles are set. */
export const Typography = z.object({
  typeface: Typeface,
  /** CSS pixels. */
  size: z.int().min(14).max(30),
  /** Line height as a multiple of the size. */
  leading: z.number().min(1.3).max(2),
  /** About how many characters fit a line. */
  measure: z.int().min(45).max(85),
  justified: z.boolean(),
})
export type Typography = z.infer<typeof Typography>

/** How questions are answered. */
export const AskSettings = z.object({
  /** What a new question is put to: the place of its conversation, or the whole library. */
  scope: z.enum(['here', 'library']),
  /** Who answers: the embedded engine alone, or a language model beside it. */
  answers: z.enum(['embedded', 'model']),
  /** Address of the model server; empty while none is set. */
  address: z.string().max(500),
  protocol: z.enum(['ollama', 'openai']),
  /** Name of the model on its server; empty while none is chosen. */
  model: z.string().max(200),
  /** How many tokens the model can take in, question, passages and answer together. */
  contextTokens: z.int().min(1024).max(262_144),
  /** Origins beyond this computer to which a person lets questions and passages go. */
  allowed: z.array(z.string().max(500)).max(100),
})
export type AskSettings = z.infer<typeof AskSettings>

/** A language that citations are written in, or the style's own. */
export const CitationLanguage = z.custom<'style' | keyof typeof CITATION_LANGUAGES>(
  (value) => value === 'style' || (typeof value === 'string' && Object.hasOwn(CITATION_LANGUAGES, value)),
)
export type CitationLanguage = z.infer<typeof CitationLanguage>

const ColourName = z.string().trim().min(1).max(40)

/** What a person can set. Stored in the library, so that it moves with it. */
export const Settings = z.object({
  theme: Theme,
  density: z.enum(['comfortable', 'compact']),
  typography: Typography,
  /** What each highlight colour means to this person. */
  colourNames: z.record(HighlightColour, ColourName),
  /** Whether highlights are told apart by line style as well as by colour. */
  underlineHighlights: z.boolean(),
  /** Whether keys without a modifier act (WCAG 2.1.4). */
  singleKeys: z.boolean(),
  /** Interface zoom in percent. */
  zoom: z.int().min(80).max(200),
  motion: z.enum(['system', 'reduced']),
  reviewCount: ReviewCount,
  /** What copied citations and bibliographies are written in. */
  citationStyle: CitationStyle,
  /** Language of their terms and dates; `style` for the one that the style is made for, else US English. */
  citationLanguage: CitationLanguage,
  ask: AskSettings,
  exporting: ExportSettings,
})
export type Settings = z.infer<typeof Settings>

/** What is to change: of an object only what is named in it, so that two who change different parts lose neither. */
export const SettingsChange = Settings.partial().extend({
  typography: Typography.partial().optional(),
  colourNames: z.partialRecord(HighlightColour, ColourName).optional(),
  ask: AskSettings.partial().optional(),
  /** Own templates are given whole for each flavour that is named. */
  exporting: ExportSettings.partial().optional(),
})
export type SettingsChange = z.infer<typeof SettingsChange>

export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  density: 'comfortable',
  typography: { typeface: 'literata', size: 18, leading: 1.6, measure: 62, justified: false },
  colourNames: { yellow: 'Key claim', green: 'Evidence', blue: 'Term', pink: 'Doubt', purple: 'Question' },
  underlineHighlights: false,
  singleKeys: true,
  zoom: 100,
  motion: 'system',
  reviewCount: 5,
  citationStyle: 'apa',
  citationLanguage: 'style',
  ask: {
    scope: 'here',
    answers: 'embedded',
    address: '',
    protocol: 'ollama',
    model: '',
    contextTokens: 4096,
    allowed: [],
  },
  exporting: { flavour: 'markdown', templates: {}, folder: null, automatic: false },
}
