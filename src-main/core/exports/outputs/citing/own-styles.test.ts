import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { OwnStyleId } from '@shared/domain/output'
import { openOutputs } from '../../../../../tests/support/outputs'
import { createSettingsStore } from '../../../settings/settings-store'

const csl = (layout: string, title = 'Soho Record') =>
  `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" default-locale="de-DE">
    <info><title>${title}</title><id>http://example.org/soho</id></info>
    <citation><layout prefix="{" suffix="}"><text variable="title" text-case="uppercase"/></layout></citation>
    <bibliography><layout>${layout}</layout></bibliography></style>`
const TITLE =
  '<text variable="title" font-weight="bold" suffix=", "/><date variable="issued" form="text" date-parts="year-month"/>'

test('a style that was added writes citations, bibliographies and dossiers, until it is removed', async () => {
  const { outputs, made, addArticle, topics, events, db } = openOutputs()
  const settings = createSettingsStore(db)
  const article = addArticle({ title: 'The pump', publishedAt: '1854-03-08' })
  const bundled = await outputs.styles()
  const added = await outputs.addStyle({ name: 'soho.csl', csl: csl(TITLE) })
  expect(await outputs.styles()).toEqual([...bundled, { id: added.id, title: 'Soho Record', own: added.id }])
  expect(events).toContainEqual({ name: 'settings.changed' })
  settings.update({ citationStyle: added.id })

  expect(await outputs.cite({ articleId: article.id, style: added.id })).toEqual({
    text: 'The pump, März 1854',
    html: '<b>The pump</b>, März 1854',
    inText: '{THE PUMP}',
  })
  expect((await outputs.quote({ articleId: article.id, quote: 'cause', style: added.id })).text).toBe(
    '“cause” {THE PUMP}\n\nThe pump, März 1854\n',
  )
  const scope = { kind: 'articles' as const, ids: [article.id] }
  expect(await made({ kind: 'bibliography', scope, style: added.id, by: 'article' })).toBe('**The pump**, März 1854\n')
  const topic = await topics.create({ title: 'Cholera', parentId: null })
  await topics.addArticles({ id: topic.id, articleIds: [article.id], before: null })
  const dossier = { kind: 'html' as const, scope: { kind: 'topic' as const, id: topic.id }, by: 'article' as const }
  expect(await made({ ...dossier, style: added.id })).toContain('<li><strong>The pump</strong>, März 1854</li>')

  // The same style again is a newer version of it.
  const again = await outputs.addStyle({ name: 'soho.csl', csl: csl('<text variable="title"/>', 'Soho Record II') })
  expect(again).toEqual({ id: added.id, title: 'Soho Record II', own: added.id })
  expect((await outputs.cite({ articleId: article.id, style: added.id })).text).toBe('The pump')

  const { csl: kept } = await outputs.removeStyle({ id: OwnStyleId.parse(added.id) })
  expect(settings.get().citationStyle).toBe('apa')
  expect(await outputs.styles()).toEqual(bundled)
  await expect(outputs.cite({ articleId: article.id, style: added.id })).rejects.toMatchObject({ code: 'not-found' })
  expect(await outputs.addStyle({ name: 'soho.csl', csl: kept })).toMatchObject({ title: 'Soho Record II' })
  await expect(async () => outputs.removeStyle({ id: OwnStyleId.parse(randomUUID()) })).rejects.toMatchObject({ code: 'not-found' }) // prettier-ignore
})

test('a file that is no style is refused in words, and nothing is stored', async () => {
  const { outputs } = openOutputs()
  const before = await outputs.styles()
  const recursive = csl('<text macro="a"/>').replace(
    '<citation>',
    '<macro name="a"><text macro="a"/></macro><citation>',
  )
  for (const wrong of ['', '<html/>', '<locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0"/>', recursive]) {
    await expect(outputs.addStyle({ name: 'wrong.csl', csl: wrong })).rejects.toMatchObject({
      code: 'unsupported-format',
      message: expect.stringContaining('wrong.csl cannot be used as a citation style, because'),
    })
  }
  expect(await outputs.styles()).toEqual(before)
})

test('citations follow the language that is set', async () => {
  const { outputs, addArticle, db } = openOutputs()
  const article = addArticle({ title: 'The pump', publishedAt: '1854-03-08' })
  const text = async () => (await outputs.cite({ articleId: article.id, style: 'chicago-full-notes' })).text
  expect(await text()).toContain('March 8, 1854')
  createSettingsStore(db).update({ citationLanguage: 'fr-FR' })
  expect(await text()).toContain('8 mars 1854')
})

test('a style with notes puts the note below the quote; a raised number follows it closely', async () => {
  const { outputs, addArticle } = openOutputs()
  const article = addArticle({ title: 'The pump', byline: 'John Snow', publishedAt: '1854-09-08' })
  const quote = async (style: 'mhra' | 'nature') =>
    (await outputs.quote({ articleId: article.id, quote: 'the cause', style })).text.split('\n\n')
  expect((await quote('mhra')).map((part) => part.slice(0, 12))).toEqual([
    '“the cause”',
    'John Snow, ‘',
    'Snow, John, ',
  ])
  expect((await quote('nature'))[0]).toBe('“the cause”¹')
})
