import { type Fragment, attr, classes, closest, elements, rename } from '../html/html-tree'

/** What the programs that make documentation and blogs call a box that is set apart in a text. */
const CALLOUT =
  /^(?:admonition|callout|alert|markdown-alert|notice|admonitionblock|hint|tip)$|(?:^|[_-])(?:admonition|callout)$/iu

/** Makes a box that is set apart in a text a quotation: names and colours are lost, and with them where it begins and ends. */
export function quoteCallouts(root: Fragment): void {
  for (const box of elements(root, 'div', 'aside', 'section')) {
    const isBox = classes(box).some((name) => CALLOUT.test(name)) || attr(box, 'role') === 'note'
    if (isBox && closest(box, ({ tagName }) => tagName === 'blockquote' || tagName === 'table') === null)
      rename(box, 'blockquote')
  }
}
