import type { AnswerType } from '../question/question'

interface AskedAs {
  /** What the question says. */
  readonly question: RegExp
  /** What the row that answers may be called. */
  readonly label: RegExp
  /** Words of the question that the label stands for: they need not be there. */
  readonly words: RegExp
}

const KILLED = 'kill(?:ed)?|die[ds]?|dead|deaths?|fatalit(?:y|ies)|casualt(?:y|ies)|victims?|toll'
const HURT = 'injur(?:ed|ies)|wounded|hurt'
const ATTACKER = 'attack(?:ers?|ed)?|perpetrat(?:ors?|ed)|assailants?|gunm[ae]n|participants?|terrorists?|militants?'
const PEOPLE = 'people|persons?|men|women|lives|others'

/** Rows that are labelled otherwise than they are asked for. */
const ASKED_AS: readonly AskedAs[] = [
  {
    question: /\b(?:when|where)\b.*\bborn\b|\b(?:birth(?:day|place)?|date of birth)\b/iu,
    label: /^(?:born|birth ?date|birth ?place|date of birth)$/iu,
    words: /^(?:born|birth(?:day|place)?|date)$/u,
  },
  {
    question: /\b(?:when|where|how)\b.*\b(?:die|died|death)\b/iu,
    label: /^(?:died|death ?date|death|death ?place|cause of death)$/iu,
    words: /^(?:die|died|death)$/u,
  },
  {
    question: /\b(?:when|who)\b.*\b(?:found(?:ed)?|establish(?:ed)?|start(?:ed)?)\b|\bfounders?\b/iu,
    label: /^(?:found(?:ed|ation|er|ers)(?: by)?|established|formed|incorporated)$/iu,
    words: /^(?:found(?:ed|ers?)?|establish(?:ed)?|start(?:ed)?)$/u,
  },
  {
    question: /\b(?:how many people|inhabitants|how many .*live)\b|\bpopulation\b/iu,
    label: /^(?:population|estimate|total population|• ?(?:total|estimate))/iu,
    words: /^(?:people|inhabitants?|lives?|living|population)$/u,
  },
  {
    question: new RegExp(String.raw`\bhow many\b.*\b(?:${KILLED})\b|\b(?:death toll|number of deaths)\b`, 'iu'),
    label: /^(?:deaths?|killed|(?:total )?fatalities|casualties|dead)(?: ?\(.*\))?$/iu,
    words: new RegExp(`^(?:${KILLED}|${PEOPLE}|number)$`, 'u'),
  },
  {
    question: new RegExp(String.raw`\bhow many\b.*\b(?:${HURT})\b`, 'iu'),
    label: /^(?:injured|(?:non-fatal )?injuries|wounded)(?: ?\(.*\))?$/iu,
    words: new RegExp(`^(?:${HURT}|${PEOPLE})$`, 'u'),
  },
  {
    question: new RegExp(String.raw`\bhow many\b(?: \p{L}+)? (?:${ATTACKER})\b`, 'iu'),
    label: /^(?:(?:no\.?|number) of )?(?:participants|perpetrators|attackers|assailants)$/iu,
    words: new RegExp(`^(?:${ATTACKER}|took|part)$`, 'u'),
  },
  {
    question: new RegExp(String.raw`\bwho\b.*\b(?:${ATTACKER}|responsible|carried out|committed)\b`, 'iu'),
    label: /^(?:perpetrators?|assailants?|attackers?)$/iu,
    words: new RegExp(`^(?:${ATTACKER}|responsible|carried|committed)$`, 'u'),
  },
  {
    question: /\bwhen\b.*\b(?:released?|come out|came out|published|premiered?|air(?:ed)?)\b/iu,
    label: /^(?:release(?:d| dates?)|initial release|publication date|published|premiered|original release)$/iu,
    words: /^(?:released?|come|came|published|premiered?|air(?:ed)?|first)$/u,
  },
  {
    question: /\bwhen\b.*\b(?:built|construct(?:ed|ion)|complet(?:ed|ion)|finished|open(?:ed|ing)?)\b/iu,
    label: /^(?:built|constructed|completed|construction (?:started|finished)|opened|opening(?: date)?|inaugurated)$/iu,
    words: /^(?:built|construct(?:ed|ion)|complet(?:ed|ion)|finished|open(?:ed|ing)?)$/u,
  },
  {
    question: /\bwhere\b.*\b(?:stud(?:y|ied)|educated|go to (?:school|university|college))\b/iu,
    label: /^(?:education|educated at|alma mater|institutions?)$/iu,
    words: /^(?:stud(?:y|ied)|educated|go|school|university|college)$/u,
  },
  {
    question: /\bhow (?:large|big)\b|\barea\b/iu,
    label: /^(?:area|total area|• ?total)/iu,
    words: /^(?:large|big|area)$/u,
  },
  {
    question: /\bhow (?:tall|high)\b/iu,
    label: /^(?:height|elevation|highest elevation)/iu,
    words: /^(?:tall|high)$/u,
  },
  { question: /\bhow long\b/iu, label: /^(?:length|duration|running time)/iu, words: /^(?:long|last(?:ed)?|take)$/u },
  {
    question: /\bwho (?:wrote|made|created|developed|designed|directed|painted)\b/iu,
    label:
      /^(?:author|creator|created by|developer|developed by|original author|designer|designed by|director|directed by|artist)/iu,
    words: /^(?:wrote|made|created|developed|designed|directed|painted)$/u,
  },
  {
    question: /\bmarried\b|\b(?:wife|husband|spouse)\b/iu,
    label: /^(?:spouse|spouses|partner)/iu,
    words: /^(?:married|wife|husband|spouse)$/u,
  },
]

/** Rows that say when or where the thing itself was. */
const HAPPENED: Partial<Record<AnswerType, RegExp>> = {
  date: /^(?:dates?|date and time)$/iu,
  place: /^(?:locations?|places?|venue|site)$/iu,
}

/** Which words of a question a row of this label stands for; null where the question does not ask for such a row. */
export function standsFor(question: string, label: string): ((word: string) => boolean) | null {
  const found = ASKED_AS.filter((one) => one.label.test(label) && one.question.test(question))
  return found.length === 0 ? null : (word) => found.some(({ words }) => words.test(word))
}

/** Whether a row says when or where the thing itself was, which a bare "when" or "where" asks. */
export function saysWhenOrWhere(type: AnswerType, label: string): boolean {
  return HAPPENED[type]?.test(label) ?? false
}
