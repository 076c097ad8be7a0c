/** The only elements of HTML that stored content may have: text, structure, tables and images. */
export const ALLOWED_TAGS: readonly string[] = [
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'div', 'section', 'blockquote', 'pre', 'hr', 'br', 'wbr', 'address'],
  ...['ul', 'ol', 'li', 'dl', 'dt', 'dd', 'figure', 'figcaption', 'img', 'details', 'summary'],
  ...['table', 'caption', 'colgroup', 'col', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
  ...['a', 'abbr', 'b', 'bdi', 'bdo', 'cite', 'code', 'del', 'dfn', 'em', 'i', 'ins', 'kbd', 'mark', 'q', 's', 'samp'],
  ...['small', 'span', 'strong', 'sub', 'sup', 'time', 'u', 'var', 'ruby', 'rt', 'rp'],
]

/** The only elements of MathML: its presentational ones. */
export const MATHML_TAGS: readonly string[] = [
  ...['math', 'mrow', 'mi', 'mn', 'mo', 'ms', 'mtext', 'mspace', 'msup', 'msub', 'msubsup', 'mfrac', 'msqrt', 'mroot'],
  ...['mover', 'munder', 'munderover', 'mtable', 'mtr', 'mtd', 'mpadded', 'mphantom', 'menclose', 'mstyle', 'merror'],
  ...['mmultiscripts', 'mprescripts', 'none'],
]

/** Attributes per element; `*` is for all. Values are checked again by sanitize.ts. */
export const ALLOWED_ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  '*': ['id', 'class', 'dir', 'lang', 'title'],
  a: ['href'],
  img: ['src', 'alt', 'width', 'height'],
  ol: ['start', 'reversed', 'type'],
  li: ['value'],
  td: ['colspan', 'rowspan', 'scope'],
  th: ['colspan', 'rowspan', 'scope'],
  col: ['span'],
  colgroup: ['span'],
  details: ['open'],
  time: ['datetime'],
  del: ['datetime'],
  ins: ['datetime'],
  math: ['display', 'alttext'],
  mi: ['mathvariant'],
  mo: ['stretchy', 'fence', 'separator', 'accent'],
  mtable: ['columnalign'],
  mstyle: ['displaystyle', 'scriptlevel'],
  mfrac: ['linethickness'],
}

/** What an attribute's value must look like; attributes that are not here may hold any text. */
export const VALUE_PATTERNS: Readonly<Record<string, RegExp>> = {
  id: /^a-\S{1,200}$/u,
  src: /^\/assets\/[0-9a-f]{64}$/u,
  dir: /^(?:ltr|rtl|auto)$/u,
  lang: /^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/iu,
  width: /^\d{1,5}$/u,
  height: /^\d{1,5}$/u,
  start: /^-?\d{1,9}$/u,
  value: /^-?\d{1,9}$/u,
  type: /^[1aAiI]$/u,
  colspan: /^\d{1,3}$/u,
  rowspan: /^\d{1,4}$/u,
  span: /^\d{1,3}$/u,
  scope: /^(?:row|col|rowgroup|colgroup)$/u,
  display: /^(?:block|inline)$/u,
  mathvariant: /^[a-z-]{1,30}$/u,
  displaystyle: /^(?:true|false)$/u,
  scriptlevel: /^[+-]?\d$/u,
  columnalign: /^[a-z ]{1,200}$/u,
  linethickness: /^[0-9.a-z]{1,10}$/u,
}

/** Class names that the reading frame's stylesheet knows; `language-…` besides, on code. */
const ALLOWED_CLASSES: readonly string[] = [
  ...['infobox', 'references', 'licence', 'hatnote', 'caption', 'see-also', 'categories'],
  ...['footnotes', 'footnote-ref', 'footnote-backref'],
]

/** The class names of a `class` attribute that may stay; null when none may. */
export function keptClasses(tagName: string, value: string): string | null {
  const kept = value
    .split(/\s+/u)
    .filter((name) => ALLOWED_CLASSES.includes(name) || (tagName === 'code' && /^language-[\w+#.-]{1,30}$/u.test(name)))
  return kept.length > 0 ? kept.join(' ') : null
}
