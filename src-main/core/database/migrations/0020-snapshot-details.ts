import type { Migration } from '../migrate'

/**
 * What a wiki says about a page has a table of its own: SQLite walks through a row's text and HTML before a column behind them.
 * Articles are found by every address that leads to them; addresses of before are brought into the present shape of their keys.
 */
export const snapshotDetails: Migration = {
  version: 20,
  sql: `
    CREATE TABLE snapshot_details (
      snapshot_id TEXT PRIMARY KEY REFERENCES snapshots (id) ON DELETE CASCADE,
      details TEXT NOT NULL
    ) STRICT;

    UPDATE articles SET url_key = 'https' || substr(url_key, 5) WHERE url_key LIKE 'http:%';
    UPDATE articles SET url_key = replace(replace(url_key, '.m.wikipedia.org/', '.wikipedia.org/'), '%20', '_')
      WHERE url_key LIKE 'https://%.wikipedia.org/wiki/%';

    CREATE TABLE article_addresses (
      url_key TEXT NOT NULL,
      article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
      PRIMARY KEY (url_key, article_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX article_addresses_by_article ON article_addresses (article_id);
    INSERT INTO article_addresses (url_key, article_id)
      SELECT url_key, id FROM articles WHERE url_key IS NOT NULL;
  `,
}
