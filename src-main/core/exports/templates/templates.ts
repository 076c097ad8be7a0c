import type { OwnTemplates, TemplatePart } from '@shared/domain/exporting'
import { LecternError } from '@shared/contract/errors'
import type { TemplateProblem } from '@shared/contract/sync'
import { frontMatter } from '../documents/front-matter'
import type { Flavour } from '../flavours/flavour'
import { compilePart, type RenderPart } from './engine'

/** Every part's renderer. */
export type Templates = Readonly<Record<TemplatePart, RenderPart>>

/** Makes a flavour's templates, a person's own before the defaults; a part that does not work has the default. */
export function readTemplates(
  flavour: Flavour,
  own: OwnTemplates,
): { readonly templates: Templates; readonly problems: readonly TemplateProblem[] } {
  const problems: TemplateProblem[] = []
  const part = (name: TemplatePart): RenderPart => {
    const byDefault = compilePart(name, flavour.templates[name], flavour)
    const template = own[name]
    if (template === undefined) return byDefault
    try {
      const render = compilePart(name, template, flavour)
      return (values) => {
        try {
          const text = render(values)
          if (name === 'frontMatter') frontMatter('x', text, flavour)
          return text
        } catch (error) {
          if (!problems.some((one) => one.part === name)) problems.push({ part: name, message: messageOf(error) })
          return byDefault(values)
        }
      }
    } catch (error) {
      problems.push({ part: name, message: messageOf(error) })
      return byDefault
    }
  }
  const templates = {
    fileName: part('fileName'),
    frontMatter: part('frontMatter'),
    header: part('header'),
    highlight: part('highlight'),
    note: part('note'),
  }
  return { templates, problems }
}

/** @throws invalid-call when a template did not work */
export function refuseProblems(problems: readonly TemplateProblem[]): void {
  const [first] = problems
  if (first === undefined) return
  throw new LecternError(
    'invalid-call',
    `The template for the ${WORDS[first.part]} does not work: ${first.message} Nothing was written. Correct it in Settings → Adding and export, or reset it.`,
  )
}

const WORDS: Record<TemplatePart, string> = {
  fileName: 'file name',
  frontMatter: 'front matter',
  header: 'header',
  highlight: 'highlight',
  note: 'note',
}

function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return `${message.split('\n')[0] ?? ''}.`.replace(/\.+$/u, '.')
}
