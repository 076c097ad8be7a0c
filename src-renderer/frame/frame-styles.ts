import tokens from '../styles/tokens.css?inline'
import { paintStyles } from '../anchoring/paint'
import type { ArticleDocument } from './article-document'
import articleText from './frame.css?inline'
import articleParts from './frame-parts.css?inline'
import { fontFaceStyles } from './frame-fonts'

/** How a frame is to look, as far as a person can change it. */
export interface FrameLook {
  /** `paper`, `sepia`, `night` or `contrast`: never `system`. */
  readonly theme: string
  /** Custom properties of the root, by name. */
  readonly variables: Readonly<Record<string, string>>
  /** Size of 1 rem in CSS pixels, the same as outside. */
  readonly rem: number
  /** Whether highlights are told apart by line style too. */
  readonly lineStyles: boolean
}

/** Above this many UTF-16 units, evenly filled lines (`text-wrap: pretty`) would cost more than a second. */
const LONG = 300_000

/**
 * Brings Lectern's styles into a frame by constructed style sheets, which the article's own policy
 * (`style-src 'self'`) allows and which leave its document as it is, but for the theme's name on the root.
 */
export function createFrameStyles(opened: ArticleDocument): { apply(look: FrameLook): void } {
  const { window: view, document, index } = opened
  const wrap = index.text.length > LONG ? 'wrap' : 'pretty'
  let colours = ''
  const sheet = (text: string) => {
    const made = new view.CSSStyleSheet()
    made.replaceSync(text)
    return made
  }
  const variables = sheet('')
  const painted = sheet('')
  const fonts = sheet(fontFaceStyles(window.document.styleSheets, window.location.href))
  document.adoptedStyleSheets = [fonts, sheet(tokens), sheet(articleText), sheet(articleParts), variables, painted]

  return {
    apply: (look) => {
      const root = document.documentElement
      root.dataset['theme'] = look.theme
      const declarations = Object.entries(look.variables).map(([name, value]) => `${name}: ${value};`)
      variables.replaceSync(
        `:root:root { font-size: ${look.rem}px; --reader-wrap: ${wrap}; ${declarations.join(' ')} }`,
      )
      if (colours === `${look.theme} ${look.lineStyles}`) return
      colours = `${look.theme} ${look.lineStyles}`
      const computed = view.getComputedStyle(root)
      painted.replaceSync(paintStyles((token) => computed.getPropertyValue(token).trim(), look.lineStyles))
    },
  }
}
