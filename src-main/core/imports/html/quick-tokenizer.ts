/* eslint-disable no-underscore-dangle -- these names are parse5's */
import { InsertionMode, Token, Tokenizer, TokenizerMode, type DefaultTreeAdapterMap, type Parser } from 'parse5'

/** Characters that end a run in one state of the tokenizer, by their code; all others below 128 are taken as they are. */
type Stops = Uint8Array

const PLAIN_END = 128
const stopsAt = (characters: string): Stops => {
  const stops = new Uint8Array(PLAIN_END)
  for (const character of `\0\r${characters}`) stops[character.charCodeAt(0)] = 1
  return stops
}
const CARRIAGE_RETURN = 13
const TEXT = stopsAt('<&')
const WORD = stopsAt('<& \t\n\f')
const RAW = stopsAt('<')
const RAW_WORD = stopsAt('< \t\n\f')
const DOUBLE_QUOTED = stopsAt('&"')
const SINGLE_QUOTED = stopsAt("&'")
const COMMENT = stopsAt('<-')

/** Where the standard treats white space between words as it treats the words. */
const MIXED: ReadonlySet<InsertionMode> = new Set([
  InsertionMode.IN_BODY,
  InsertionMode.IN_CAPTION,
  InsertionMode.IN_CELL,
  InsertionMode.TEXT,
])

/**
 * parse5's tokenizer, which takes what needs no attention (words, scripts, values, comments) a run at a time instead of a character at a
 * time: most of a page's characters are such, and most of an import's time went into them. What ends a run is read by parse5 itself.
 */
class QuickTokenizer extends Tokenizer {
  readonly #parser: Parser<DefaultTreeAdapterMap>

  constructor(parser: Parser<DefaultTreeAdapterMap>) {
    super(parser.options, parser)
    this.#parser = parser
    this.state = parser.tokenizer.state
    this.inForeignNode = parser.tokenizer.inForeignNode
  }

  protected override _stateData(cp: number): void {
    super._stateData(cp)
    if (this.state === TokenizerMode.DATA) this.#takeText(TEXT, WORD)
  }

  protected override _stateRcdata(cp: number): void {
    super._stateRcdata(cp)
    if (this.state === TokenizerMode.RCDATA) this.#takeText(TEXT, WORD)
  }

  protected override _stateRawtext(cp: number): void {
    super._stateRawtext(cp)
    if (this.state === TokenizerMode.RAWTEXT) this.#takeText(RAW, RAW_WORD)
  }

  protected override _stateScriptData(cp: number): void {
    super._stateScriptData(cp)
    if (this.state === TokenizerMode.SCRIPT_DATA) this.#takeText(RAW, RAW_WORD)
  }

  protected override _stateAttributeValueDoubleQuoted(cp: number): void {
    super._stateAttributeValueDoubleQuoted(cp)
    this.#take(DOUBLE_QUOTED)
  }

  protected override _stateAttributeValueSingleQuoted(cp: number): void {
    super._stateAttributeValueSingleQuoted(cp)
    this.#take(SINGLE_QUOTED)
  }

  protected override _stateComment(cp: number): void {
    super._stateComment(cp)
    this.#take(COMMENT)
  }

  /** Only words go on: white space that stands first may mean something else to the tree. */
  #takeText(all: Stops, words: Stops): void {
    if (this.currentCharacterToken?.type !== Token.TokenType.CHARACTER) return
    this.#take(MIXED.has(this.#parser.insertionMode) ? all : words)
  }

  /** Goes on behind a run that has just been begun or continued, up to what needs attention or is a surrogate. */
  #take(stops: Stops): void {
    const { preprocessor } = this
    const { html } = preprocessor
    let at = preprocessor.pos + 1
    // A carriage return may have a line feed behind it, which counts for nothing.
    if (this.runEnd !== at || html.charCodeAt(at - 1) === CARRIAGE_RETURN) return
    for (let code = html.charCodeAt(at); ; code = html.charCodeAt(++at)) {
      // Behind the end there is no code, and no comparison is true.
      const isPlain = code < PLAIN_END ? stops[code] === 0 : code < 0xd800 || code > 0xdfff
      if (!isPlain) break
    }
    if (at === preprocessor.pos + 1) return
    preprocessor.pos = at - 1
    this.runEnd = at
  }
}

/** Lets a parser that has read nothing yet read its page in runs. Places in the source are not kept. */
export function quicken(parser: Parser<DefaultTreeAdapterMap>): Parser<DefaultTreeAdapterMap> {
  parser.tokenizer = new QuickTokenizer(parser)
  return parser
}
