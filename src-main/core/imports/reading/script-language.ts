/** A script that one language is mostly written in, and others that are written in it too. */
interface OwnScript {
  readonly letters: RegExp
  readonly language: string
  readonly others: readonly string[]
}

const script = (name: string, language: string, ...others: readonly string[]): OwnScript => ({
  letters: new RegExp(String.raw`\p{Script=${name}}`, 'gu'),
  language,
  others,
})

const SCRIPTS: readonly OwnScript[] = [
  script('Hangul', 'ko'),
  script('Thai', 'th'),
  script('Hebrew', 'he', 'yi', 'lad', 'iw'),
  script('Greek', 'el', 'grc'),
  script('Georgian', 'ka', 'xmf'),
  script('Armenian', 'hy', 'hyw'),
  script('Bengali', 'bn', 'as', 'bpy'),
  script('Tamil', 'ta'),
  script('Telugu', 'te'),
  script('Kannada', 'kn', 'tcy'),
  script('Malayalam', 'ml'),
  script('Gujarati', 'gu'),
  script('Gurmukhi', 'pa'),
  script('Oriya', 'or'),
  script('Sinhala', 'si'),
  script('Khmer', 'km'),
  script('Lao', 'lo'),
  script('Myanmar', 'my', 'mnw', 'shn'),
  script('Tibetan', 'bo', 'dz'),
  script('Thaana', 'dv'),
  script('Ethiopic', 'am', 'ti', 'tig'),
]
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/gu
const HAN = /\p{Script=Han}/gu
const CHINESE = ['zh', 'yue', 'wuu', 'gan', 'hak', 'nan', 'lzh']
/** Scripts of many languages: their letters do not tell. */
const SHARED = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Devanagari}]/gu
const SAMPLE_CHARACTERS = 600
/** Letters that are enough to tell a script. */
const ENOUGH = 8

/**
 * The language of a text by the script it is written in, where that tells: a declared one that is written in it, else the one
 * that mostly is. Null for scripts of many languages.
 * @param declared ISO 639 code
 */
export function languageOfScript(text: string, declared: string | null): string | null {
  const sample = text.slice(0, SAMPLE_CHARACTERS)
  const count = (letters: RegExp) => sample.match(letters)?.length ?? 0
  const shared = count(SHARED)
  if (shared * 2 > sample.length) return null
  const kana = count(KANA)
  const han = count(HAN)
  if (kana + han >= ENOUGH && kana + han > shared) {
    if (kana * 20 > han) return 'ja'
    return declared !== null && CHINESE.includes(declared) ? declared : 'zh'
  }
  for (const { letters, language, others } of SCRIPTS) {
    const own = count(letters)
    if (own >= ENOUGH && own > shared) return declared !== null && others.includes(declared) ? declared : language
  }
  return null
}
