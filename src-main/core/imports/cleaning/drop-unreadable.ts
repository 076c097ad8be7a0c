import { type Parent, isElement, isText, rename, reshape } from '../html/html-tree'

/** Elements that are not text, or whose text is not for reading. */
const DROP = new Set([
  ...[
    'script',
    'style',
    'template',
    'iframe',
    'object',
    'embed',
    'applet',
    'audio',
    'video',
    'canvas',
    'svg',
    'link',
    'meta',
    'base',
  ],
  ...[
    'title',
    'head',
    'textarea',
    'select',
    'option',
    'datalist',
    'input',
    'button',
    'noembed',
    'noframes',
    'frameset',
    'frame',
  ],
  ...['map', 'area', 'dialog', 'progress', 'meter', 'source', 'track', 'param', 'annotation', 'annotation-xml', 'rtc'],
])
/** Old or odd elements, and what they are now; null takes their tags away. */
const RENAME: ReadonlyMap<string, string | null> = new Map(
  Object.entries({
    article: 'div',
    main: 'div',
    header: 'div',
    footer: 'div',
    aside: 'div',
    nav: 'div',
    hgroup: 'div',
    form: 'div',
    fieldset: 'div',
    center: 'div',
    search: 'div',
    menu: 'ul',
    dir: 'ul',
    legend: 'p',
    tt: 'code',
    listing: 'pre',
    xmp: 'pre',
    plaintext: 'pre',
    strike: 's',
    acronym: 'abbr',
    picture: null,
    noscript: null,
    font: null,
    big: null,
    nobr: null,
    label: null,
    output: null,
    data: null,
    semantics: null,
    body: null,
    html: null,
  }),
)

/** Takes out what is not for reading, and gives old elements their present names. */
export function dropUnreadable(root: Parent): void {
  reshape(root, (node) => {
    if (!isElement(node)) return isText(node) ? 'keep' : 'drop'
    if (DROP.has(node.tagName)) return 'drop'
    const name = RENAME.get(node.tagName)
    if (name === null) return 'unwrap'
    if (name !== undefined) rename(node, name)
    return 'keep'
  })
}
