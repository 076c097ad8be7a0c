import { parseFragment, textContent } from '../html/html-tree'

/** Reads characters that a page has escaped once too often: `O&#039;Brien` where it meant `O'Brien`. */
export function unescapedTwice(text: string): string {
  if (!/&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});/iu.test(text) || text.includes('<')) return text
  return textContent(parseFragment(text))
}
