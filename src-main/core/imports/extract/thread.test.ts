import { expect, test } from 'vitest'
import { readPage } from '../../../../tests/support/read-page'

const WORDS = 'Take the whole frame out, clean it and bed it again in butyl tape, and it will be dry for years.'
const page = (body: string) =>
  `<!doctype html><html lang="en"><title>Leaks</title><body><h1>Leaks</h1>${body}</body></html>`

test('a forum’s posts keep who wrote them and when; ranks, votes and signatures go', async () => {
  const post = (name: string, day: number) =>
    `<article class="post"><div class="post-author"><a class="username" href="/u/${name}">${name}</a><span class="usertitle">Senior</span></div>
     <time datetime="2018-05-${day}">${day} May 2018</time><div class="votes">17</div>
     <div class="post-body"><p>${WORDS} ${name}.</p><blockquote>Ann said: ask again. <div class="quoteBlock-expandLink"><a>Click to expand...</a></div></blockquote><div class="signature">Sent from my boat</div></div><a href="#">Reply</a></article>`
  const { html, text } = await readPage(page(post('Ann', 12) + post('Bert', 13) + post('Cleo', 14)))
  expect(html).toContain('<p class="caption">Bert · 13 May 2018</p>')
  expect(text.match(/butyl/gu)).toHaveLength(3)
  expect(text).not.toMatch(/Senior|17|Sent from|Reply|expand/u)
})

test('a question keeps its answers', async () => {
  const part = (kind: string, name: string) =>
    `<div class="${kind}"><div class="vote-count">42</div><div class="s-prose"><p>${WORDS}</p></div>
     <div class="user-info">asked <span class="relativetime">Mar 4 '19</span><div class="user-details"><a href="/users/1">${name}</a></div></div></div>`
  const { html } = await readPage(
    page(`${part('question', 'Ann')}<h2>2 Answers</h2>${part('answer', 'Bo')}${part('answer', 'Cy')}`),
  )
  expect(html.match(/class="caption"/gu)).toHaveLength(3)
  expect(html).toContain('Cy · Mar 4 ')
  expect(html).not.toContain('42')
})

test('a front page of a blog and an article with comments are no threads', async () => {
  const teaser = `<article class="post"><h2><a href="/x">A story</a></h2><span class="author">Ann</span><time>12 May 2018</time><div class="post-content"><p>${WORDS}</p></div></article>`
  expect((await readPage(page(teaser.repeat(3)))).html).not.toContain('caption')
  const comment = `<div class="comment"><b class="author">Bo</b><time>1 May 2020</time><div class="comment-body"><p>First.</p></div></div>`
  const article = await readPage(
    page(
      `<article class="post"><div class="post-body">${`<p>${WORDS}</p>`.repeat(6)}</div></article>${comment.repeat(4)}`,
    ),
  )
  expect(article.html).not.toContain('caption')
})

test('what plays within a text stays as a link, and what a drawing shows as words', async () => {
  const { html } = await readPage(
    page(
      `${`<p>${WORDS}</p>`.repeat(4)}<div class="video"><iframe src="https://films.example/embed/1" title="The lamp turns"></iframe></div><p>${WORDS}</p>
       <figure><svg aria-label="A drawing of a boat"><path d="M0 0"/></svg><figcaption>A boat.</figcaption></figure>${`<p>${WORDS}</p>`.repeat(3)}`,
    ),
  )
  expect(html).toContain('<figure><a href="https://films.example/embed/1">The lamp turns</a></figure>')
  expect(html).toContain('[A drawing of a boat]')
})
