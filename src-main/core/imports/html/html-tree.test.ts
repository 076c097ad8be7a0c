import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  elements,
  isElement,
  isText,
  parseFragment,
  remove,
  reshape,
  serialize,
  textContent,
  unwrap,
} from './html-tree'

const shape = (html: string, fate: (name: string) => 'keep' | 'drop' | 'unwrap') => {
  const root = parseFragment(html)
  reshape(root, (node) => (isElement(node) ? fate(node.tagName) : 'keep'))
  for (const element of elements(root)) for (const child of element.childNodes) expect(child.parentNode).toBe(element)
  return serialize(root)
}

test('nodes stay, go, or leave their children', () => {
  const html = '<div>a<b>b<i>c</i></b><u><b>d</b></u></div><b></b>e'
  expect(shape(html, () => 'keep')).toBe(html)
  expect(shape(html, (name) => (name === 'b' ? 'unwrap' : 'keep'))).toBe('<div>ab<i>c</i><u>d</u></div>e')
  expect(shape(html, (name) => (name === 'b' ? 'drop' : 'keep'))).toBe('<div>a<u></u></div>e')
  expect(shape(html, () => 'unwrap')).toBe('abcde')
})

test('removing in any order removes just that', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1000), { maxLength: 30 }), (order) => {
      const root = parseFragment(Array.from({ length: 20 }, (_, at) => `<i>${at} </i>`).join(''))
      const left = elements(root)
      for (const pick of order) {
        const [gone] = left.splice(pick % Math.max(1, left.length), 1)
        if (gone) remove(gone)
      }
      expect(root.childNodes).toEqual(left)
    }),
  )
})

test('very many children are unwrapped, removed and read in a moment', () => {
  const root = parseFragment(`<div>${'<i>x</i>y'.repeat(20_000)}</div>`)
  const [div] = elements(root, 'div')
  if (div) unwrap(div)
  for (const [at, child] of elements(root).entries()) if (at % 2 === 0) remove(child)
  expect(textContent(root)).toHaveLength(30_000)
  expect(root.childNodes.filter(isText)).toHaveLength(20_000)
}, 20_000)
