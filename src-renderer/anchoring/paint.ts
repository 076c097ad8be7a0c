import { HIGHLIGHT_COLOURS } from './colours'
import { assignLayers, type PaintedPassage } from './layers'
import { topmostParts } from './topmost'

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

/** What is painted for a highlight: all of it, or a part. */
interface Fill {
  readonly highlight: PaintedHighlight
  readonly layer: number
  readonly range: Range
}

/** Overlaps deeper than this share the top layer, where only the newest at each place is painted. */
const LAYERS = 6

const fillName = (layer: number, colour: Colour, noted: boolean) => `hl-${layer}-${colour}${noted ? '-noted' : ''}`
const strongName = (colour: Colour, noted: boolean) => `hl-strong-${colour}${noted ? '-noted' : ''}`

const PRIORITY = { strong: 100, flash: 150, match: 200, currentMatch: 201 }

/**
 * Paints passages of a document with the CSS Custom Highlight API (CSS Custom Highlight API Level 1), so that the
 * document itself is never touched.
 */
export function createPainter(
  view: Window & typeof globalThis,
  rangeOf: (start: number, end: number) => Range | null,
): {
  /** Paints all of them, or those that are near, and nothing else. */
  paint(highlights: readonly PaintedHighlight[], state: PaintState, isNear?: (range: Range) => boolean): void
} {
  const registry = view.CSS.highlights
  /** What is painted under each name. */
  const painted = new Map<string, { readonly highlight: Highlight; ranges: ReadonlySet<Range> }>()
  let known: { readonly highlights: readonly PaintedHighlight[]; readonly fills: readonly Fill[] } | null = null
  /** Ranges of parts of highlights, by their offsets: the same from one time to the next. */
  let partRanges = new Map<string, Range>()

  /** What is filled for highlights, worked out anew only for other highlights than last time: hovering changes none. */
  function fillsOf(highlights: readonly PaintedHighlight[]): readonly Fill[] {
    if (known?.highlights !== highlights) known = { highlights, fills: fill(highlights) }
    return known.fills
  }

  function fill(highlights: readonly PaintedHighlight[]): Fill[] {
    const layers = assignLayers(highlights, LAYERS)
    const top = LAYERS - 1
    const fills = highlights.flatMap((highlight, index): Fill[] => {
      const layer = layers[index] ?? 0
      return layer < top ? [{ highlight, layer, range: highlight.range }] : []
    })
    const deep = highlights.filter((_, index) => layers[index] === top).sort((a, b) => a.createdAt - b.createdAt)
    const parts = topmostParts(deep)
    const ranges = new Map<string, Range>()
    deep.forEach((highlight, index) => {
      for (const { start, end } of parts[index] ?? []) {
        const isWhole = start === highlight.start && end === highlight.end
        const key = `${start} ${end}`
        const range = isWhole ? highlight.range : (partRanges.get(key) ?? rangeOf(start, end))
        if (range === null) continue
        if (!isWhole) ranges.set(key, range)
        fills.push({ highlight, layer: top, range })
      }
    })
    partRanges = ranges
    return fills
  }

  /** Changes only what is different, so that one more among a thousand costs as much as the first. */
  function set(name: string, ranges: ReadonlySet<Range>, priority: number): void {
    const before = painted.get(name)
    if (before === undefined) {
      const highlight = new view.Highlight()
      for (const range of ranges) highlight.add(range)
      highlight.priority = priority
      painted.set(name, { highlight, ranges })
      registry.set(name, highlight)
      return
    }
    for (const range of before.ranges) if (!ranges.has(range)) before.highlight.delete(range)
    for (const range of ranges) if (!before.ranges.has(range)) before.highlight.add(range)
    before.ranges = ranges
  }

  return {
    paint: (highlights, state, isNear = () => true) => {
      const groups = new Map<string, { ranges: Set<Range>; priority: number }>()
      const add = (name: string, range: Range, priority: number) => {
        const group = groups.get(name)
        if (group) group.ranges.add(range)
        else groups.set(name, { ranges: new Set([range]), priority })
      }
      for (const { highlight, layer, range } of fillsOf(highlights)) {
        if (isNear(range)) add(fillName(layer, highlight.colour, highlight.hasNote), range, layer)
      }
      for (const each of highlights) {
        if (!state.strong.has(each.id) || !isNear(each.range)) continue
        add(strongName(each.colour, each.hasNote), each.range, PRIORITY.strong)
      }
      if (state.flash) add('hl-flash', state.flash, PRIORITY.flash)
      for (const match of state.matches) if (isNear(match)) add('hl-match', match, PRIORITY.match)
      if (state.currentMatch) add('hl-current-match', state.currentMatch, PRIORITY.currentMatch)
      for (const name of [...painted.keys()]) {
        if (groups.has(name)) continue
        painted.delete(name)
        registry.delete(name)
      }
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
