import {
  type Element,
  type Fragment,
  attr,
  createElement,
  createText,
  elements,
  insertBefore,
  isElement,
  rename,
} from '../html/html-tree'

/** `mfenced` is MathML of old that browsers draw no longer: its brackets and commas become operators of a row. */
export function openFences(root: Fragment): void {
  for (const fenced of elements(root, 'mfenced')) {
    const separators = Array.from((attr(fenced, 'separators') ?? ',').replace(/\s+/gu, ''))
    const children = fenced.childNodes.filter(isElement)
    for (const [at, child] of children.entries()) {
      if (at === 0) continue
      const separator = separators[Math.min(at - 1, separators.length - 1)]
      if (separator !== undefined) insertBefore(operator(separator), child)
    }
    const open = operator(attr(fenced, 'open') ?? '(')
    const close = operator(attr(fenced, 'close') ?? ')')
    fenced.childNodes = [open, ...fenced.childNodes, close]
    open.parentNode = fenced
    close.parentNode = fenced
    fenced.attrs = []
    rename(fenced, 'mrow')
  }
}

function operator(sign: string): Element {
  return createElement('mo', { fence: 'true' }, createText(sign.trim()))
}
