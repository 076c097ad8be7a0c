import { expect, test } from 'vitest'
import { chapters, item, PNG, PROSE, readBook as read } from '../../../../tests/support/epub-book'
import { createReadBytes } from '../reading/read-bytes'
import type { ImagePlace } from '../images/images'
import { fileSource } from '../../../../tests/support/source'

test('what would play leaves a quiet link when it is on the web, and its name when it is in the book', async () => {
  const { html, text } = await read(
    chapters(
      [
        `<p>${PROSE}</p>
       <audio src="https://example.org/talk.mp3" controls="" title="A talk">No audio here.</audio>
       <p>More <video src="https://example.org/v.mp4"></video> words.</p>
       <iframe src="https://www.example.com/embed/abc" title="A film"></iframe>
       <iframe src="https://maps.example.net/?q=1"></iframe>
       <audio controls=""><source src="aud/bird%20song.mp3" type="audio/mpeg"/><p>Cannot play. <a href="2.xhtml">Read the transcript</a></p></audio>
       <video poster="p.png" title="The river"><source src="river.mp4"/>Cannot play.</video>
       <object data="https://example.org/o.swf" type="application/x-shockwave-flash"></object>
       <figure><video src="x.mp4"/><figcaption>A caption</figcaption></figure>`,
        '<p>Transcript.</p>',
      ],
      { manifest: item('p.png', 'image/png'), files: { 'OPS/p.png': PNG } },
    ),
  )
  expect(html).toContain('<a href="https://example.org/talk.mp3">A talk</a>')
  expect(html).toContain('<p>More <a href="https://example.org/v.mp4">example.org</a> words.</p>')
  expect(html).toContain('<a href="https://www.example.com/embed/abc">A film</a>')
  expect(html).toContain('<a href="https://maps.example.net/?q=1">maps.example.net</a>')
  expect(html).toContain('<a href="https://example.org/o.swf">example.org</a>')
  expect(text).toContain('bird song.mp3')
  expect(html).toContain('<a href="#a-c2">Read the transcript</a>')
  expect(html).toMatch(/<img src="\/assets\/[0-9a-f]{64}" alt="The river">/u)
  expect(text).toMatch(/x\.mp4\s+A caption/u)
  expect(text).not.toContain('No audio here')
})

test('nothing in a book is fetched, wherever the book came from: remote pictures become links', async () => {
  const asked: ImagePlace[] = []
  const readBytes = createReadBytes({
    loadImage: (place) => {
      asked.push(place)
      return Promise.resolve(PNG)
    },
  })
  const bytes = chapters([
    `<p>${PROSE} <img src="https://example.org/a.png" alt="Hills"/></p>
     <p><img src="beside.png" alt=""/><img src="missing.psd" alt="gone"/><img src="//example.org/b.png" alt=""/></p>
     <img src="https://example.org/count.gif" width="1" height="1" alt=""/>
     <a href="https://example.org/page"><img src="https://example.org/c.png" alt="A linked one"/></a>
     <picture><source srcset="https://example.org/d.webp"/><img src="p.png" srcset="https://example.org/e.png 2x" alt=""/></picture>
     <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9"><image xlink:href="https://example.org/f.png"/></svg>
     <video poster="https://example.org/g.png" src="https://example.org/h.mp4" title="Film"/>
     <p style="background: url(https://example.org/i.png)">Styled.</p>`,
  ])
  for (const given of [
    { via: 'web', url: 'https://books.example.org/shelf/book.epub' },
    { via: 'file', folder: { root: 'x', page: 'book.epub' } },
  ] as const) {
    const { html } = await readBytes(fileSource('book.epub', bytes, given))
    expect(asked).toEqual([])
    expect(html).toContain('<a href="https://example.org/a.png">Hills</a>')
    expect(html).toContain('<a href="https://example.org/b.png">example.org</a>')
    expect(html).toContain('<a href="https://example.org/page">A linked one</a>')
    expect(html).toContain('<a href="https://example.org/h.mp4">Film</a>')
    expect(html).not.toContain('count.gif')
    expect(html).not.toContain('<img')
  }
})

test('pictures by what they are, where the book says nothing of use', async () => {
  const { assets, missingImages } = await read(
    chapters(['<p><img src="a.img" alt=""/><img src="b.bin" alt=""/><img src="c.svg" alt=""/></p>'], {
      manifest: item('b.bin', 'application/octet-stream') + item('c.svg', 'image/svg'),
      files: {
        'OPS/a.img': PNG,
        'OPS/b.bin': PNG,
        'OPS/c.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="5"/></svg>',
      },
    }),
  )
  expect(assets).toHaveLength(2)
  expect(missingImages).toBe(0)
})

test('data: addresses are pictures, and never pages', async () => {
  const data = `data:image/png;base64,${Buffer.from(PNG).toString('base64')}`
  const { assets, html } = await read(
    chapters([
      `<p>${PROSE} <img src="${data}" alt="dot"/> <a href="data:text/html,x">page</a></p><iframe src="data:text/html,y"></iframe>`,
    ]),
  )
  expect(assets).toHaveLength(1)
  expect(html).not.toContain('data:')
})
