import { type Parent, isElement, isText, parseFragment } from '../../../src-main/core/imports/html/html-tree'

const INLINE =
  /^(?:a|abbr|b|bdi|bdo|cite|code|data|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|u|var|wbr)$/u

/** A text with a line break at each end of every block, made in one way of every engine's HTML. */
export function blockText(html: string): string {
  return textOf(parseFragment(html, { scriptingEnabled: false }))
}

export function textOf(root: Parent): string {
  let text = ''
  const visit = (parent: Parent) => {
    for (const child of parent.childNodes) {
      if (isText(child)) text += child.value
      if (!isElement(child) || /^(?:script|style|template)$/u.test(child.tagName)) continue
      const isBlock = !INLINE.test(child.tagName)
      if (isBlock) text += '\n'
      visit(child)
      if (isBlock) text += '\n'
    }
  }
  visit(root)
  return text
}
