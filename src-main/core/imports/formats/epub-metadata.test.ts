import { expect, test } from 'vitest'
import { chapters, PROSE, readBook as read } from '../../../../tests/support/epub-book'

const RLM = '\u200F'
const HEBREW = 'CSS: הרפתקה חדשה!'

test.each([
  ['on the title', '', '<dc:title dir="rtl">', RLM + HEBREW],
  ['on the package', 'dir="rtl"', '<dc:title>', RLM + HEBREW],
  ['of the title, against the package', 'dir="ltr"', '<dc:title dir="rtl">', RLM + HEBREW],
  ['of the letters, against the package', 'dir="rtl"', '<dc:title dir="auto">', HEBREW],
  ['of nothing', '', '<dc:title>', HEBREW],
])(
  'the direction of a title %s counts where its first letter does not show it',
  async (_, packageAttributes, tag, title) => {
    const bytes = chapters([`<p>${PROSE}</p>`], { packageAttributes, title: `${tag}${HEBREW}</dc:title>` })
    expect(await read(bytes)).toMatchObject({ title, direction: 'ltr', language: 'en' })
  },
)

test('the first of several titles, spaces made single, creators in their order', async () => {
  const article = await read(
    chapters([`<p>${PROSE}</p>`], {
      title: '<dc:title>\n  First   title\t here </dc:title><dc:title>Second title</dc:title>',
      metadata:
        '<dc:creator>  Ann \n One </dc:creator><dc:creator>Bea Two</dc:creator><dc:creator>Cy Three</dc:creator><meta property="dcterms:modified">2021-01-11T00:00:00Z</meta><dc:date>2019-05-02</dc:date>',
    }),
  )
  expect(article).toMatchObject({
    title: 'First title here',
    byline: 'Ann One, Bea Two, Cy Three',
    publishedAt: '2019-05-02',
  })
})

test('a subtitle joins, an edition and a collection do not, roles and sorting names are understood', async () => {
  const article = await read(
    chapters([`<p>${PROSE}</p>`], {
      title:
        '<dc:title id="a">Main</dc:title><meta refines="#a" property="title-type">main</meta><dc:title id="b">Collected</dc:title><meta refines="#b" property="title-type">collection</meta><dc:title id="c">A Story</dc:title><meta refines="#c" property="title-type">subtitle</meta><meta refines="#c" property="display-seq">2</meta>',
      metadata:
        '<dc:creator id="i">Ill Ustrator</dc:creator><meta refines="#i" property="role" scheme="marc:relators">ill</meta><dc:creator id="w">村上 春樹</dc:creator><meta refines="#w" property="file-as">Murakami, Haruki</meta><meta refines="#w" property="role">aut</meta><meta refines="#w" property="alternate-script" xml:lang="en">Haruki Murakami</meta><dc:identifier>urn:isbn:9780306406157</dc:identifier><meta property="belongs-to-collection" id="col">Series</meta><dc:language>de</dc:language>',
    }),
  )
  expect(article).toMatchObject({ title: 'Main: A Story', byline: '村上 春樹', language: 'en' })
})

test('the title of the first publisher’s record in the book that has one counts before the package’s', async () => {
  const onix = (detail: string) =>
    `<ONIXMessage release="3.0"><Product><DescriptiveDetail>${detail}</DescriptiveDetail></Product></ONIXMessage>`
  const title = (type: string, text: string) =>
    `<TitleDetail><TitleType>${type}</TitleType><TitleElement><TitleElementLevel>01</TitleElementLevel>${text}</TitleElement></TitleDetail>`
  const link = (href: string) => `<link rel="record" href="${href}" media-type="application/xml" properties="onix"/>`
  const files = {
    'OPS/none.xml': onix(''),
    'OPS/a.xml': onix(
      title('13', '<TitleText>Spine</TitleText>') +
        title(
          '01',
          '<TitlePrefix>The</TitlePrefix><TitleWithoutPrefix>River</TitleWithoutPrefix><Subtitle>A Tale</Subtitle>',
        ),
    ),
    'OPS/b.xml': onix(title('01', '<TitleText>Another</TitleText>')),
  }
  const withLinks = (...links: string[]) =>
    read(chapters([`<p>${PROSE}</p>`], { files, metadata: `<dc:creator>Ann</dc:creator>${links.map(link).join('')}` }))
  const article = await withLinks('https://example.org/x.xml', 'gone.xml', 'none.xml', 'a.xml', 'b.xml')
  expect(article).toMatchObject({ title: 'The River: A Tale', byline: 'Ann' })
  expect(await withLinks('none.xml')).toMatchObject({ title: 'The Book', byline: 'Ann' })
})
