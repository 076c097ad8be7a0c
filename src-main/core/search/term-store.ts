import type { Database } from 'better-sqlite3'
import { z } from 'zod'

/** Makes the function that answers how many rows of the index hold a term. */
export function createTermStore(db: Database): (term: string) => number {
  // Terms and how many rows hold each: https://sqlite.org/fts5.html#the_fts5vocab_virtual_table_module
  db.exec("CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_terms USING fts5vocab('main', 'search_index', 'row')")
  const frequency = db.prepare('SELECT doc FROM temp.search_terms WHERE term = ?').pluck()
  return (term) => z.int().optional().parse(frequency.get(term)) ?? 0
}
