import { tokenise } from '../../text/fold'
import { stem } from '../../text/stem'

/** Folded words that an English question asks with, not about. */
const ENGLISH = `a about after all also am an and any are as at be became become been before being between both but by called can could
  d did do does doing done for from had has have having he her hers him his how i if in into is isn it its itself ll me
  many more most much my name named no nor not of off on once one or other our out over own re s same she should so some such
  t than that the their theirs them then there these they this those through to too under until up us used using ve very was
  we were what whats when where which while who whom whose why will with would you your`
/** Words that stand in nearly every English question, and in no other language's. */
const IS_ENGLISH = new Set([
  'the',
  'of',
  'what',
  'which',
  'who',
  'whom',
  'whose',
  'how',
  'when',
  'where',
  'why',
  'did',
  'does',
  'is',
  'are',
])
/** German; then French, Spanish, Italian, Dutch and Portuguese in short. */
const OTHERS = `
  ab aber als am an auch auf aus bei bezeichnet bis da das dass dem den denn der des die dies diese dieser dieses durch ein
  eine einem einen einer eines er es fur gegen genannt gibt hat hatte hatten haben heisst heisse heissen hiess ihm ihr ihre
  im in ist ja kann konnte man mit nach nannte nennt man nicht noch nun nur ob oder sein seine sich sie sind so uber um und
  unter viel viele vom von vor wann war waren warum was welche welchem welchen welcher welches wem wen wenn wer werden wie
  wird wo wodurch worum wogegen worueber woher wohin womit fand statt gab ging
  beim wahrend ihrem ihren ihrer ihres seinem seinen seiner seines wollen will wollte wollten soll sollen sollte sollten
  muss mussen musste mussten konnen konnten konnte darf durfen mag wurde hatte ware waren haben hast habe seit sowie dabei damit
  dazu daran davon zum zur etwa laut man mal
  wodurch wofur womit woran worauf worin wurde wurden zu zum zur zwischen
  le la les un une des du de et est que qui quoi quel quelle dans par pour sur au aux en ce cette il elle
  el los las una y es que quien cual como donde cuando por para del al se su
  il lo gli uno di e che chi cosa dove quando come da nel della
  het een van en dat wie wat waar hoe welke op te met
  ou pourquoi combien quels quelles quand comment a ete etait sont fut avait ont son sa ses leur ils elles il lui l d qu j n s c
  donde cuando cuanto cuantos cuanta cuantas quien quienes porque fue eran era son esta hay tiene sus con o como cuales
  perche quanti quante quanto quali sono stato stata era fu hanno con si i gli le suo sua dei delle degli al alla
  foi era sao quando onde porque quantos quantas qual como seu sua com
  кто что где когда почему как какой какая какие какое сколько чем ли был была были было есть это в на и с по о об из за для от к
  من ما ماذا متى اين كيف لماذا كم هل في على الى عن هو هي كان كانت
  o os as um uma do dos das em no na quem qual`

const english: ReadonlySet<string> = new Set(ENGLISH.split(/\s+/u))
/** Folded words that a question in any language asks with. */
export const STOP_WORDS: ReadonlySet<string> = new Set(`${ENGLISH} ${OTHERS}`.trim().split(/\s+/u))

/** The words that say nothing in a text of these folded words: `war` and `die` do say something in English. */
export function stopWordsOf(words: readonly string[]): ReadonlySet<string> {
  return words.some((word) => IS_ENGLISH.has(word)) ? english : STOP_WORDS
}

/** Stems of the words of a text that say something. */
export function contentStems(text: string): Set<string> {
  const words = tokenise(text).map((token) => token.text)
  const saysNothing = stopWordsOf(words)
  return new Set(words.flatMap((word) => (saysNothing.has(word) ? [] : [stem(word)])))
}
