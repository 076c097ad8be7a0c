/** Signs in a text that refer to a source or a footnote, and editors' remarks of wikis in their larger languages. */
const REMARKS = [
  '(?:[\\p{L}-]+ ){0,3}(?:needed|requested)(?: to verify)?',
  'citation needed|clarify|dubious(?:\\s*[–-]\\s*discuss)?|disputed(?:\\s*[–-]\\s*discuss)?|failed verification|verification needed',
  'not in citation given|original research\\??|weasel words|peacock term|vague|self-published source\\??|unreliable source\\??',
  '(?:by |according to |to )?(?:who|whom|when|where|which|how|why|what)\\?',
  'réf\\. (?:nécessaire|souhaitée|incomplète)|précision nécessaire|(?:quand|qui|où|pourquoi|lequel|laquelle) \\?',
  'Beleg fehlt|Belege fehlen|cita requerida|senza fonte|carece de fontes\\??|bron\\?|citatie nodig',
  'источник\\?|источник не указан[^\\]]{0,30}|когда\\?|кто\\?|要出典|來源請求|来源请求|出典無効|원본 연구\\?|출처 필요',
].join('|')
const MARK = new RegExp(
  `\\[\\s*(?:\\d{1,4}(?:\\s*[,–-]\\s*\\d{1,4})*|\\p{L}{1,2}|(?:note|nb|n|fn|ref|anm|nota|noot|прим|註|注|注釈|lower-alpha)\\.?\\s*\\d{1,3}|${REMARKS})\\s*\\](?::\\s?\\d+(?:[–-]\\d+)?(?!\\d))?`,
  'iuy',
)
const LETTERS_ONLY = /^\[\s*\p{L}{1,2}\s*\]/u
/** What stands behind an index in a program, and not behind a citation. */
const CODE_AFTER = /^ ?(?:[=+*/<>({]|-[=>\d]|\.[\p{L}_])/u
const CODE_BEFORE = /[={}]|\w\([^)]*$/u
const LINE = 60

/**
 * Where a citation mark such as `[12]`, `[a]`, `[note 3]` or `[citation needed]` ends that begins at an offset; -1 where there is
 * none. An index in a program, `a[1] = 2`, is none, nor is a word that an editor put into a quotation, `and [he] said`.
 */
export function citationMarkEnd(text: string, start: number): number {
  MARK.lastIndex = start
  const found = MARK.exec(text)
  if (found === null) return -1
  const end = start + found[0].length
  if (LETTERS_ONLY.test(found[0]) && (start === 0 || /\s/u.test(text.charAt(start - 1)))) return -1
  if (!/^\[\s*(?:\d|\p{L}{1,2}\s*\])/u.test(found[0])) return end
  const line =
    text
      .slice(Math.max(0, start - LINE), start)
      .split('\n')
      .at(-1) ?? ''
  return CODE_AFTER.test(text.slice(end, end + 3)) || CODE_BEFORE.test(line) ? -1 : end
}
