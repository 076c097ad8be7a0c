import { findDate } from '../metadata/date-text'
import { type Block, blockText } from './page-blocks'

const LONGEST = 250
/** Characters that may stand beside a name in a line that says who wrote the text: a role, the site, a place. */
const BESIDE = 60
/** Characters of a title before a name. */
const TITLE = 8
const BY =
  /^(?:(?:written|posted|reported|text|story|words)\s+)?(?:by|von|par|por|di|door|av|af|autor(?:in)?|przez|автор)[\s:]/iu

/**
 * Tells the lines that say who wrote a text and when: "By Ann Lee, Staff Writer", "3 May 2021 | Ann Lee". They are shown with the title.
 * @param byline names, joined by commas
 */
export function createBylineTest(byline: string | null): (block: Block) => boolean {
  const names = (byline ?? '')
    .toLowerCase()
    .split(/\s*,\s*/u)
    .filter((name) => name.length >= 3)
  if (names.length === 0) return () => false
  return (block) => {
    if (block.length > LONGEST || /^(?:h[1-6]|li|td|th|dt|dd|pre|figcaption|blockquote)$/u.test(block.owner.tagName))
      return false
    const text = blockText(block)
    const name = names.find((each) => text.toLowerCase().includes(each))
    if (name === undefined) return false
    const at = text.toLowerCase().indexOf(name)
    const by = BY.exec(text)?.[0].length ?? 0
    if (by > 0 && at >= by && at < by + TITLE) return true
    return block.stops < 2 && findDate(text) !== null && text.length - name.length < BESIDE * 2
  }
}
