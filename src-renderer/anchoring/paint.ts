import { HIGHLIGHT_COLOURS } from './colours'
import { assignLayers, type PaintedPassage } from './layers'

type Colour = (typeof HIGHLIGHT_COLOURS)[number]

/** A highlight as it is painted. */
export interface PaintedHighlight extends PaintedPassage {
  readonly id: string
  readonly colour: Colour
  readonly hasNote: boolean
  readonly range: Range
}

/** What is painted besides the highlights themselves. */
export interface PaintState {
  /** Highlights that are hovered, focused or open: painted stronger. */
  readonly strong: ReadonlySet<string>
  readonly matches: readonly Range[]
  readonly currentMatch: Range | null
  /** A passage that was just jumped to. */
  readonly flash: Range | null
}

/** Overlaps deeper than this share the top layer. */
const LAYERS = 6

const fillName = (layer: number, colour: Colour, noted: boolean) => `hl-${layer}-${colour}${noted ? '-noted' : ''}`
const strongName = (colour: Colour, noted: boolean) => `hl-strong-${colour}${noted ? '-noted' : ''}`

const PRIORITY = { strong: 100, flash: 150, match: 200, currentMatch: 201 }

/**
 * Paints passages of a document with the CSS Custom Highlight API (CSS Custom Highlight API Level 1), so that the
 * document itself is never touched.
 */
export function createPainter(view: Window & typeof globalThis): {
  paint(highlights: readonly PaintedHighlight[], state: PaintState): void
} {
  const registry = view.CSS.highlights

  function set(name: string, ranges: readonly Range[], priority: number): void {
    if (ranges.length === 0) {
      registry.delete(name)
      return
    }
    const highlight = new view.Highlight()
    for (const range of ranges) highlight.add(range)
    highlight.priority = priority
    registry.set(name, highlight)
  }

  return {
    paint: (highlights, state) => {
      const groups = new Map<string, { ranges: Range[]; priority: number }>()
      const add = (name: string, range: Range, priority: number) => {
        const group = groups.get(name)
        if (group) group.ranges.push(range)
        else groups.set(name, { ranges: [range], priority })
      }
      const layers = assignLayers(highlights, LAYERS)
      highlights.forEach((each, index) => {
        const layer = layers[index] ?? 0
        add(fillName(layer, each.colour, each.hasNote), each.range, layer)
        if (state.strong.has(each.id)) add(strongName(each.colour, each.hasNote), each.range, PRIORITY.strong)
      })
      if (state.flash) add('hl-flash', state.flash, PRIORITY.flash)
      for (const match of state.matches) add('hl-match', match, PRIORITY.match)
      if (state.currentMatch) add('hl-current-match', state.currentMatch, PRIORITY.currentMatch)
      for (const name of [...registry.keys()]) if (!groups.has(name)) registry.delete(name)
      for (const [name, group] of groups) set(name, group.ranges, group.priority)
    },
  }
}

/**
 * The style sheet for what `createPainter` paints. Colours are given as values, because custom properties do not reach
 * highlight pseudo-elements in every Chromium that Lectern runs on.
 * @param value reads a design token, such as `--hl-yellow`
 * @param lineStyles whether every highlight carries the line style of its colour
 */
export function paintStyles(value: (token: string) => string, lineStyles: boolean): string {
  const line = (style: string, width: string, colour: string) =>
    `text-decoration: underline ${style} ${width} ${colour}; text-underline-offset: 0.26em; text-decoration-skip-ink: none;`
  const rule = (name: string, fill: string, decoration: string) =>
    `::highlight(${name}) { background-color: ${fill}; ${decoration} }`
  const rules = HIGHLIGHT_COLOURS.flatMap((colour) => {
    const edge = value(`--hl-${colour}-edge`)
    const own = lineStyles ? line(value(`--hl-${colour}-line`), '2px', edge) : ''
    const noted = lineStyles ? own : line('solid', '2px', edge)
    const fill = value(`--hl-${colour}`)
    const strong = value(`--hl-${colour}-strong`)
    const layers = Array.from({ length: LAYERS }, (_, layer) => [
      rule(fillName(layer, colour, false), fill, own),
      rule(fillName(layer, colour, true), fill, noted),
    ])
    return [
      ...layers.flat(),
      rule(strongName(colour, false), strong, own),
      rule(strongName(colour, true), strong, noted),
    ]
  })
  return [
    ...rules,
    rule('hl-flash', value('--flash'), line('solid', '2px', value('--accent'))),
    rule('hl-match', value('--find-match'), ''),
    rule('hl-current-match', value('--find-current'), ''),
  ].join('\n')
}
