import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { LecternError } from '@shared/contract/errors'
import { openStores } from '../../tests/support/stores'
import { tempFolder } from '../../tests/support/temp-folder'
import { answerQuestion } from '../core/ask/answer'
import { createAskStore } from '../core/ask/ask-store'
import { askLines } from './ask-lines'
import { askParagraphs } from './ask-paragraphs'

const Answered = z.looseObject({ id: z.union([z.string(), z.number()]).nullable(), error: z.string().optional() })
const NOWHERE = '00000000-0000-4000-8000-000000000000'

function given(lines: readonly unknown[]) {
  const out: string[] = []
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\r\n')
  const io = { stdin: Readable.from([text]), out: (line: string) => void out.push(line), err: () => undefined }
  return { io, answers: () => out.map((line) => Answered.parse(JSON.parse(line))) }
}

const ODD = ['not json', '[]', '{"id":"a"}', '{"id":"b","question":7}', '{"id":"c","question":"  "}']

test('each line is answered with a line, and what is no question with an error', async () => {
  const { db, addArticle } = openStores()
  const { id, snapshotId, text } = addArticle({ title: 'John Snow', text: 'John Snow died in London in 1858.' })
  const store = createAskStore(db)
  const { io, answers } = given([
    { id: 1, question: 'When did John Snow die?' },
    ...ODD,
    { id: 'gone', question: 'When?', article: NOWHERE },
    { id: 'topic', question: 'Who died in London?', topic: NOWHERE },
    { id: 'long', question: 'cholera '.repeat(5000) },
    { id: 'zh', question: '谁画了地图？' },
    { id: 'ar', question: 'متى توفي جون سنو؟', article: id },
  ])
  const code = await askLines(
    ({ text: question, scope }) => {
      if (scope.kind === 'article' && scope.articleId !== id) throw new LecternError('not-found', 'It is not there.')
      return answerQuestion(store, question, scope).answer
    },
    { kind: 'library' },
    io,
  )
  expect(code).toBe(1)
  const all = answers()
  expect(all.map((line) => line.id)).toEqual([1, null, null, 'a', 'b', 'c', 'gone', 'topic', 'long', 'zh', 'ar'])
  expect(all.flatMap((line, at) => (line.error === undefined ? [] : [at]))).toEqual([1, 2, 3, 4, 5, 6])
  expect(all[0]).toMatchObject({ engine: 'embedded', citations: [{ articleId: id, snapshotId, quote: text }] })
  expect(all[7]).toMatchObject({ abstained: true, answer: null, citations: [] })
})

test('paragraphs of a file are asked, an article that is not in it is not answered, and a library may be empty', async () => {
  const file = join(tempFolder(), 'library.jsonl')
  const paragraph = {
    context_id: 'p1',
    article_id: 'snow',
    title: 'John Snow',
    text: 'John Snow died in London in 1858.',
  }
  writeFileSync(file, `${JSON.stringify(paragraph)}\nnot json\n`)
  const first = given([
    { id: 'q', question: 'When did John Snow die?' },
    ...ODD,
    { id: 'x', question: 'Why?', article_id: 'y' },
  ])
  expect(await askParagraphs(file, first.io)).toBe(1)
  const all = first.answers()
  expect(all).toHaveLength(7)
  expect(all[0]).toMatchObject({
    id: 'q',
    passages: ['p1'],
    citations: [{ context_id: 'p1', start: 0, quote: paragraph.text }],
  })
  for (const line of all.slice(1)) expect(line).toMatchObject({ abstain: true, confidence: 0, citations: [] })
  writeFileSync(file, '')
  const second = given([{ id: 'q', question: 'When did John Snow die?' }])
  expect(await askParagraphs(file, second.io)).toBe(0)
  expect(second.answers()).toMatchObject([{ id: 'q', abstain: true, passages: [], citations: [] }])
})
