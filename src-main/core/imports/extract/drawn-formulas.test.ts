import { expect, test } from 'vitest'
import { createReadBytes } from '../reading/read-bytes'

const words = 'There is enough of a text on this page for it to be taken for an article, and it goes on for a while.'

async function htmlOf(body: string): Promise<string> {
  const read = createReadBytes({ loadImage: async () => null })
  const html = `<!doctype html><title>Circles</title><article><p>${words} ${words}</p>${body}<p>${words} ${words}</p></article>`
  const source = { name: 'a.html', format: 'auto', via: 'file', url: null, contentType: null, folder: null } as const
  return (await read({ ...source, bytes: new TextEncoder().encode(html) })).html
}

test('MathML that MathJax 2 left in an attribute takes the place of what it drew', async () => {
  const mathml = '&lt;math&gt;&lt;msup&gt;&lt;mi&gt;r&lt;/mi&gt;&lt;mn&gt;2&lt;/mn&gt;&lt;/msup&gt;&lt;/math&gt;'
  const html = await htmlOf(
    `<p>The area is <span class="MathJax" data-mathml="${mathml}"><nobr>r2</nobr></span>, they say.</p>`,
  )
  expect(html).toContain('is <math><msup><mi>r</mi><mn>2</mn></msup></math>, they')
})

test('of a formula that is drawn and nothing else, the signs stay', async () => {
  const sign = (code: string) => `<mjx-c class="mjx-c${code} TEX-I"></mjx-c>`
  const drawn = `<mjx-math><mjx-msup><mjx-mi>${sign('1D465')}</mjx-mi><mjx-script><mjx-mn>${sign('32')}</mjx-mn></mjx-script></mjx-msup><mjx-mo>${sign('3D')}</mjx-mo><mjx-mfrac><mjx-frac><mjx-num>${sign('31')}</mjx-num><mjx-den>${sign('33')}</mjx-den></mjx-frac></mjx-mfrac></mjx-math>`
  expect(await htmlOf(`<p>So <mjx-container>${drawn}</mjx-container> holds.</p>`)).toContain(
    'So x<sup>2</sup>=1/3 holds.',
  )
  const svg =
    '<svg><g data-mml-node="msub"><g data-mml-node="mi"><use data-c="1D44E"></use></g><g data-mml-node="mn"><use data-c="31"></use></g></g></svg>'
  expect(await htmlOf(`<p>And <mjx-container jax="SVG">${svg}</mjx-container> too.</p>`)).toContain(
    'And a<sub>1</sub> too.',
  )
})

test('links to headings go from them, and every panel of a row of tabs stays', async () => {
  const html = await htmlOf(
    `<h2>Get it<a class="anchor" id="get" href="#get">#</a></h2><p>As <a href="#get">above</a>.</p><div role="tabpanel"><pre>npm i</pre></div><div role="tabpanel" hidden><pre>yarn add</pre></div>`,
  )
  expect(html).toContain('<h2 id="a-get">Get it</h2>')
  expect(html).toContain('yarn add')
})
