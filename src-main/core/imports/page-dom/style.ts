const SHOWN = { display: '', visibility: '' }

/** What an element's own style says of whether it is seen; the last statement counts. */
export function shownBy(style: string | null): { readonly display: string; readonly visibility: string } {
  if (style === null || !/display|visibility/iu.test(style)) return SHOWN
  let { display, visibility } = SHOWN
  for (const statement of style.toLowerCase().split(';')) {
    const colon = statement.indexOf(':')
    const name = statement.slice(0, Math.max(0, colon)).trim()
    const value = statement
      .slice(colon + 1)
      .replace(/!\s*important/u, '')
      .trim()
    if (name === 'display') display = value
    else if (name === 'visibility') visibility = value
  }
  return { display, visibility }
}
