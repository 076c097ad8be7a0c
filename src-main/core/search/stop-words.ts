const ENGLISH =
  'a about after all also an and any are as at be because been but by can could did do does for from had has have he ' +
  'her his how i if in into is it its many me more most much my no not of on or our out she so some such than that ' +
  'the their them then there these they this to up us was we were what when where which who whom whose why will with ' +
  'would you your'
/** German, French, Spanish, Italian, Portuguese and Dutch. */
const OTHERS =
  'aber als am auch auf aus bei das dass dem den der des die ein eine einem einen einer eines er es fur hat ich ihr im ist ' +
  'mit nach nicht noch oder sein sich sie sind uber um und von vor war werden wie wird wurde zu zum zur ' +
  'au aux avec ce ces cette dans de du elle en est et il ils la le les leur mais ne ou par pas plus pour qu que qui sa se ' +
  'ses son sont sur un une ' +
  'al con como del el esta las lo los mas para pero por se sin sobre su sus una y ' +
  'che da della di e gli i non nel nella per si sono un ' +
  'ao com da das dos em mais na nas no nos o os ou por sao seu um uma ' +
  'aan bij dat deze door een het hij maar met naar niet nog ook op te uit van voor was wat werd zijn'
const ENGLISH_WORDS = new Set(ENGLISH.split(' '))
const STOP_WORDS = new Set(`${ENGLISH} ${OTHERS}`.split(' '))

/** Whether a folded word is an English one that says nothing by itself. */
export function isEnglishStopWord(word: string): boolean {
  return ENGLISH_WORDS.has(word)
}

/** Whether a folded word says nothing by itself, in any of these languages. */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word)
}
