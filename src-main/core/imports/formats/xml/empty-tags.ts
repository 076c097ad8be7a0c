const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))

/**
 * XHTML may close any element at once: `<title/>`, read as HTML, would swallow the page. Pages that do not say that they are XHTML
 * stay as they are, because HTML takes no notice of the slash.
 */
export function withoutEmptyTags(text: string): string {
  if (!/^\s*<\?xml|xmlns(?::\w+)?\s*=\s*["']http:\/\/www\.w3\.org\/1999\/xhtml/iu.test(text.slice(0, 2048))) return text
  return text.replace(/<([a-z][\w:.-]*)((?:\s[^<>]*)?)\/>/giu, (tag: string, name: string, rest: string) =>
    VOID.has(name.toLowerCase()) ? tag : `<${name}${rest}></${name}>`,
  )
}
