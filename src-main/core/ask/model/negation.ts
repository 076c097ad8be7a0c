import { tokenise } from '../../text/fold'
import { stem } from '../../text/stem'

/** Words that turn a statement round; folded, as `tokenise` gives them. */
const NEGATIONS = new Set(
  `not no never none nobody nothing neither nor without cannot cant dont doesnt didnt isnt arent wasnt werent hasnt havent hadnt
  wont wouldnt couldnt shouldnt hardly refused denied failed
  nicht kein keine keinen keinem keiner keines nie niemals niemand nichts ohne weder
  pas jamais aucun aucune sans rien personne nunca sin ningun ninguno ninguna nadie nada non mai senza nessuno nessuna niente
  niet geen nooit niemand zonder nao sem nenhum`.split(/\s+/u),
)
const UNSPACED_NEGATION = /不|没|沒|未|无|無|非|ない|なかった|ません|ずに/u
/** What a clause ends at. */
const CLAUSE =
  /[,;:()，；：、（）—–]|\b(?:but|because|although|though|while|whereas|since|which|who|and|or|aber|weil|obwohl|während|und|oder|mais|parce|et|ou|pero|porque|ma|perché)\b/giu
/** A clause is about the same when so much of it is found again. */
const SAME = 0.5

interface Clause {
  readonly words: ReadonlySet<string>
  readonly isNegative: boolean
}

/**
 * Whether a sentence denies what its sources say, or says what they deny: clause by clause, so that a `not` beside the matter does
 * not count.
 * @param sources the sentences that say most of it
 * @param around what stands with them
 */
export function contradicts(sentence: string, sources: readonly string[], around: readonly string[]): boolean {
  const theirs = sources.flatMap(clauses)
  return clauses(sentence).some((ours) => {
    let best: Clause | null = null
    let most = 0
    for (const clause of theirs) {
      const shared = [...ours.words].filter((word) => clause.words.has(word)).length / ours.words.size
      if (shared > most) [best, most] = [clause, shared]
    }
    if (best !== null && most >= SAME) return best.isNegative !== ours.isNegative
    // Nothing to hold it against: a denial needs one somewhere near.
    return ours.isNegative && !around.some(isNegative)
  })
}

function clauses(text: string): Clause[] {
  return text
    .split(CLAUSE)
    .map((part) => {
      const words = tokenise(part).map((token) => token.text)
      const content = words
        .filter((word) => !NEGATIONS.has(word) && (word.length > 2 || /\P{ASCII}/u.test(word)))
        .map(stem)
      return { words: new Set(content), isNegative: isNegative(part) }
    })
    .filter(({ words }) => words.size > 0)
}

function isNegative(text: string): boolean {
  return UNSPACED_NEGATION.test(text) || tokenise(text).some((token) => NEGATIONS.has(token.text))
}
