const SAMPLE_CHARACTERS = 20_000

/** What Markdown has that plain text seldom has, and how much each says. */
const SIGNS: readonly (readonly [RegExp, number])[] = [
  [/^#{1,6} \S/mu, 2],
  [/^(?:```|~~~)[\w-]*$/mu, 2],
  [/!?\[[^\]\n]+\]\([^)\s]+(?: "[^"\n]*")?\)/u, 2],
  [/^\|?[ :-]*-{3,}[ :-]*\|[ |:-]*$/mu, 2],
  [/^\[\^?[^\]\n]+\]: \S/mu, 1],
  [/\*\*[^*\n]+\*\*|__[^_\n]+__/u, 1],
  [/^\s{0,3}[-*+] \S/mu, 1],
  [/^> \S/mu, 1],
  [/`[^`\n]+`/u, 1],
]

/** Whether a text that says nothing of its format has the marks of Markdown. */
export function looksLikeMarkdown(text: string): boolean {
  const sample = text.slice(0, SAMPLE_CHARACTERS)
  return SIGNS.reduce((sum, [sign, weight]) => sum + (sign.test(sample) ? weight : 0), 0) >= 2
}
