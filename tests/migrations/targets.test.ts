import { expect, test } from 'vitest'
import { z } from 'zod'
import { openDatabase } from '../../src-main/core/database/database'
import { MIGRATIONS } from '../../src-main/core/database/migrate'
import { tempFolder } from '../support/temp-folder'

const BEFORE = MIGRATIONS.filter(({ version }) => version < 50)

/** A library of before with highlights, notes, tags and revisions, some of them removed. */
function written(): string {
  const folder = tempFolder()
  const db = openDatabase(folder, BEFORE)
  db.exec(`
    BEGIN;
    INSERT INTO articles (id, snapshot_id, title, direction, excerpt, format, status, word_count, added_at)
      VALUES ('article', 'snapshot', 'The pump', 'ltr', '', 'text', 'inbox', 3, 1);
    INSERT INTO snapshots (id, article_id, created_at, text_version, text_hash, text_length, truncated, provenance, outline,
      facts, reference_list, categories, text, html)
      VALUES ('snapshot', 'article', 1, 1, 'hash', 9, 0, '{}', '[]', '[]', '[]', '[]', 'the pump.', '<p>the pump.</p>');
    INSERT INTO annotations (id, kind, article_id, snapshot_id, start_offset, end_offset, exact, prefix, suffix, colour, body,
      body_text, revision, created_at, updated_at, removed_at) VALUES
      ('one', 'highlight', 'article', 'snapshot', 4, 8, 'pump', 'the ', '.', 'yellow', '{"n":1}', 'note', 2, 10, 20, NULL),
      ('gone', 'highlight', 'article', 'snapshot', 0, 3, 'the', '', ' pump.', 'blue', NULL, '', 0, 11, 21, 30),
      ('note', 'article-note', 'article', NULL, NULL, NULL, NULL, NULL, NULL, NULL, '{"n":2}', 'whole', 1, 12, 22, NULL);
    INSERT INTO annotation_tags VALUES ('one', 'water'), ('gone', 'old');
    INSERT INTO note_revisions VALUES ('one', 1, '{"n":0}', 15);
    COMMIT`)
  db.close()
  return folder
}

test('an older library keeps every highlight, note, tag and revision, also of what was removed', () => {
  const folder = written()
  const db = openDatabase(folder)
  const all = (sql: string): unknown[] => db.prepare(sql).all()
  expect(
    all(`SELECT n.id, n.kind, n.colour, n.body, n.body_text, n.revision, n.created_at, n.updated_at, n.removed_at,
      t.snapshot_id, t.start_offset, t.end_offset, t.exact, t.prefix, t.suffix, t.method, t.score
      FROM annotations n LEFT JOIN annotation_targets t ON t.id = n.target_id ORDER BY n.created_at`).map((row) =>
      Object.values(z.record(z.string(), z.unknown()).parse(row)),
    ),
  ).toEqual([
    [
      'one',
      'highlight',
      'yellow',
      '{"n":1}',
      'note',
      2,
      10,
      20,
      null,
      'snapshot',
      4,
      8,
      'pump',
      'the ',
      '.',
      'made',
      1,
    ],
    ['gone', 'highlight', 'blue', null, '', 0, 11, 21, 30, 'snapshot', 0, 3, 'the', '', ' pump.', 'made', 1],
    ['note', 'article-note', null, '{"n":2}', 'whole', 1, 12, 22, null, ...Array.from({ length: 8 }, () => null)],
  ])
  expect(all('SELECT * FROM annotation_tags ORDER BY tag')).toHaveLength(2)
  expect(all('SELECT * FROM note_revisions')).toHaveLength(1)
  expect(db.pragma('foreign_key_check')).toEqual([])
  expect(all("SELECT name FROM sqlite_schema WHERE name LIKE '%_before'")).toEqual([])
  db.prepare("DELETE FROM articles WHERE id = 'article'").run()
  for (const table of ['annotations', 'annotation_targets', 'annotation_tags', 'note_revisions', 'snapshots']) {
    expect(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0)
  }
  db.close()
})
