import { expect, test } from 'vitest'
import { ArticleId } from '@shared/domain/ids'
import { openStores } from '../../../tests/support/stores'
import { askHandlers } from './ask'
import { createSettingsStore } from '../settings/settings-store'
import { createSnapshotStore } from '../snapshots/snapshot-store'
import { createAskStore } from './ask-store'
import { createConversationStore } from './conversation-store'
import { createWriting } from './model/writing'
import { createQuestionStore } from './question-store'

const CHOLERA =
  'In August 1854 cholera broke out in Soho. The physician John Snow mapped the deaths and found that they lay around the pump in Broad Street. ' +
  'He persuaded the parish to take off its handle on 8 September 1854. In all 616 people died.'
const TULIPS =
  'Tulip bulbs came to Leiden in 1593, planted by the botanist Carolus Clusius. The price of a single bulb of Semper Augustus reached 10,000 guilders in 1637.'
const BEES =
  'Karl von Frisch decoded the waggle dance of honey bees in 1927. A longer waggle means that the flowers are further away, because the run tells the distance.'

function library() {
  const stores = openStores()
  const add = (title: string, text: string) => stores.addArticle({ title, text })
  const [cholera, tulips, bees] = [add('The Broad Street pump', CHOLERA), add('Tulip mania', TULIPS), add('Bees', BEES)]
  // Articles about other things, so that words can be rare.
  for (let at = 0; at < 30; at += 1) {
    add(
      `Notes ${at}`,
      `A letter about the weather in town number ${at}, about bread, and about people who walked there in spring.`,
    )
  }
  const shared = {
    questions: createQuestionStore(stores.db),
    conversations: createConversationStore(stores.db),
    index: stores.index,
    emit: (event: (typeof stores.events)[number]) => void stores.events.push(event),
  }
  const ask = askHandlers({
    store: createAskStore(stores.db),
    ...shared,
    writer: createWriting({ ...shared, settings: createSettingsStore(stores.db) }).writer,
    articles: stores.articleStore,
    snapshots: createSnapshotStore(stores.db),
    now: () => stores.clock.now,
  })
  const question = async (text: string) => ask.answer({ text, scope: { kind: 'library' } })
  return { ...stores, ask, question, cholera, tulips, bees }
}

test('an answer cites the passage word for word, and points at the few words that were asked for', async () => {
  const { question, cholera } = library()
  const answer = await question('When did John Snow persuade the parish to take off the handle of the pump?')
  expect(answer).toMatchObject({ state: 'answer', short: { text: '8 September 1854' }, engine: 'embedded' })
  const [first] = answer.citations
  expect(first).toMatchObject({ articleId: cholera.id, snapshotId: cholera.snapshotId, title: 'The Broad Street pump' })
  for (const { start, end, quote, articleId } of answer.citations) {
    if (articleId === cholera.id) expect(CHOLERA.slice(start, end)).toBe(quote)
  }
  expect(first?.quote.slice(first.focus.start, first.focus.end)).toContain('8 September 1854')
})

test('people and numbers are pointed at too', async () => {
  const { question } = library()
  expect((await question('Who planted tulip bulbs in Leiden?')).short?.text).toContain('Carolus Clusius')
  expect((await question('How many guilders did a bulb of Semper Augustus reach?')).short?.text).toContain('10,000')
})

test('a question about something the library does not hold is not answered, and the words that are missing are named', async () => {
  const { question } = library()
  const answer = await question('Which satellite photographed the rings of Saturn?')
  expect(answer.state).not.toBe('answer')
  expect(answer.short).toBeNull()
  expect(answer.unknown).toEqual(expect.arrayContaining(['satellite', 'Saturn']))
})

test('one article can be asked alone, and says how much was looked through', async () => {
  const { ask, tulips } = library()
  const scope = { kind: 'article', articleId: tulips.id } as const
  const answer = await ask.answer({ text: 'Who mapped the deaths around the pump?', scope })
  expect(answer.citations.every(({ articleId }) => articleId === tulips.id)).toBe(true)
  expect(answer).toMatchObject({ searched: { articles: 1, passages: 1 } })
  expect(answer.state).not.toBe('answer')
})

test('what lies in Trash does not answer', async () => {
  const { question, cholera, articles } = library()
  await articles.trash({ ids: [cholera.id] })
  const answer = await question('Who mapped the deaths around the pump in Broad Street?')
  expect(answer.citations.some(({ articleId }) => articleId === cholera.id)).toBe(false)
  expect(answer.state).not.toBe('answer')
})

test('the same question gets the same answer, and none is an error', async () => {
  const { question } = library()
  for (const text of ['"', '???', 'AND OR NOT', 'col:x*', 'the of and', '谁？', '\u0000', 'a'.repeat(1000)]) {
    expect(await question(text)).toEqual(await question(text))
  }
})

test('an article that is gone cannot be asked', async () => {
  const { ask } = library()
  const articleId = ArticleId.parse('00000000-0000-4000-8000-000000000000')
  const asked = async () => ask.answer({ text: 'Who?', scope: { kind: 'article', articleId } })
  await expect(asked()).rejects.toMatchObject({ code: 'not-found' })
})
