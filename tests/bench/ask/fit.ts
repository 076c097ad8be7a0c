/** Numbers by name: a sentence's features, an answer's signals. */
export type Values = Readonly<Record<string, number>>

/** Weights by name, and what is left when every value is nought. */
export interface Model {
  readonly weights: Values
  readonly atNothing: number
}

const RIDGE = 1e-3

/** One question: its sentences, of which some are right, and of right passages. */
export interface Choice {
  readonly values: readonly Values[]
  readonly right: readonly boolean[]
  readonly rightPassage: readonly boolean[]
}

/** How much the right passage counts beside the right sentence. */
const PASSAGE_SHARE = 0.7

/**
 * Fits a log-linear model that gives the right sentences of each choice the most of the belief, by AdaGrad (Duchi, Hazan and
 * Singer, 2011) over all choices at once.
 */
export function fitRanking(choices: readonly Choice[], rounds = 150): Values {
  const names = Object.keys(choices[0]?.values[0] ?? {})
  const size = names.length
  const spread = spreadOf(
    choices.flatMap(({ values }) => values),
    names,
  )
  const scaled = choices.map((choice) => ({
    right: choice.right,
    rightPassage: choice.rightPassage,
    // One row of numbers after the other: there are tens of millions of them.
    rows: Float64Array.from(
      choice.values.flatMap((value) => names.map((name, at) => (value[name] ?? 0) / (spread[at] ?? 1))),
    ),
  }))
  const weights = descend(size, rounds, 0.4, (now) => {
    const slope = names.map(() => 0)
    for (const { rows, right, rightPassage } of scaled) {
      const scores = right.map((_, row) => scoreOf(rows, row * size, now))
      const top = Math.max(...scores)
      const parts = scores.map((score) => Math.exp(score - top))
      const all = total(parts)
      const ofRight = total(parts.filter((_, at) => right[at] === true))
      const ofPassage = total(parts.filter((_, at) => rightPassage[at] === true))
      parts.forEach((part, row) => {
        // Where no sentence is right by itself, the passage still is.
        const pull =
          (ofRight === 0 ? 0 : part / all - (right[row] === true ? part / ofRight : 0)) +
          PASSAGE_SHARE * (part / all - (rightPassage[row] === true ? part / ofPassage : 0))
        for (let name = 0; name < size; name += 1)
          slope[name] = (slope[name] ?? 0) + pull * (rows[row * size + name] ?? 0)
      })
    }
    return slope.map((value) => value / scaled.length)
  })
  return Object.fromEntries(names.map((name, at) => [name, (weights[at] ?? 0) / (spread[at] ?? 1)]))
}

function scoreOf(rows: Float64Array, from: number, weights: readonly number[]): number {
  let score = 0
  for (let at = 0; at < weights.length; at += 1) score += (rows[from + at] ?? 0) * (weights[at] ?? 0)
  return score
}

/**
 * Fits a logistic model by the same descent.
 * @param counts how much each row counts
 */
export function fitConfidence(
  rows: readonly Values[],
  right: readonly boolean[],
  counts: readonly number[],
  rounds = 1500,
): Model {
  const names = Object.keys(rows[0] ?? {})
  const middle = names.map((name) => total(rows.map((row) => row[name] ?? 0)) / rows.length)
  const spread = spreadOf(rows, names)
  const scaled = rows.map((row) => [
    ...names.map((name, at) => ((row[name] ?? 0) - (middle[at] ?? 0)) / (spread[at] ?? 1)),
    1,
  ])
  const all = total(counts)
  const weights = descend(names.length + 1, rounds, 0.3, (now) => {
    const slope = now.map(() => 0)
    scaled.forEach((row, at) => {
      const pull = (counts[at] ?? 1) * (1 / (1 + Math.exp(-dot(row, now))) - Number(right[at]))
      row.forEach((value, name) => (slope[name] = (slope[name] ?? 0) + pull * value))
    })
    return slope.map((value) => value / all)
  })
  const plain = names.map((_, at) => (weights[at] ?? 0) / (spread[at] ?? 1))
  return {
    weights: Object.fromEntries(names.map((name, at) => [name, plain[at] ?? 0])),
    atNothing: (weights.at(-1) ?? 0) - dot(plain, middle),
  }
}

function descend(size: number, rounds: number, rate: number, slopeAt: (now: readonly number[]) => number[]): number[] {
  const now = Array.from({ length: size }, () => 0)
  const seen = Array.from({ length: size }, () => 1e-6)
  for (let round = 0; round < rounds; round += 1) {
    slopeAt(now).forEach((slope, at) => {
      const pull = slope + RIDGE * (now[at] ?? 0)
      seen[at] = (seen[at] ?? 0) + pull * pull
      now[at] = (now[at] ?? 0) - (rate * pull) / Math.sqrt(seen[at] ?? 1)
    })
  }
  return now
}

function spreadOf(rows: readonly Values[], names: readonly string[]): number[] {
  return names.map((name) => {
    const values = rows.map((row) => row[name] ?? 0)
    const middle = total(values) / values.length
    return Math.sqrt(total(values.map((value) => (value - middle) ** 2)) / values.length) || 1
  })
}

function dot(first: readonly number[], second: readonly number[]): number {
  return first.reduce((sum, value, at) => sum + value * (second[at] ?? 0), 0)
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}
