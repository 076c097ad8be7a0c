const HAN_NAME = String.raw`(?:\p{Script=Han}{2,4}(?:[ ·・]\p{Script=Han}{1,4})?|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{2,10}(?: [\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{1,8})?|[A-Z][\w.-]*(?: [A-Z][\w.-]*){0,3})`
const HAN_NAMES = `(${HAN_NAME}(?:[、，,] ?${HAN_NAME}){0,4})`
const HAN_END = String.raw`(?=$|[\s|｜/／,，、.。()（）\[\]【】·•\d–—-]|[發发]布|報導|报道|攝影|摄影|編輯|编辑|來源|来源)`
const HANGUL_NAME = String.raw`(\p{Script=Hangul}{2,4})`
const WORD = (script: string) => String.raw`[\p{Script=${script}}\p{M}'׳״‌]{2,}`
/** Two to four words of a script without capitals. */
const WORDS = (script: string) => `(${WORD(script)}(?: ${WORD(script)}){1,3})`
const END = String.raw`(?=$|\s*[,،|•·/(–—:.-]|\s*[\p{Nd}]|\s+(?:في|يوم|ב-|पर)\s)`

/**
 * How bylines are said where names have no capitals, or a label that no other language has; the first group is one name or several.
 * Chinese, Japanese, Korean, Arabic, Persian, Urdu, Hebrew, Hindi, Thai.
 */
const FORMS: readonly RegExp[] = [
  // 作者：李明, 文／陳大文, 取材・文＝山田太郎, 記者：王小芳
  new RegExp(
    String.raw`(?:^|[\s|｜/／（(【、，,。日])(?:作者|撰文|撰稿|采写|採訪|文字|执笔|執筆者?|著者|筆者|投稿者|寄稿|ライター|取材[・･]文|文責|文|本?[报報]?[记記]者)\s*[:：／/＝=｜|丨]\s*${HAN_NAMES}${HAN_END}`,
    'u',
  ),
  // 记者 王小芳, 記者陳大文／台北報導
  new RegExp(
    String.raw`(?:^|[\s|｜/／（(【])(?:本[报報])?(?:特[约約])?[记記]者[ ]?(\p{Script=Han}{2,3}(?:[、 ]\p{Script=Han}{2,3}){0,3})${HAN_END}`,
    'u',
  ),
  // 李明 于 2021-03-04 发布, 李明發布於2021年3月4日
  new RegExp(
    String.raw`(?:^|[\s|｜])(\p{Script=Han}{2,4}?|[\w.-]{2,20}) ?(?:[于於]\s?\d{2,4}[\d年月日/. :-]+\s?[发發]布|[发發](?:布|表)[于於])`,
    'u',
  ),
  // 글쓴이: 홍길동, 작성자 홍길동
  new RegExp(String.raw`(?:^|[\s|[(])(?:글쓴이|작성자|지은이|글|저자)\s*[:：]\s*${HANGUL_NAME}(?=$|[\s,|/·()\]])`, 'u'),
  // 홍길동 기자
  new RegExp(
    String.raw`(?:^|[\s|[(=])${HANGUL_NAME}\s?(?:선임|수습|인턴|전문)?\s?(?:기자|특파원|논설위원|칼럼니스트)(?=$|[\s,|/·()\]])`,
    'u',
  ),
  new RegExp(
    String.raw`(?:^|[\s|–—-])(?:كتبه|كتبته?|كتب|بقلم|الكاتب|إعداد|تحرير|المؤلف|نویسنده|نوشته|به قلم|گزارش|تحریر)\s*[:/]?\s*${WORDS('Arabic')}${END}`,
    'u',
  ),
  new RegExp(String.raw`(?:^|[\s|–—-])(?:מאת|נכתב על ידי|כתבה?|כתב\/ה)\s*:?\s*${WORDS('Hebrew')}${END}`, 'u'),
  new RegExp(
    String.raw`(?:^|[\s|–—-])(?:लेखक|लेखिका|द्वारा|रिपोर्ट|Written [Bb]y)\s*[:：-]?\s*${WORDS('Devanagari')}${END}`,
    'u',
  ),
  new RegExp(
    String.raw`(?:^|[\s|–—-])(?:โดย|ผู้เขียน|เขียนโดย|เรื่อง)\s*[:：]?\s*(${WORD('Thai')}(?: ${WORD('Thai')})?)${END}`,
    'u',
  ),
]

/** The names of a byline in a script without capitals, as the line has them; null when the line is none. */
export function namesSpoken(line: string): string | null {
  const text = line.replace(/[\u200E\u200F\u3000]/gu, ' ')
  for (const form of FORMS) {
    const names = form.exec(text)?.[1]
    if (names !== undefined) return names
  }
  return null
}
