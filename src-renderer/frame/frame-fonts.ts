/**
 * The page's font faces as a style sheet for the frame. A frame does not share its parent's fonts, and the faces are
 * declared only once, in the application; the files come from the same cache.
 */
export function fontFaceStyles(styleSheets: Iterable<CSSStyleSheet>, base: string): string {
  const faces: string[] = []
  for (const sheet of styleSheets) {
    for (const rule of sheet.cssRules) {
      if (!(rule instanceof CSSFontFaceRule)) continue
      faces.push(
        rule.cssText.replace(
          /url\("([^"]+)"\)/gu,
          (_, url: string) => `url("${new URL(url, sheet.href ?? base).href}")`,
        ),
      )
    }
  }
  return faces.join('\n')
}
