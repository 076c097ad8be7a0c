import { expect, test } from 'vitest'
import { mayHaveBackgrounds, restoreBackgrounds, type StyleSheet } from './background-images'
import { attr, elements, parseDocument } from '../html/html-tree'

function images(html: string, ...sheets: StyleSheet[]): (string | null)[][] {
  const page = parseDocument(html)
  restoreBackgrounds(page, sheets)
  return elements(page, 'img').map((image) => [attr(image, 'src'), attr(image, 'alt')])
}

test('a picture that a style shows becomes an image', () => {
  expect(
    images(
      `<style>.hero { min-height: 20rem } #map{background:#fff url("/map.png") no-repeat;aspect-ratio:2}</style>
      <div role="img" aria-label="A pump" style="background-image:url('pump.jpg')"></div>
      <div style="background: url(data:image/png;base64,AAAA); height: 300px"> </div>
      <div id="map"></div><div class="x hero"></div><span class="cover"></span>`,
      {
        url: 'https://example.org/css/a.css',
        text: '/* .a{} */ @media (min-width: 1px) { .hero, span.cover { background-image: url(../img/h.jpg); padding-bottom: 50% } }',
      },
    ),
  ).toEqual([
    ['pump.jpg', 'A pump'],
    ['data:image/png;base64,AAAA', ''],
    ['/map.png', ''],
    ['https://example.org/img/h.jpg', ''],
    ['https://example.org/img/h.jpg', ''],
  ])
})

test('icons, elements with words or a picture of their own, and selectors that are not plain stay as they are', () => {
  const sheet = {
    url: 'https://example.org/a.css',
    text: '.icon{background:url(i.png);height:16px}.big{background:url(b.png);height:400px}main .deep{background:url(d.png);height:400px}.none{height:400px}',
  }
  const html = `<i class="icon"></i><div class="big">Words</div><div class="big"><img src="own.png" alt=""></div>
    <main><div class="deep"></div></main><div class="none"></div>`
  expect(images(html, sheet)).toEqual([['own.png', '']])
})

test('hostile styles end', () => {
  const text = `${'.a{'.repeat(200_000)}${'/*'.repeat(200_000)}${'a,'.repeat(200_000)}`
  expect(images('<div class="a"></div>', { url: null, text })).toEqual([])
})

test('a page without empty elements is not worth it', () => {
  expect(mayHaveBackgrounds('<div class="hero"></div>')).toBe(true)
  expect(mayHaveBackgrounds('<div class="hero"><p>Words</p></div>')).toBe(false)
})
