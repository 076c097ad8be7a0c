import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { expect, test } from 'vitest'
import { SnapshotId } from '@shared/domain/ids'
import { DATABASE_FILE, openDatabase } from '../../src-main/core/database/database'
import { MIGRATIONS } from '../../src-main/core/database/migrate'
import { createSnapshotStore } from '../../src-main/core/snapshots/snapshot-store'
import { tempFolder } from '../support/temp-folder'

const ARTICLE = '11111111-1111-4111-8111-111111111111'
const SNAPSHOT = SnapshotId.parse('22222222-2222-4222-8222-222222222222')
const ORIGINAL = 'a'.repeat(64)

/** A library of the first format, with one article from a wiki's mobile page. */
function firstLibrary(): string {
  const folder = tempFolder()
  const first = MIGRATIONS[0]
  if (!first) throw new Error('There is no first migration')
  openDatabase(folder, [first]).close()
  const db = new BetterSqlite3(join(folder, DATABASE_FILE))
  db.exec(`
    BEGIN;
    INSERT INTO articles (id, snapshot_id, title, source_url, url_key, direction, excerpt, format, status, word_count, added_at)
      VALUES ('${ARTICLE}', '${SNAPSHOT}', 'Broad Street', 'http://en.m.wikipedia.org/wiki/Broad%20Street',
        'http://en.m.wikipedia.org/wiki/Broad%20Street', 'ltr', '', 'html', 'inbox', 2, 1);
    INSERT INTO snapshots (id, article_id, created_at, text_version, text_hash, text_length, truncated, licence, provenance, outline,
        facts, reference_list, categories, text, html)
      VALUES ('${SNAPSHOT}', '${ARTICLE}', 1, 1, 'hash', 4, 0, '{"statement":"CC BY-SA","name":"CC BY-SA 3.0","url":null}',
        '{"via":"web","fileName":null,"sourceUrl":null,"original":"${ORIGINAL}","originalBytes":4,"format":"html","importedAt":1}',
        '[]', '[{"label":"Place","value":"Soho"}]',
        '[{"label":"1","text":"Snow 1855","url":null,"archivedAt":null,"retrievedAt":null}]', '[]', 'Text', '<p>Text</p>');
    COMMIT;`)
  db.close()
  return folder
}

test('a library of before opens: its facts, references and licence are read, with nothing made up', () => {
  const db = openDatabase(firstLibrary())
  const snapshot = createSnapshotStore(db).get(SNAPSHOT)
  expect(snapshot?.facts).toEqual([{ label: 'Place', value: 'Soho', group: null, links: [], quantity: null }])
  expect(snapshot?.references).toMatchObject([{ label: '1', text: 'Snow 1855', group: null, citation: null }])
  expect(snapshot?.licence).toMatchObject({ name: 'CC BY-SA 3.0', authorsUrl: null, changes: null })
  expect(snapshot?.details).toBeNull()
  db.close()
})

test('articles of before are found by the present keys of their addresses', () => {
  const db = openDatabase(firstLibrary())
  expect(db.prepare('SELECT url_key FROM articles').pluck().get()).toBe('https://en.wikipedia.org/wiki/Broad_Street')
  expect(db.prepare('SELECT url_key, article_id FROM article_addresses').all()).toEqual([
    { url_key: 'https://en.wikipedia.org/wiki/Broad_Street', article_id: ARTICLE },
  ])
  db.close()
})
