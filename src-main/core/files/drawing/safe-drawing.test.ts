import { test, expect } from 'vitest'
import fc from 'fast-check'
import { isSafeDrawing, safeDrawing } from './safe-drawing'

const svg = (inside: string, attributes = 'viewBox="0 0 200 100"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inside}</svg>`
const SHAPE = '<ellipse rx="10" ry="10"/>'

test('a drawing keeps its shapes, paint, styles and words, and gets a size', () => {
  const made = safeDrawing(
    '<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">' +
      svg(
        '<style>.a{fill:url(#g);stroke:red}</style><defs><linearGradient id="g"><stop offset="0" stop-color="#fff"/></linearGradient></defs>' +
          '<path class="a" d="M0,0 L10,10z" style="stroke-width:2; opacity: .5"/><text x="1" y="2">one <tspan>two</tspan></text>' +
          '<use xlink:href="#g"/><circle r="3" transform="translate(3,4) rotate(5)" filter="url(#f)"/>',
      ),
  )
  expect(made).toContain('width="200" height="100"')
  for (const part of [
    '.a{fill:url(#g);stroke:red}',
    'd="M0,0 L10,10z"',
    'stroke-width:2;opacity:.5',
    'one <tspan>two</tspan>',
    'xlink:href="#g"',
    'translate(3,4) rotate(5)',
    'linearGradient',
    'filter="url(#f)"',
  ])
    expect(made).toContain(part)
  expect(isSafeDrawing(Buffer.from(made ?? ''))).toBe(true)
})

test('labels that are HTML become text in their place', () => {
  const made = safeDrawing(
    svg(
      '<foreignObject x="10" y="20" width="100" height="40"><div xmlns="http://www.w3.org/1999/xhtml">Start<br/>here<script>x</script></div></foreignObject>',
    ),
  )
  expect(made).toMatch(/<text [^>]*><tspan x="60" y="31">Start<\/tspan><tspan x="60" y="49">here/u)
})

test.each([
  ['script', '<script>alert(1)</script>'],
  ['script as CDATA', '<script><![CDATA[alert(1)]]></script>'],
  ['handler', '<rect onload="alert(1)" onclick="x()" width="1" height="1"/>'],
  [
    'foreign markup',
    '<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="https://evil.example/"/></foreignObject>',
  ],
  ['use of elsewhere', '<use xlink:href="https://evil.example/a.svg#b"/><use href="//evil.example/a.svg#b"/>'],
  [
    'image of elsewhere',
    '<image href="https://evil.example/a.png"/><image xlink:href="data:image/svg+xml;base64,PHN2Zz4="/>',
  ],
  [
    'animated link',
    '<a><animate attributeName="href" values="javascript:alert(1)"/><set attributeName="href" to="https://evil.example"/></a>',
  ],
  ['link', '<a xlink:href="javascript:alert(1)" href="https://evil.example/"><text>x</text></a>'],
  [
    'import',
    '<style>@import "https://evil.example/a.css"; @import url(https://evil.example/b.css); a{fill:red}</style>',
  ],
  [
    'font',
    '<style>@font-face{font-family:x;src:url(https://evil.example/f.woff)} @media all{rect{fill:url(https://evil.example/a)}}</style>',
  ],
  ['url in style', '<style>rect{fill:url("https://evil.example/#a");mask:url( //evil.example/a )}</style>'],
  ['url in a style attribute', '<rect style="fill:url(https://evil.example/a);background:url(//evil.example/b)"/>'],
  [
    'url in an attribute',
    '<rect fill="url(https://evil.example/a)" filter="url(//evil.example/b#c)" mask="URL( \'https://evil.example\' )"/>',
  ],
  ['escaped url', '<rect fill="u\\72l(https://evil.example/a)" style="fill:u\\000072l(https://evil.example/a)"/>'],
  ['comment in url', '<rect style="fill:ur/**/l(https://evil.example/a);cursor:url(//evil.example/c),auto"/>'],
  ['image-set', "<rect style=\"mask:image-set('https://evil.example/a' 1x);fill:src('https://evil.example/a')\"/>"],
  ['filter image', '<filter id="f"><feImage href="https://evil.example/a.png"/></filter>'],
  ['nested', '<svg><svg onload="alert(1)"><script href="https://evil.example/x.js"/></svg></svg>'],
  [
    'another namespace',
    '<h:script xmlns:h="http://www.w3.org/1999/xhtml" src="https://evil.example/x.js"/><x:img xmlns:x="http://www.w3.org/1999/xhtml" src="https://evil.example/x"/>',
  ],
  ['handler element', '<handler xmlns:ev="http://www.w3.org/2001/xml-events" ev:event="load">alert(1)</handler>'],
  ['xml:base', '<g xml:base="https://evil.example/"><use href="#a"/></g>'],
  ['processing', '<?xml-stylesheet href="https://evil.example/a.css"?><?php x ?>'],
  ['comment', '<!-- https://evil.example --> <metadata>https://evil.example</metadata>'],
  [
    'style that ends early',
    '<style>&lt;/style&gt;&lt;script&gt;alert(1)&lt;/script&gt; a{fill:red}&lt;image href="https://evil.example"/&gt;</style>',
  ],
])('nothing of it runs or loads: %s', (_, inside) => {
  const made = safeDrawing(svg(inside + SHAPE))
  expect(made).not.toBeNull()
  expect(made).not.toMatch(/evil|script|alert|\son\w|foreignObject|animate|<set|@|javascript|iframe|base=|\\/iu)
})

test('bombs, endless and deep drawings are refused', () => {
  const levels = Array.from(
    { length: 12 },
    (_, at) => `<g id="l${at + 1}">${`<use href="#l${at}"/>`.repeat(10)}</g>`,
  ).join('')
  const bombs = [
    svg(`<g id="l0">${SHAPE}</g>${levels}<use href="#l12"/>`),
    svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'),
    svg('<pattern id="p"><rect fill="url(#p)"/></pattern><rect fill="url(#p)"/>'),
    svg('<style>.p{fill:url(#p)}</style><pattern id="p"><rect class="p"/></pattern><rect class="p"/>'),
    svg('<g>'.repeat(500) + SHAPE + '</g>'.repeat(500)),
    svg(SHAPE.repeat(30_000)),
    `<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>${svg('<text>&b;</text>')}`,
    `<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>${svg('<text>&x;</text>')}`,
    svg(Array.from({ length: 5000 }, (_, at) => `<g id="c${at}"><use href="#c${at + 1}"/></g>`).join('') + SHAPE),
  ]
  for (const bomb of bombs) expect(safeDrawing(bomb)).toBeNull()
})

test('what is no drawing, or shows nothing, is none', () => {
  for (const text of [
    '',
    '<html><body><svg/></body></html>',
    '<svg><rect/></svg>',
    svg(''),
    svg('<title>x</title>'),
    svg('<rect>'),
    svg('<image href="a.png"/>'),
  ])
    expect(safeDrawing(text)).toBeNull()
})

test('only what came out of here is shown as a drawing', () => {
  const made = safeDrawing(svg(SHAPE)) ?? ''
  expect(isSafeDrawing(Buffer.from(made))).toBe(true)
  expect(isSafeDrawing(Buffer.from(made.replace('<ellipse', '<script>1</script><ellipse')))).toBe(false)
  expect(isSafeDrawing(Buffer.from(`${made} `))).toBe(false)
  expect(isSafeDrawing(Buffer.from(svg(SHAPE)))).toBe(false)
})

const markup = fc.letrec((tie) => ({
  element: fc
    .tuple(
      fc.constantFrom(
        'g',
        'rect',
        'text',
        'tspan',
        'style',
        'use',
        'image',
        'a',
        'script',
        'foreignObject',
        'title',
        'pattern',
        'animate',
        'x',
      ),
      fc.array(
        fc.tuple(
          fc.constantFrom(
            'id',
            'class',
            'style',
            'fill',
            'href',
            'xlink:href',
            'onload',
            'd',
            'x',
            'transform',
            'mask',
          ),
          fc.oneof(
            fc.string({ maxLength: 20 }),
            fc.constantFrom('url(#a)', '#a', 'a', 'fill:red;x', 'url(//e)', 'M0 0\n1 1', ' a\tb\n'),
          ),
        ),
        { maxLength: 4 },
      ),
      fc.array(fc.oneof({ maxDepth: 4 }, fc.string({ maxLength: 12 }), tie('element')), { maxLength: 4 }),
    )
    .map(([name, attributes, children]) => {
      const quoted = new Map(attributes)
      const own = [...quoted].map(([key, value]) => ` ${key}="${escape(value)}"`).join('')
      return `<${name}${own}>${children.map((child) => (typeof child === 'string' && !child.startsWith('<') ? escape(child) : String(child))).join('')}</${name}>`
    }),
}))

const escape = (text: string) =>
  text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD]/gu, '').replace(/[&<>"]/gu, (sign) => `&#${sign.charCodeAt(0)};`)

test('made safe once more, a drawing stays as it is', () => {
  fc.assert(
    fc.property(markup.element, (inside) => {
      const made = safeDrawing(svg(inside + SHAPE))
      if (made !== null) expect(safeDrawing(made)).toBe(made)
    }),
    { numRuns: 400 },
  )
})
