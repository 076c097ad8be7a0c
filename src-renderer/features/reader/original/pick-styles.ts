import type { ArticleDocument } from '../../../frame/article-document'

/** Marks of picking in the frame. The page is a copy made for this, so that marking it changes nothing that is kept. */
const STYLES = `
main#content { cursor: pointer; }
main#content a { pointer-events: none; }
[data-picked], [data-at] { border-radius: 3px; outline-offset: 3px; }
[data-picked] { outline: 2px solid var(--accent); background: var(--accent-quiet); }
[data-at]:not([data-picked]) { outline: 2px dashed var(--accent); }
[data-at][data-picked] { outline-style: double; outline-width: 5px; }
tr[data-picked], tr[data-at], td[data-picked], td[data-at], th[data-picked], th[data-at] { outline-offset: -2px; }
@media (forced-colors: active) {
  [data-picked] { outline-color: Highlight; }
  [data-at]:not([data-picked]) { outline-color: CanvasText; }
}
`

/** Brings the marks' looks into a frame; call the result to take them away. */
export function addPickStyles({ document, window: view }: ArticleDocument): () => void {
  const sheet = new view.CSSStyleSheet()
  sheet.replaceSync(STYLES)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet)
  }
}
