import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'
import type { Run, RunMark } from './runs'

/** An entry of a bibliography, or a citation. */
export interface CslEntry {
  /** What stands before it in a margin of its own, such as `[1]`; null where the style has none. */
  readonly label: string | null
  readonly runs: readonly Run[]
}

/** What is put on or taken off by an element, by its name or its style. */
const PUTS: Readonly<Record<string, RunMark>> = {
  i: 'italic',
  em: 'italic',
  b: 'bold',
  sup: 'superscript',
  sub: 'subscript',
  'font-variant:small-caps;': 'small-caps',
  'text-decoration:underline;': 'underline',
}
const TAKES: Readonly<Record<string, readonly RunMark[]>> = {
  'font-style:normal;': ['italic'],
  'font-weight:normal;': ['bold'],
  'font-variant:normal;': ['small-caps'],
  'text-decoration:none;': ['underline'],
  baseline: ['superscript', 'subscript'],
}

type Parent = DefaultTreeAdapterTypes.ParentNode

/** Reads what citeproc writes as HTML. Its closed list of elements becomes marks; all else is words. */
export function entryOf(html: string): CslEntry {
  const runs: Run[] = []
  let label = ''
  const walk = (parent: Parent, marks: readonly RunMark[], isLabel: boolean): void => {
    for (const node of parent.childNodes) {
      if ('value' in node) {
        const text = node.value.replace(/[\t\n\r ]+/gu, ' ')
        if (isLabel) label += text
        else add(runs, text, marks)
      } else if ('tagName' in node) {
        const given = (name: string) => node.attrs.find((one) => one.name === name)?.value ?? ''
        const puts = PUTS[node.tagName] ?? PUTS[given('style')]
        const takes = TAKES[given('style')] ?? []
        const kept = marks.filter((mark) => mark !== puts && !takes.includes(mark))
        const kind = given('class')
        // Blocks of their own are parts of one line here.
        if (kind === 'csl-block' || kind === 'csl-indent') add(runs, ' ', [])
        walk(node, puts === undefined ? kept : [...kept, puts], isLabel || kind === 'csl-left-margin')
      }
    }
  }
  walk(parseFragment(html), [], false)
  return { label: label.trim() === '' ? null : label.trim(), runs: trimmed(runs) }
}

function add(runs: Run[], text: string, marks: readonly RunMark[]): void {
  const last = runs[runs.length - 1]
  const isSame = last !== undefined && last.marks.join() === marks.join()
  // White space never doubles, whichever elements it stands in.
  const words = (last === undefined ? true : last.text.endsWith(' ')) ? text.replace(/^ +/u, '') : text
  if (words === '') return
  if (isSame) runs[runs.length - 1] = { text: last.text + words, marks }
  else runs.push({ text: words, marks })
}

function trimmed(runs: readonly Run[]): Run[] {
  return runs.flatMap((run, at) => {
    // Styles leave a mark alone where they expect a fact that a page on the web has not, such as a publisher.
    // A semicolon is alone only before a year, else it stands between names; dots with spaces are the title's own.
    const whole = run.text.replace(/(?<!\. )([.,;:]) (?:[.,](?= (?!\.))|;(?= \d))/gu, '$1').replace(/^ ,(?= )/u, '')
    const text = at === runs.length - 1 ? whole.replace(/ +$/u, '') : whole
    return text === '' ? [] : [{ ...run, text }]
  })
}
