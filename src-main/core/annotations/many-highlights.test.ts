import { expect, test } from 'vitest'
import { openStores, targetOf } from '../../../tests/support/stores'

test('an article with five thousand highlights lists them all, in reading order', async () => {
  const stores = openStores()
  const words = Array.from({ length: 5000 }, (_, at) => `word${at}`)
  const { id, snapshotId, text } = stores.addArticle({ text: words.join(' ') })
  stores.db.transaction(() => {
    for (const word of words.toReversed()) {
      void stores.annotations.highlight({ target: targetOf(snapshotId, text, word), colour: 'blue' })
    }
  })()
  const listed = await stores.annotations.list({ articleId: id })
  expect(listed).toHaveLength(5000)
  const starts = listed.map((one) => (one.kind === 'highlight' ? one.target.position.start : -1))
  expect(starts).toEqual(starts.toSorted((a, b) => a - b))
  const article = await stores.articles.get({ id })
  expect(article.annotationCount).toBe(5000)
  expect(article.marks.map(({ at }) => at)).toEqual(starts.map((start) => start / text.length))
})
