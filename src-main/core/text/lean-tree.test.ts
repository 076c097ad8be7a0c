import fc from 'fast-check'
import { parse, parseFragment, serialize } from 'parse5'
import { expect, test } from 'vitest'
import { createLeanTree } from './lean-tree'

const piece = fc.constantFrom(
  ...['<p>', '</p>', '<b>', '</b>', '<table>', '<tr>', '<td>', '</table>', '<pre>\n', '<br>', '<a>', '<i>', '<select>'],
  ...[
    'one two',
    ' ',
    '\n',
    'ü',
    '&amp;',
    '\0',
    '<!-- c -->',
    '<svg>',
    '</svg>',
    '<template>',
    '</template>',
    '<title>',
  ],
)

test('the tree is the one that parse5 builds', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const html = pieces.join('')
      const page = createLeanTree()
      const whole = parse(html, { treeAdapter: page.adapter })
      page.end()
      expect(serialize(whole)).toBe(serialize(parse(html)))
      const part = createLeanTree()
      const fragment = parseFragment(html, { treeAdapter: part.adapter })
      part.end()
      expect(serialize(fragment)).toBe(serialize(parseFragment(html)))
    }),
    { numRuns: 500 },
  )
})
