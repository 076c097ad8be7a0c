import { Liquid } from 'liquidjs'
import { stringify } from 'yaml'
import type { TemplatePart } from '@shared/domain/exporting'
import type { Flavour } from '../flavours/flavour'
import { toMarkdown } from '../to-markdown'
import { MarkdownValue } from './markdown-value'

/** Templates are somebody's text, perhaps somebody else's: they get so many ms and so much to make. */
const LIMITS = { parseLimit: 40_000, renderLimit: 500, memoryLimit: 20_000_000 }
/** The time is that of the clock: a computer that was busy elsewhere is no fault of the template, so it is tried so often. */
const TRIES = 3
/** The longest text that a part may become, in UTF-16 units. */
const LONGEST = 4_000_000

/** White space, or Latin words with nothing around them but single spaces. */
const PLAIN_WORDS = /^(?:\s*|[A-Za-z]+(?: [A-Za-z]+)*)$/u

/** Renders one part with the values it may name. @throws Error that says, for a person, what is wrong */
export type RenderPart = (values: Readonly<Record<string, unknown>>) => string

/**
 * Makes a part's renderer. LiquidJS reaches no file and no other template, and reads own properties of plain values alone;
 * every value is escaped for the place where it is put, unless it is Markdown already.
 * @throws Error when the template cannot be read
 */
export function compilePart(part: TemplatePart, template: string, flavour: Flavour): RenderPart {
  const isOurs = template === flavour.templates[part]
  const liquid = new Liquid({
    ...LIMITS,
    // What comes with Lectern ends: nothing may stop it half-way on a busy computer.
    ...(isOurs ? { renderLimit: Infinity } : {}),
    templates: {},
    relativeReference: false,
    dynamicPartials: false,
    ownPropertyOnly: true,
    strictFilters: true,
    strictVariables: true,
    lenientIf: true,
    timezoneOffset: 0,
    outputEscape: (value) => escaped(part, value, flavour),
  })
  liquid.registerFilter('indent', (value: unknown, by: unknown) => {
    const indent = typeof by === 'string' ? by : '  '
    const text = plain(value).replace(/\n(?=.)/gu, `\n${indent}`)
    return value instanceof MarkdownValue ? new MarkdownValue(text) : text
  })
  liquid.registerFilter('quote', (value: unknown) => {
    const text = plain(value)
      .replace(/^(?=.)/gmu, '> ')
      .replace(/^$/gmu, '>')
    return value instanceof MarkdownValue ? new MarkdownValue(text) : text
  })
  const parsed = liquid.parse(template)
  return (values) => {
    const text: unknown = tryAgain(() => liquid.renderSync(parsed, values))
    const result = typeof text === 'string' ? text : ''
    if (result.length > LONGEST) throw new Error('The template makes more text than a file may hold.')
    return result
  }
}

function tryAgain(render: () => unknown): unknown {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return render()
    } catch (error) {
      const tookTooLong = error instanceof Error && error.message.includes('render limit exceeded')
      if (!tookTooLong || attempt === TRIES) throw error
    }
  }
}

function escaped(part: TemplatePart, value: unknown, flavour: Flavour): string {
  if (part === 'fileName') return plain(value).replace(/[\\/]+/gu, '-')
  if (part === 'frontMatter') return flavour.syntax === 'yaml' ? yaml(value) : property(value)
  if (value instanceof MarkdownValue) return value.text
  const text = plain(value).replace(/\s+/gu, ' ')
  // Words alone mean nothing in Markdown: most values are one word.
  if (PLAIN_WORDS.test(text)) return text
  const trimmed = text.trim()
  const made = toMarkdown(
    { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', value: trimmed }] }] },
    flavour,
  )
  return text.replace(trimmed, () => made.trimEnd())
}

function plain(value: unknown): string {
  if (Array.isArray(value)) return value.map(plain).join(', ')
  if (value instanceof MarkdownValue) return value.text
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}

function yaml(value: unknown): string {
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) return ''
  const said = Array.isArray(value) ? value.map(plain) : value instanceof MarkdownValue ? value.text : value
  // Quoted where YAML 1.1 would read something else, such as `no`: many tools still do.
  const text = stringify(said, { lineWidth: 0, compat: 'yaml-1.1', blockQuote: false }).trimEnd()
  return Array.isArray(said) ? `\n${text.replace(/^/gmu, '  ')}` : text
}

function property(value: unknown): string {
  return plain(value).replace(/\s+/gu, ' ').trim()
}
