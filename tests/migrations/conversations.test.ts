import { expect, test } from 'vitest'
import { createConversationStore } from '../../src-main/core/ask/conversation-store'
import { createQuestionStore } from '../../src-main/core/ask/question-store'
import { openDatabase } from '../../src-main/core/database/database'
import { MIGRATIONS } from '../../src-main/core/database/migrate'
import { tempFolder } from '../support/temp-folder'

const BEFORE = MIGRATIONS.filter(({ version }) => version < 80)
const id = (last: number) => `00000000-0000-4000-8000-00000000000${last}`
const ANSWER = JSON.stringify({
  ...{ state: 'nothing', short: null, citations: [], unknown: [], confidence: 0, engine: 'embedded' },
  searched: { articles: 1, passages: 1 },
})

test('what was asked of an article becomes a conversation, in its order, with what was removed of it', () => {
  const folder = tempFolder()
  const old = openDatabase(folder, BEFORE)
  old.exec(`BEGIN;
    INSERT INTO articles (id, snapshot_id, title, direction, excerpt, format, status, word_count, added_at)
      VALUES ('${id(1)}', '${id(2)}', 'The pump', 'ltr', '', 'text', 'inbox', 3, 1);
    INSERT INTO snapshots (id, article_id, created_at, text_version, text_hash, text_length, truncated, provenance, outline,
      facts, reference_list, categories, text, html)
      VALUES ('${id(2)}', '${id(1)}', 1, 1, 'hash', 9, 0, '{}', '[]', '[]', '[]', '[]', 'the pump.', '<p>the pump.</p>');
    INSERT INTO questions (id, article_id, scope, text, answer, asked_at, removed_at) VALUES
      ('${id(5)}', '${id(1)}', 'library', 'Second?', '${ANSWER}', 20, NULL),
      ('${id(4)}', '${id(1)}', 'article', 'First?', '${ANSWER}', 10, NULL),
      ('${id(6)}', '${id(1)}', 'article', 'Gone?', '${ANSWER}', 30, 40);
    COMMIT`)
  old.close()
  const db = openDatabase(folder)
  const [conversation, ...others] = createConversationStore(db).list(null)
  expect(others).toEqual([])
  expect(conversation).toMatchObject({
    title: 'First?',
    placeTitle: 'The pump',
    questions: 2,
    createdAt: 10,
    updatedAt: 30,
  })
  const questions = createQuestionStore(db)
  expect(conversation && questions.list(conversation.id)).toMatchObject([
    { id: id(4), text: 'First?', scope: { kind: 'article', articleId: id(1) }, selected: null, written: null },
    { id: id(5), text: 'Second?', scope: { kind: 'library' } },
  ])
  expect(questions.unindexed()).toHaveLength(2)
  db.close()
})
