import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'

const BLOCK = /^(?:p|div|li|h[1-6]|blockquote|tr|pre|section|article|ul|ol|table|br)$/u
const UNSEEN = /^(?:script|style|template|noscript|iframe|object|head|title)$/u

/** The words of a piece of HTML, a line for each block. Walks without recursion. */
export function plainHtml(html: string): string {
  const words: string[] = []
  const stack: (DefaultTreeAdapterTypes.Node | '\n')[] = [parseFragment(html)]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node === '\n') words.push('\n')
    else if ('value' in node) words.push(node.value)
    else if ('childNodes' in node && !('tagName' in node && UNSEEN.test(node.tagName))) {
      const isBlock = 'tagName' in node && BLOCK.test(node.tagName)
      if (isBlock) {
        words.push('\n')
        stack.push('\n')
      }
      stack.push(...[...node.childNodes].reverse())
    }
  }
  return words
    .join('')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n[\s]*/gu, '\n')
    .trim()
}
