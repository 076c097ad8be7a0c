import { expect, test } from 'vitest'
import { joinFactRows } from './fact-rows'
import { sentencesOf } from '../cite/sentences'

test('a row of an infobox is one sentence, and lists stay apart', () => {
  const text = 'Mozilla\nFounded\nFebruary 28, 1998\nIndustry\nSoftware\nFirefox\nThunderbird'
  const breaks = ['Founded', 'February', 'Industry', 'Software', 'Firefox', 'Thunderbird'].map((word) =>
    text.indexOf(word),
  )
  const passage = { start: 0, end: text.length, breaks }
  const facts = [
    { label: 'Founded', value: 'February 28, 1998' },
    { label: 'Industry', value: 'Software' },
  ]
  const joined = joinFactRows(text, passage, facts)
  const sentences = sentencesOf(text, passage, joined).map(({ start, end }) => text.slice(start, end))
  expect(sentences).toEqual(['Mozilla', 'Founded\nFebruary 28, 1998', 'Industry\nSoftware', 'Firefox', 'Thunderbird'])
  expect(joinFactRows(text, passage, [])).toEqual(breaks)
})
