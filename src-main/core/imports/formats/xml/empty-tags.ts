const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))

const TAG = /^<([a-z][\w:.-]*)(?:\s[^<>]*)?$/iu

/**
 * XHTML may close any element at once: `<title/>`, read as HTML, would swallow the page. Pages that do not say that they are XHTML
 * stay as they are, because HTML takes no notice of the slash.
 */
export function withoutEmptyTags(text: string): string {
  if (!/^\s*<\?xml|xmlns(?::\w+)?\s*=\s*["']http:\/\/www\.w3\.org\/1999\/xhtml/iu.test(text.slice(0, 2048))) return text
  const parts: string[] = []
  let from = 0
  let open = -1
  let nextOpen = text.indexOf('<')
  for (let end = text.indexOf('/>'); end >= 0; end = text.indexOf('/>', end + 2)) {
    if (nextOpen < 0 || nextOpen > end) continue
    while (nextOpen >= 0 && nextOpen < end) {
      open = nextOpen
      nextOpen = text.indexOf('<', open + 1)
    }
    const name = TAG.exec(text.slice(open, end))?.[1]
    if (name === undefined || VOID.has(name.toLowerCase())) continue
    parts.push(text.slice(from, end), `></${name}>`)
    from = end + 2
  }
  return from === 0 ? text : parts.join('') + text.slice(from)
}
