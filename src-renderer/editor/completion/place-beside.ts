const GAP = 6

/** Puts a menu under the words before the caret, or above them where there is no room. */
export function placeBeside(menu: HTMLElement, length: number): void {
  const words = wordsBeforeCaret(length)
  if (words === null) return
  const { width, height } = menu.getBoundingClientRect()
  const isBelow = words.bottom + GAP + height <= window.innerHeight || words.top < height + GAP
  menu.style.top = `${isBelow ? words.bottom + GAP : words.top - GAP - height}px`
  menu.style.left = `${Math.max(GAP, Math.min(words.left, window.innerWidth - width - GAP))}px`
}

function wordsBeforeCaret(length: number): DOMRect | null {
  const selection = window.getSelection()
  if (!selection || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0).cloneRange()
  if (range.startContainer.nodeType === Node.TEXT_NODE)
    range.setStart(range.startContainer, Math.max(0, range.startOffset - length))
  return range.getBoundingClientRect()
}
