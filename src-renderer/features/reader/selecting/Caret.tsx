import type { PageBox } from '../place/page-geometry'
import './Caret.css'

/** The caret of caret mode, drawn over the text: a page that cannot be edited has none of its own. */
export function Caret({ at }: { readonly at: PageBox }) {
  const style = { top: at.top, left: at.left, height: at.bottom - at.top }
  return <div key={`${at.left} ${at.top}`} className="caret" style={style} aria-hidden />
}
