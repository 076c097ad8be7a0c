import { expect, test } from 'vitest'
import type { AnnotationId } from '@shared/domain/ids'
import { openStores, SAMPLE_TEXT, targetOf, unknownAnnotation } from '../../../tests/support/stores'
import { tempFolder } from '../../../tests/support/temp-folder'
import { createSettingsStore } from '../settings/settings-store'
import { dayOf, daysBetween, startOf } from './days'
import { reviewHandlers } from './review'
import { createReviewStore } from './review-store'

const DAY = 24 * 60 * 60 * 1000

function setUp(folder = tempFolder()) {
  const stores = openStores(folder)
  const settings = createSettingsStore(stores.db)
  const review = reviewHandlers({
    store: createReviewStore(stores.db),
    annotations: stores.annotationStore,
    settings,
    emit: (event) => void stores.events.push(event),
    now: () => stores.clock.now,
  })
  const mark = async (words: string, title = words) => {
    const article = stores.addArticle({ title })
    const { id } = await stores.annotations.highlight({
      target: targetOf(article.snapshotId, article.text, words),
      colour: 'yellow',
    })
    return { id, articleId: article.id }
  }
  const shown = async (day: string) => (await review.today({ day })).cards.map(({ highlight }) => highlight.id)
  /** So many days after the clock began. */
  const later = (days: number) => dayOf(stores.clock.now + days * DAY)
  return { ...stores, settings, review, mark, shown, later }
}

const WORDS = ['cholera', 'Soho', 'Dr Snow', 'mapped', 'Broad Street', 'pump', 'cause']

test('the same day shows the same in every window and after a restart', async () => {
  const folder = tempFolder()
  const { mark, shown, later, review, db } = setUp(folder)
  for (const words of WORDS) await mark(words)
  expect(await shown(later(0))).toEqual([])
  const today = await shown(later(3))
  expect(today).toHaveLength(5)
  expect(await shown(later(3))).toEqual(today)
  await review.mark({ day: later(3), ids: today.slice(0, 2), isReviewed: true })
  db.close()
  const again = setUp(folder)
  const { cards } = await again.review.today({ day: later(3) })
  expect(cards.map(({ highlight }) => highlight.id)).toEqual(today)
  expect(cards.map(({ isReviewed }) => isReviewed)).toEqual([true, true, false, false, false])
})

test('what was looked at is remembered with its day, what was not is drawn anew', async () => {
  const { mark, review, later, db } = setUp()
  for (const words of WORDS) await mark(words)
  const first = (await review.today({ day: later(2) })).cards
  const seen = first.slice(0, 3).map(({ highlight }) => highlight.id)
  await review.mark({ day: later(2), ids: seen, isReviewed: true })
  await review.mark({ day: later(2), ids: seen.slice(2), isReviewed: false })
  await review.today({ day: later(9) })
  expect(db.prepare('SELECT count(*) FROM reviews WHERE day = ?').pluck().get(later(2))).toBe(2)
  const all = (await review.today({ day: later(400) })).cards
  for (const card of all) {
    expect(card.lastReviewed).toBe(seen.slice(0, 2).includes(card.highlight.id) ? later(2) : null)
    expect(card.isReviewed).toBe(false)
  }
})

test('what is removed or in Trash is not shown, and stands where it stood once it is back', async () => {
  const { mark, shown, later, annotations, articles, review } = setUp()
  const made: Awaited<ReturnType<typeof mark>>[] = []
  for (const words of WORDS) made.push(await mark(words))
  const today = await shown(later(1))
  const [first, second, third] = today.map((id) => made.find((one) => one.id === id))
  if (!first || !second || !third) throw new Error('Nothing was chosen')
  await annotations.remove({ ids: [first.id] })
  await articles.trash({ ids: [second.articleId] })
  await review.setPace({ ids: [third.id], pace: 'never' })
  expect(await shown(later(1))).toEqual(today.slice(3))
  expect(await review.leftOut(undefined)).toEqual([third.id])
  await annotations.restore({ ids: [first.id] })
  await articles.restore({ ids: [second.articleId] })
  await review.setPace({ ids: [third.id], pace: 'normal' })
  expect(await shown(later(1))).toEqual(today)
})

test('the number that a person set holds, and more are added behind those of the day', async () => {
  const { mark, shown, later, settings } = setUp()
  for (const words of WORDS) await mark(words)
  settings.update({ reviewCount: 3 })
  const three = await shown(later(1))
  expect(three).toHaveLength(3)
  settings.update({ reviewCount: 10 })
  const all = await shown(later(1))
  expect(all).toHaveLength(WORDS.length)
  expect(all.slice(0, 3)).toEqual(three)
  settings.update({ reviewCount: 0 })
  expect(await shown(later(1))).toEqual([])
  settings.update({ reviewCount: 3 })
  expect(await shown(later(1))).toEqual(three)
})

test('a highlight stands among the words around it; one that lost its place still shows its words', async () => {
  const { mark, review, later, updateArticle } = setUp()
  const { id, articleId } = await mark('Broad Street pump', 'The pump')
  const { cards } = await review.today({ day: later(1) })
  expect(cards).toMatchObject([{ articleTitle: 'The pump', pace: 'normal', highlight: { id } }])
  const [{ passage } = { passage: { before: '', words: '', after: '' } }] = cards
  expect(passage.words).toBe('Broad Street pump')
  expect(SAMPLE_TEXT).toContain(`${passage.before}${passage.words}${passage.after}`)
  expect(passage.after).toContain(' was the cause')
  updateArticle(articleId, 'Nothing of it is left but this, which is about something else.')
  const after = (await review.today({ day: later(1) })).cards
  expect(after).toMatchObject([{ highlight: { place: 'orphan' }, passage: { words: 'Broad Street pump' } }])
})

test('what goes for good takes its reviews with it, and what is not there has no pace', async () => {
  const { mark, review, later, annotations, db } = setUp()
  const { id } = await mark('pump')
  await review.today({ day: later(1) })
  await review.setPace({ ids: [id], pace: 'seldom' })
  await annotations.remove({ ids: [id] })
  await annotations.deleteForever({ ids: null })
  expect(db.prepare('SELECT (SELECT count(*) FROM reviews) + (SELECT count(*) FROM review_paces)').pluck().get()).toBe(
    0,
  )
  const nobody: AnnotationId[] = [unknownAnnotation()]
  await expect(async () => review.setPace({ ids: nobody, pace: 'never' })).rejects.toMatchObject({ code: 'not-found' })
})

test('days are those of the calendar, also where the clocks change', () => {
  expect(dayOf(startOf('2026-03-29'))).toBe('2026-03-29')
  expect(dayOf(startOf('2026-03-30') - 1)).toBe('2026-03-29')
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2)
})
