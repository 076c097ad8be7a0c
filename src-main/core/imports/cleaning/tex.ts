import temml from 'temml'
import { escapeHtml } from '../formats/escape-html'

/** Longer formulas are whole documents, and slow. */
const MAX_CHARACTERS = 10_000
/** Macros that a formula defines may be used so often. */
const MAX_EXPANSIONS = 500

/**
 * A formula in TeX as presentational MathML with its TeX in `alttext`, not yet safe: whoever stores it sanitises it.
 * @param isBlock whether it stands on a line of its own
 * @returns null when it is no TeX that can be read; it is best shown as code then
 */
export function texToMathml(tex: string, isBlock: boolean): string | null {
  const source = tex.trim()
  if (source === '' || source.length > MAX_CHARACTERS) return null
  try {
    const html = temml.renderToString(source, {
      displayMode: isBlock,
      throwOnError: true,
      trust: false,
      maxExpand: MAX_EXPANSIONS,
    })
    return html.replace(/^<math\b/u, `<math alttext="${escapeHtml(source)}"`)
  } catch {
    return null
  }
}

/** A formula in TeX as HTML: MathML where it can be read, else its TeX as code. */
export function texHtml(tex: string, isBlock: boolean): string {
  const html = texToMathml(tex, isBlock) ?? `<code>${escapeHtml(tex.trim())}</code>`
  return isBlock ? `<p>${html}</p>` : html
}
