/** What a model thinks aloud before it answers; the opening mark is left out by some. */
const THINKING = /<(think|thinking|reasoning)>[\s\S]*?(?:<\/\1>|$)/gu
const UNOPENED = /^[\s\S]*<\/(?:think|thinking|reasoning)>/u
/** The beginning of a mark at the end, which the next words may complete. */
const HALF_MARK = /<\/?[a-z]{0,9}$/u
const MARKDOWN_LINK = /!?\[([^\]\n]*)\]\(([^()\s]*(?:\([^()\s]*\))?[^()\s]*)\)/gu
const ADDRESS = /\b(?:https?|ftp|file|javascript|data|lectern):[^\s<>"'）」』]*[^\s<>"'.,;:!?()[\]）」』]/giu

/** What stands for an address that a model wrote: a passage may have told it to, and nobody is to follow it. */
export const NO_ADDRESS = '(address left out)'

/** What is shown of a model's words: no thinking aloud, no Markdown, no address. `[1]` stays. */
export function visibleText(raw: string): string {
  return raw
    .replace(UNOPENED, '')
    .replace(THINKING, '')
    .replace(HALF_MARK, '')
    .replace(MARKDOWN_LINK, (_, text: string) => (/^\d+$/u.test(text) ? `[${text}]` : text))
    .replace(ADDRESS, NO_ADDRESS)
    .replace(/(\*\*|__)(?=\S)([^\n]*?\S)\1/gu, '$2')
    .replace(/^[ \t]*(?:#{1,6}|[-*+•])[ \t]+/gmu, '')
    .replace(/`/gu, '')
    .replace(/[\p{Cc}\p{Cf}]/gu, (control) =>
      control === '\n' || control === '\u200d' ? control : control === '\t' ? ' ' : '',
    )
    .trimStart()
}

/** As much of a text as ends with a whole word; scripts without spaces have words everywhere. */
export function wholeWords(text: string): string {
  const end =
    /[\s\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}](?=[^\s\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}]*$)/u.exec(
      text,
    )
  return end === null ? '' : text.slice(0, end.index + end[0].length)
}
