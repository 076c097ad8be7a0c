import { LecternError } from '@shared/contract/errors'
import { type Element, type Fragment, type Parent, parseFragment, serialize } from '../html/html-tree'
import { keepAllowed } from './keep-allowed'
import { contentRoot } from './snapshot-text'

/** Real pages settle in one round. */
const MAX_ROUNDS = 8

/** HTML that is safe to show, and the tree that a standard parser makes of it. */
export interface SafeContent {
  readonly html: string
  /** The content root; `html` is what stands in it. */
  readonly root: Element
}

/**
 * Reduces a tree to the reader's allow-list: nothing in the result can run, load from elsewhere, or take a name that the app uses.
 * The tree is used up. The result is a fixed point: cleaning it again, or reading it with a standard parser and writing it out,
 * changes nothing. So the browser that shows it sees exactly the tree that was checked here, and the same text.
 * @param reshape called with a tree that markup turned out to be read as, when that is another one than was written
 * @throws LecternError unsupported-format when it does not settle, which only hostile input brings about
 */
export function safeContent(fragment: Fragment, reshape: (root: Parent) => void): SafeContent {
  keepAllowed(fragment)
  let html = serialize(fragment).trim()
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const root = contentRoot(html)
    keepAllowed(root)
    const next = serialize(root)
    if (next === html) return { html, root }
    reshape(root)
    html = serialize(root).trim()
  }
  throw new LecternError('unsupported-format', 'The markup of this source could not be made safe. Nothing was added.')
}

/** The same for HTML that is not a tree yet. @throws LecternError unsupported-format */
export function sanitize(html: string): string {
  return safeContent(parseFragment(html, { scriptingEnabled: false }), () => undefined).html
}
