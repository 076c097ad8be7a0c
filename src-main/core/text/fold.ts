/** One searchable word of a text. */
export interface Token {
  /** The word as it is compared: folded, not stemmed. Letters and digits only. */
  readonly text: string
  /** UTF-16 offset of its first unit in the text. */
  readonly start: number
  /** UTF-16 offset behind its last unit. */
  readonly end: number
}

/** Letters and digits, with what may stand between or upon them. */
const WORD = String.raw`[\p{L}\p{N}\p{M}\p{Cf}]`
const LETTER = String.raw`[\p{Lu}\p{Ll}]`

/** In this order: `U.S` as one word, `1,000` as one number, words with their apostrophes. */
const CHUNK = new RegExp(
  [
    String.raw`(?<!${WORD})${LETTER}(?:\.${LETTER})+(?!${WORD})`,
    String.raw`(?<![\p{L}\p{N},.])\d{1,3}(?:[,\u2009\u202f]\d{3})+(?!\d)`,
    String.raw`${WORD}+(?:['\u2018\u2019\uff07]${WORD}+)*`,
  ].join('|'),
  'gu',
)
const ASCII_WORD = /^[a-zA-Z0-9]+$/u
const APOSTROPHE = /['\u2018\u2019\uff07]/u
/** French, Italian and Catalan articles and pronouns that lean on the next word: l'homme is found as homme. */
const ELIDED = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|un|gl|dell|nell|sull|dall|all|quell|quest)$/iu
/** A character with the marks upon it; conjoining Hangul is one syllable only together. */
const CLUSTER = /[\u1100-\u115f][\u1160-\u11a7]*[\u11a8-\u11ff]*|\P{M}[\p{M}\uff9e\uff9f]*|\p{M}+/gsu
/** Scripts written without spaces between words. */
const UNSPACED =
  /^[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]/u
/** Accents, Hebrew points and Arabic vowel signs: what people leave out when they type. */
const ACCENT = new RegExp(
  String.raw`[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u06d6-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f]`,
  'gu',
)
const MARK = /\p{M}/gu
const NOT_WORD = /[^\p{L}\p{N}\ue000-\uf8ff]|[\u02b9-\u02bf\u0640]/gu

/** Characters that folding leaves as they are; a text of them has as many clusters as characters. */
const PLAIN = /[\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff\uac00-\ud7a3]/u

const SPELLED: Readonly<Record<string, string>> = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ħ: 'h', ŧ: 't', ı: 'i', ĸ: 'k', ŋ: 'n', ς: 'σ',
} // prettier-ignore

/**
 * The words of a text, in order, as search compares them. The same for what is indexed and what is typed: compatibility
 * forms, case, accents, soft hyphens and apostrophes do not count; `U.S.` is `us`, `1,000` is `1000`. Scripts without
 * spaces give overlapping pairs of characters, and the last character of each run by itself, so that every character
 * begins a token.
 */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = []
  for (let at = 0; at < text.length;) {
    const code = text.charCodeAt(at)
    if (code < 128 && !isAsciiWord(code)) {
      at++
      continue
    }
    const plain = endOfPlainWord(text, at)
    if (plain !== null) {
      tokens.push({ text: text.slice(at, plain).toLowerCase(), start: at, end: plain })
      at = plain
      continue
    }
    CHUNK.lastIndex = at
    const match = CHUNK.exec(text)
    if (match === null) break
    addChunk(tokens, match[0], match.index)
    at = CHUNK.lastIndex
  }
  return tokens
}

function isAsciiWord(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57)
}

/** Where a word of ASCII letters and digits ends; null where what stands behind may belong to it, and the pattern has to say. */
function endOfPlainWord(text: string, start: number): number | null {
  let at = start
  let code = text.charCodeAt(at)
  while (isAsciiWord(code)) code = text.charCodeAt(++at)
  const mayGoOn =
    at === start ||
    code >= 128 ||
    code === APOSTROPHE_CODE ||
    (code === FULL_STOP && at === start + 1) ||
    (code === COMMA && at <= start + 3)
  return mayGoOn ? null : at
}

const APOSTROPHE_CODE = 39
const FULL_STOP = 46
const COMMA = 44

function addChunk(tokens: Token[], chunk: string, start: number): void {
  if (ASCII_WORD.test(chunk)) {
    tokens.push({ text: chunk.toLowerCase(), start, end: start + chunk.length })
    return
  }
  const apostrophe = chunk.search(APOSTROPHE)
  if (apostrophe > 0 && ELIDED.test(chunk.slice(0, apostrophe))) {
    addChunk(tokens, chunk.slice(0, apostrophe), start)
    addChunk(tokens, chunk.slice(apostrophe + 1), start + apostrophe + 1)
    return
  }
  let word: Token | null = null
  let run: Token[] = []
  const endWord = () => {
    if (word !== null) tokens.push(word)
    word = null
  }
  const endRun = () => {
    if (run.length > 0) addPairs(tokens, run)
    run = []
  }
  for (const match of chunk.matchAll(CLUSTER)) {
    const folded = foldCluster(match[0])
    if (folded === '') continue
    const piece: Token = { text: folded, start: start + match.index, end: start + match.index + match[0].length }
    if (UNSPACED.test(match[0])) {
      endWord()
      run.push(piece)
    } else {
      endRun()
      word = word === null ? piece : { text: word.text + folded, start: word.start, end: piece.end }
    }
  }
  endWord()
  endRun()
}

function addPairs(tokens: Token[], run: readonly Token[]): void {
  run.forEach((first, at) => {
    const second = run[at + 1]
    tokens.push(second === undefined ? first : { text: first.text + second.text, start: first.start, end: second.end })
  })
}

function foldCluster(cluster: string): string {
  if (cluster.length === 1) {
    const code = cluster.charCodeAt(0)
    // Most letters of most texts, with nothing to fold but their case.
    if (code < 128) return isAsciiWord(code) ? cluster.toLowerCase() : ''
    if (PLAIN.test(cluster)) return cluster
  }
  const lower = cluster.toLowerCase()
  // A fraction such as ½ would turn 6½ into 612.
  const apart = lower.normalize('NFKD').includes('\u2044') ? lower : lower.normalize('NFKD')
  const plain = apart.replace(ACCENT, '').normalize('NFC').toLowerCase()
  const spelled = SPELLED[plain] ?? plain
  return spelled.replace(MARK, keepMark).replace(NOT_WORD, '')
}

/**
 * SQLite's unicode61 splits words at combining marks, which are vowels in Indic and Thai words; letters of the private
 * use area stand for them in the index.
 */
function keepMark(mark: string): string {
  const code = mark.codePointAt(0) ?? 0
  return code >= 0x0900 && code < 0x2000 ? String.fromCodePoint(0xe000 + code - 0x0900) : ''
}

/** Whether the token is one character of a script without spaces, which is searched as the beginning of a pair. */
export function isLoneCharacter(token: string): boolean {
  return UNSPACED.test(token) && Array.from(token).length === 1
}

/** Whether the token ends in a script without spaces. */
export function isUnspaced(token: string): boolean {
  return UNSPACED.test(token)
}
