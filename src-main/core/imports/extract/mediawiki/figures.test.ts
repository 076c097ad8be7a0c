import { expect, test } from 'vitest'
import { readWiki } from '../../../../../tests/support/wiki-page'

const IMG = (name: string) =>
  `<img src="//upload.wikimedia.org/wikipedia/commons/thumb/a/ab/${name}/220px-${name}" width="220" height="147" srcset="//upload.wikimedia.org/wikipedia/commons/thumb/a/ab/${name}/440px-${name} 2x">`
const link = (name: string) => `<a href="/wiki/File:${name}" class="image">${IMG(name)}</a>`

test.each([
  [
    'a thumb',
    `<div class="thumb tright"><div class="thumbinner">${link('A.jpg')}<div class="thumbcaption"><div class="magnify"><a href="/wiki/File:A.jpg"></a></div>A pump</div></div></div>`,
  ],
  [
    'the new parser',
    `<figure class="mw-default-size" typeof="mw:File/Thumb"><a href="/wiki/File:A.jpg" class="mw-file-description">${IMG('A.jpg')}</a><figcaption>A pump</figcaption></figure>`,
  ],
  [
    'a gallery',
    `<ul class="gallery"><li class="gallerybox"><div><div class="thumb"><div>${link('A.jpg')}</div></div><div class="gallerytext"><p>A pump</p></div></div></li></ul>`,
  ],
  [
    'the app’s placeholder',
    `<figure typeof="mw:File/Thumb"><a href="./File:A.jpg"><span class="pcs-lazy-load-placeholder" data-src="//upload.wikimedia.org/A.jpg" data-width="220" data-height="147"></span></a><figcaption>A pump</figcaption></figure>`,
  ],
  [
    'a film',
    `<figure typeof="mw:File/Thumb"><span><video poster="//upload.wikimedia.org/A.jpg" controls><source src="a.webm"></video></span><figcaption>A pump</figcaption></figure>`,
  ],
])('%s is a figure with its caption', async (_, content) => {
  const { html, assets } = await readWiki(content)
  expect(html).toMatch(
    /<figure><img src="\/assets\/[^>]*>\s*<figcaption>(?:<p>)?A pump(?:<\/p>)?<\/figcaption><\/figure>/u,
  )
  expect(assets).toHaveLength(1)
})

test('several pictures under one caption', async () => {
  const { html, details } = await readWiki(
    `<div class="thumb tmulti tleft"><div class="thumbinner multiimageinner"><div class="trow"><div class="theader">Mountains</div></div>
     <div class="trow"><div class="tsingle"><div class="thumbimage">${link('A.jpg')}</div><div class="thumbcaption">The highest one</div></div>
     <div class="tsingle"><div class="thumbimage">${link('B.jpg')}</div><div class="thumbcaption">The longest one</div></div></div><div class="trow"><div class="thumbcaption">Both of them</div></div></div></div>`,
  )
  expect(html.match(/<figure>/gu)).toHaveLength(2)
  expect(html).toMatch(
    /Mountains[\s\S]*The highest one<\/figcaption>[\s\S]*The longest one<\/figcaption>[\s\S]*Both of them/u,
  )
  expect(details?.pictures).toEqual([
    { text: 'A.jpg', url: 'https://en.wikipedia.org/wiki/File:A.jpg' },
    { text: 'B.jpg', url: 'https://en.wikipedia.org/wiki/File:B.jpg' },
  ])
})

test('a formula is MathML with its TeX', async () => {
  const { html } = await readWiki(
    `<p>It is <span class="mwe-math-element"><span class="mwe-math-mathml-inline" style="display: none;"><math xmlns="http://www.w3.org/1998/Math/MathML" alttext="{\\displaystyle A^{2}}"><semantics><mrow><msup><mi>A</mi><mn>2</mn></msup></mrow><annotation encoding="application/x-tex">{\\displaystyle A^{2}}</annotation></semantics></math></span><img src="https://wikimedia.org/api/rest_v1/media/math/render/svg/x" class="mwe-math-fallback-image-inline" alt="{\\displaystyle A^{2}}"></span>.</p>`,
  )
  expect(html).toContain('alttext="{\\displaystyle A^{2}}"')
  expect(html).not.toContain('<img')
})
