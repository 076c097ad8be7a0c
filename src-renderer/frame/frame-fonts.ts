import type { ArticleDocument } from './article-document'
import type { FrameLook } from './frame-styles'

/** Longest wait for fonts before an article is shown with others, in milliseconds. They come from this computer. */
const WAIT = 500

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

/**
 * Loads the faces of running text before the text is laid out: a long one takes seconds to lay out, and would be laid
 * out once more when they arrive. The frame's styles must be there; it need not be shown yet.
 */
export async function loadFaces({ document, index }: ArticleDocument, look: FrameLook): Promise<void> {
  const tokens = getComputedStyle(window.document.documentElement)
  const families = [look.variables['--reader-font'] ?? '', 'var(--font-ui)'].map((font) =>
    font.replace(/^var\((--[\w-]+)\)$/u, (_, token: string) => tokens.getPropertyValue(token).trim()),
  )
  const characters = [...new Set(index.text)].join('')
  const loading = families.flatMap((family) => [
    document.fonts.load(`400 16px ${family}`, characters),
    document.fonts.load(`italic 400 16px ${family}`, characters),
  ])
  const late = new Promise((resolve) => window.setTimeout(resolve, WAIT))
  await Promise.race([Promise.allSettled(loading), late])
}
