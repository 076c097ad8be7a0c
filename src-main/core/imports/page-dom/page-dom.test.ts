import { Readability } from '@mozilla/readability'
import fc from 'fast-check'
import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import { parseDocument, serialize } from '../html/html-tree'
import { PageElement } from './node'
import { PageDocument, pageDocument } from './page-document'

const paragraph = (n: number) =>
  `<p class="x">Paragraph ${n} goes on for a while, with <a href="/a${n}">a link</a>, commas, and <em>words</em> enough.</p>`
const page = (body: string) => `<!doctype html><html><head><title>T</title></head><body>${body}</body></html>`

const pages = [
  page(
    `<div id="content">${[1, 2, 3, 4, 5, 6].map(paragraph).join('')}</div><div class="sidebar">${paragraph(7)}</div>`,
  ),
  page(`<div>${'One sentence of a text, with words enough.<br><br>'.repeat(12)}</div>`),
  page(`<div><div><div>${paragraph(1).repeat(9)}</div></div></div><table><tr><td>${paragraph(2)}</td></tr></table>`),
  page(
    `<section style="display: none">${paragraph(1)}</section><div hidden>${paragraph(2)}</div>${paragraph(3).repeat(8)}`,
  ),
  page(
    `<div class="share">Share</div><ul>${'<li><a href="/x">x</a></li>'.repeat(30)}</ul><div>${paragraph(1).repeat(5)}</div>`,
  ),
  page('short'),
]

type ReadableDocument = ConstructorParameters<typeof Readability>[0]
const isReadable = (page: unknown): page is ReadableDocument => page instanceof PageDocument

function ask(page: unknown): string {
  const options = { keepClasses: true, disableJSONLD: true, charThreshold: 250, serializer: () => null }
  if (isReadable(page)) return new Readability(page, options).parse()?.textContent ?? ''
  throw new TypeError('not ours')
}

test.each(pages)('Readability finds the same as on linkedom: %#', (html) => {
  const tree = parseDocument(html)
  const before = serialize(tree)
  const { document } = parseHTML(before)
  const other = new Readability(document, { keepClasses: true, disableJSONLD: true, charThreshold: 250 }).parse()
  expect(ask(pageDocument(tree))).toBe(other?.textContent ?? '')
  expect(serialize(tree)).toBe(before)
})

test('siblings, lists of children and texts stay true through any changes', () => {
  const step = fc.record({ what: fc.constantFrom('append', 'remove', 'replace', 'text'), a: fc.nat(30), b: fc.nat(30) })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const document = pageDocument(parseDocument(page('<div>a<p>b<i>c</i></p><p>d</p>e</div>')))
      const root = document.body
      if (root === null) throw new Error('no body')
      for (const { what, a, b } of steps) {
        const all: PageElement[] = [root, ...root.getElementsByTagName('*')]
        const one: PageElement = all[a % all.length] ?? root
        const other: PageElement = all[b % all.length] ?? root
        const inside = other === one || one.getElementsByTagName('*').includes(other)
        // Asked before a change, so that what is remembered would be wrong after it.
        expect(root.textContent.length).toBeGreaterThanOrEqual(0)
        if (what === 'text') one.appendChild(document.createTextNode(`t${b}`))
        else if (what === 'append' && !inside) other.appendChild(one)
        else if (what === 'remove' && one !== root) one.remove()
        else if (what === 'replace' && one !== root) one.parentNode?.replaceChild(document.createElement('u'), one)
      }
      for (const element of [root, ...root.getElementsByTagName('*')]) {
        const forwards = []
        for (let node = element.firstChild; node !== null; node = node.nextSibling) forwards.push(node)
        expect(element.childNodes).toEqual(forwards)
        expect(element.children).toEqual(forwards.filter((node) => node instanceof PageElement))
        expect(element.textContent).toBe(forwards.map((node) => node.textContent).join(''))
        expect(element.lastChild).toBe(forwards.at(-1) ?? null)
        for (const node of forwards) expect(node.parentNode).toBe(element)
      }
    }),
  )
})
