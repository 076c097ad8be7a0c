/** A passage with more words is named by its first and last ones. */
const LONGEST_WHOLE = 100
/** Words that name the beginning or the end of a long passage. */
const WORDS = 5
/** Characters of context on each side that a short passage is told apart by. */
const CONTEXT = 30
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/**
 * The address of a passage on the page that it comes from: `url#:~:text=…` (WICG Scroll to Text Fragment). Browsers that do not
 * know such fragments open the page at its top.
 * @returns null where the address is none of the web
 */
export function textFragmentLink(
  url: string | null,
  quote: { readonly exact: string; readonly prefix: string; readonly suffix: string },
  paragraphs: readonly string[],
): string | null {
  if (url === null || !/^https?:\/\//iu.test(url) || !URL.canParse(url)) return null
  const words = quote.exact.trim().split(/\s+/u)
  const exact = words.join(' ')
  if (exact === '') return null
  const first = paragraphs.length < 2 ? words : wordsOf(paragraphs[0])
  const last = paragraphs.length < 2 ? words : wordsOf(paragraphs.at(-1))
  const address = new URL(url)
  const hash = address.hash.replace(/:~:.*$/u, '').replace(/^#/u, '')
  address.hash = ''
  const passage =
    // A fragment does not match across blocks unless it names a beginning and an end.
    paragraphs.length < 2 && (exact.length <= LONGEST_WHOLE || words.length < 2 * WORDS)
      ? around(encoded(exact), quote)
      : `${encoded(first.slice(0, WORDS).join(' '))},${encoded(last.slice(-WORDS).join(' '))}`
  return `${address.href.replace(/#$/u, '')}#${hash}:~:text=${passage}`.replace(/[()]/gu, (one) =>
    one === '(' ? '%28' : '%29',
  )
}

function wordsOf(text = ''): string[] {
  return text.trim().split(/\s+/u)
}

/** A short passage with the whole words before and after it. */
function around(exact: string, { prefix, suffix }: { readonly prefix: string; readonly suffix: string }): string {
  const before = prefix
    .slice(-CONTEXT)
    .replace(/^\S*\s/u, '')
    .replace(/\s+/gu, ' ')
    .trim()
  const after = suffix
    .slice(0, CONTEXT)
    .replace(/\s\S*$/u, '')
    .replace(/\s+/gu, ' ')
    .trim()
  // A word that goes on across the passage's edge is no context: browsers match whole words.
  const start = /\s$/u.test(prefix) && before !== '' ? `${encoded(before)}-,` : ''
  const end = /^\s/u.test(suffix) && after !== '' ? `,-${encoded(after)}` : ''
  return `${start}${exact}${end}`
}

/** Percent-encoded, with the characters that mean something in a text directive (`-` `,` `&`). */
function encoded(text: string): string {
  return encodeURIComponent(text.replace(LONE_SURROGATE, '\ufffd')).replace(
    /[-!'*]/gu,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
