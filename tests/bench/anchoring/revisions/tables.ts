import { runOf, some, turn } from '../adversary/edits'
import type { Paper } from '../adversary/document'
import type { Random } from '../random'
import { fresh } from '../traced-text'

/** A column of a table comes, goes, or changes places. */
export function columns(paper: Paper, random: Random): void {
  const head = some(paper, random, 'head')
  if (head === null) return
  const at = paper.blocks.indexOf(head)
  const rows = [head]
  for (let row = paper.blocks[at + 1]; row?.kind === 'row'; row = paper.blocks[at + rows.length]) rows.push(row)
  const [how, from, to] = [random.below(3), random.below(head.parts.length), random.below(head.parts.length)]
  rows.forEach((row, index) => {
    if (how === 0) row.parts.splice(from, 0, fresh(index === 0 ? 'Drawn\t' : `${random.below(30)}\t`))
    else if (how === 1 && row.parts.length > 2) row.parts.splice(from, 1)
    else if (how === 2) row.parts.splice(to, 0, ...row.parts.splice(from, 1))
  })
}

/** A fact of an infobox has another value, comes, goes, or changes places. */
export function facts(paper: Paper, random: Random): void {
  const fact = some(paper, random, 'fact')
  if (fact === null) return
  const at = paper.blocks.indexOf(fact)
  const how = random.below(4)
  const value = fact.parts[1]
  if (how === 0 && value) {
    const number = /\d+/u.exec(value.text)
    if (number === null || value.origin.includes(-1)) return
    fact.parts[1] = turn(paper, value, number.index, number.index + number[0].length, String(Number(number[0]) + 7))
  } else if (how === 1)
    paper.blocks.splice(at, 0, { kind: 'fact', parts: [fresh('Area code\t'), fresh(`${random.below(900)} km\t`)] })
  else if (how === 2) paper.blocks.splice(at, 1)
  else {
    const [low, high] = runOf(paper, fact)
    paper.blocks.splice(at, 1)
    paper.blocks.splice(low + random.below(high - low), 0, fact)
  }
}

/** The items of a list become rows with a number before them, or rows become items. */
export function listToTable(paper: Paper, random: Random): void {
  const block = some(paper, random, 'item', 'row')
  if (block === null) return
  const [low, high] = runOf(paper, block)
  const rows = paper.blocks.slice(low, high).map(({ kind, parts }, at) =>
    kind === 'item'
      ? { kind: 'row' as const, parts: [fresh(`${at + 1}\t`), ...parts] }
      : {
          kind: 'item' as const,
          parts: parts.map(({ text, origin }) => ({ text: text.replace(/\t$/u, ' '), origin })),
        },
  )
  paper.blocks.splice(low, high - low, ...rows)
}
