import { parseArgs } from 'node:util'
import { ask, MAX_QUESTION, type Answer, type AskScope } from '@shared/contract/ask'
import { ArticleId, TopicId } from '@shared/domain/ids'
import { askLines } from './ask-lines'
import { askParagraphs } from './ask-paragraphs'
import { ExitCode, jsonLine, UsageError, type Command, type Io } from './command'
import { LIBRARY_HELP, LIBRARY_OPTIONS, withLibrary } from './open'

export const askCommand: Command = {
  name: 'ask',
  summary: 'answer a question with passages of the library',
  help: `Usage: lectern ask [options] <question…>
       lectern ask [options] --jsonl < lines
       lectern ask --paragraphs FILE.jsonl --jsonl < lines

Answers in the words of your articles, without a model and without a network, and says where each passage stands.

  --article ID       ask this article only
  --topic ID         ask the articles of this topic only
  --jsonl            read lines such as {"id": "1", "question": "…", "article": "…"} from standard input and
                     answer each with a line of JSON; a line that cannot be read is answered with an "error"
  --paragraphs FILE  ask the paragraphs of a question-answering set, {"context_id", "article_id", "title",
                     "section", "text", "lang"} a line, in a library that is made for it and goes afterwards
${LIBRARY_HELP}`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        ...LIBRARY_OPTIONS,
        article: { type: 'string' },
        topic: { type: 'string' },
        jsonl: { type: 'boolean', default: false },
        paragraphs: { type: 'string' },
      },
      allowPositionals: true,
    })
    if (values.paragraphs !== undefined) {
      if (!values.jsonl) throw new UsageError('--paragraphs goes with --jsonl.')
      return askParagraphs(values.paragraphs, io)
    }
    const scope = scopeOf(values.article, values.topic)
    return withLibrary(values.library, async ({ handlers }) => {
      if (values.jsonl) return askLines(handlers.ask.answer, scope, io)
      const question = ask.answer.input.safeParse({ text: positionals.join(' '), scope })
      if (!question.success) throw new UsageError(`A question has 1 to ${MAX_QUESTION} characters.`)
      const answer = await handlers.ask.answer(question.data)
      if (values.json) io.out(jsonLine(answer))
      else show(answer, io)
      return ExitCode.ok
    })
  },
}

function scopeOf(article: string | undefined, topic: string | undefined): AskScope {
  if (article !== undefined && topic !== undefined) throw new UsageError('Ask one article or one topic, not both.')
  if (article !== undefined) {
    const id = ArticleId.safeParse(article)
    if (!id.success) throw new UsageError('--article is the id of an article, as "lectern list" shows it.')
    return { kind: 'article', articleId: id.data }
  }
  if (topic !== undefined) {
    const id = TopicId.safeParse(topic)
    if (!id.success) throw new UsageError('--topic is the id of a topic, 36 characters long.')
    return { kind: 'topic', topicId: id.data }
  }
  return { kind: 'library' }
}

const STATES = {
  answer: 'This is what your library says:',
  closest: 'Nothing answers this for certain. The closest passages:',
  nothing: 'Your library has nothing about this.',
} as const
const POLARITY = { 'says-so': 'The text says so:', denies: 'The text denies it:' } as const
const KINDS = { summary: 'In its own words:', comparison: 'What both say:' } as const

function show(
  { kind, state, short, items, polarity, fact, citations, unknown, readAs, searched }: Answer,
  io: Io,
): void {
  const heading = kind === 'summary' || kind === 'comparison' ? KINDS[kind] : STATES[state]
  io.out(`${polarity === null ? heading : POLARITY[polarity]}\n`)
  if (fact !== null) io.out(`\n  ${fact.label}: ${fact.value}\n`)
  else if (short !== null) io.out(`\n  ${short.text}\n`)
  if (items.length > 0) io.out(`\n${items.map(({ text, citation }) => `  - ${text} [${citation + 1}]\n`).join('')}`)
  if (state !== 'nothing') {
    const most = kind === 'summary' || kind === 'comparison' ? citations.length : 3
    citations.slice(0, most).forEach(({ quote, title, section, articleId, start, end }, at) => {
      const where = section === '' ? title : `${title}, ${section}`
      io.out(`\n  [${at + 1}] ${quote.replace(/\s+/gu, ' ')}\n      ${where} (${articleId}, ${start}–${end})\n`)
    })
  }
  for (const { written, read } of readAs) io.err(`\nSearched for “${read}” instead of “${written}”.\n`)
  if (unknown.length > 0) io.err(`\nNot found anywhere: ${unknown.join(', ')}\n`)
  io.err(
    `\nSearched ${searched.articles} ${searched.articles === 1 ? 'article' : 'articles'}, ${searched.passages} ${searched.passages === 1 ? 'passage' : 'passages'}.\n`,
  )
}
