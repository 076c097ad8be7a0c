import { z } from 'zod'
import type { ReadingStatus } from '@shared/domain/article'
import { ArticleId, SnapshotId } from '@shared/domain/ids'
import type { Tag } from '@shared/domain/tag'
import type { EpochMs } from '@shared/domain/time'
import { StoredBody } from '../database/note-bodies'
import { createTagSpelling } from '../database/tag-spelling'
import type { Database } from '../database/database'

export type MigratingStore = ReturnType<typeof createMigratingStore>

/** What an article of the library is, as far as more of it may come. */
const ArticleState = z.object({
  id: ArticleId,
  title: z.string(),
  byline: z.string().nullable(),
  sourceUrl: z.string().nullable(),
  publishedAt: z.string().nullable(),
  excerpt: z.string(),
  /** `excerpts` when its text is not here. */
  format: z.string(),
  snapshotId: SnapshotId,
  text: z.string(),
  html: z.string(),
})
export type ArticleState = z.infer<typeof ArticleState>

const Place = z.object({ articleId: ArticleId, isTrashed: z.int().transform((value) => value === 1) })
// Made once: it costs more than the parsing, and is needed for each of 50,000 rows.
const MaybePlace = Place.optional()
const MaybeState = ArticleState.optional()
const Texts = z.array(z.string())
const Titled = z.object({
  id: ArticleId,
  title: z.string(),
  byline: z.string().nullable(),
  /** It is known from quotations alone, without an address. */
  isLoose: z.int().transform((value) => value === 1),
})
const Note = z.object({ revision: z.int(), body: StoredBody })
const Fetchable = z.object({ articleId: ArticleId, title: z.string(), url: z.string() })

/** What bringing in looks up, and what it says of articles that are in. */
export function createMigratingStore(db: Database) {
  const byAddress = db.prepare(`
    SELECT a.id AS articleId, a.trashed_at IS NOT NULL AS isTrashed
    FROM article_addresses d JOIN articles a ON a.id = d.article_id
    WHERE d.url_key = @key ORDER BY a.trashed_at IS NOT NULL, a.url_key IS @key DESC, a.added_at DESC LIMIT 1`)
  const byRecord = db.prepare(`
    SELECT a.id AS articleId, a.trashed_at IS NOT NULL AS isTrashed
    FROM migrated_records r JOIN articles a ON a.id = r.article_id WHERE r.key = ? ORDER BY a.trashed_at IS NOT NULL LIMIT 1`)
  const titles = db.prepare(`
    SELECT id, title, byline, format = 'excerpts' AND source_url IS NULL AS isLoose
    FROM articles WHERE trashed_at IS NULL ORDER BY added_at, id`)
  const state = db.prepare(`
    SELECT a.id, a.title, a.byline, a.source_url AS sourceUrl, a.published_at AS publishedAt, a.excerpt, a.format,
      a.snapshot_id AS snapshotId, s.text, s.html
    FROM articles a JOIN snapshots s ON s.id = a.snapshot_id WHERE a.id = ?`)
  const keys = db.prepare('SELECT key FROM migrated_records WHERE article_id = ?').pluck()
  const quotes = db
    .prepare(
      `SELECT DISTINCT t.exact FROM annotations n JOIN annotation_targets t ON t.annotation_id = n.id WHERE n.article_id = ?`,
    )
    .pluck()
  const remember = db.prepare('INSERT OR IGNORE INTO migrated_records (key, article_id, at) VALUES (?, ?, ?)')
  const facts = db.prepare(`
    UPDATE articles SET status = coalesce(@status, status), favourite = max(favourite, @favourite),
      added_at = coalesce(@addedAt, added_at), byline = coalesce(byline, @byline) WHERE id = @id`)
  const addTag = db.prepare('INSERT OR IGNORE INTO article_tags (article_id, tag) VALUES (?, ?)')
  const note = db.prepare('SELECT revision, body FROM annotations WHERE id = ?')
  const notFetched = `FROM articles WHERE format = 'excerpts' AND source_url IS NOT NULL AND trashed_at IS NULL`
  const countNotFetched = db.prepare(`SELECT count(*) ${notFetched}`).pluck()
  const allNotFetched = db.prepare(`
    SELECT id AS articleId, title, source_url AS url ${notFetched}
      AND (@ids IS NULL OR id IN (SELECT value FROM json_each(@ids))) ORDER BY added_at DESC, id`)

  return {
    /** Runs several writes as one. */
    together: <T>(work: () => T): T => db.transaction(work).immediate(),
    byAddress: (key: string) => MaybePlace.parse(byAddress.get({ key })),
    /** The article that a record became. */
    byRecord: (key: string) => MaybePlace.parse(byRecord.get(key)),
    titles: () => z.array(Titled).parse(titles.all()),
    state: (id: ArticleId): ArticleState | undefined => MaybeState.parse(state.get(id)),
    /** What was brought into an article, by its keys. */
    keysOf: (id: ArticleId): Set<string> => new Set(Texts.parse(keys.all(id))),
    /** The words of an article's highlights, of removed ones too. */
    quotesOf: (id: ArticleId): string[] => Texts.parse(quotes.all(id)),
    remember: (id: ArticleId, of: readonly string[], now: EpochMs): void => {
      for (const key of of) remember.run(key, id, now)
    },
    setFacts: (
      id: ArticleId,
      given: { status: ReadingStatus | null; favourite: boolean; addedAt: EpochMs | null; byline: string | null },
    ): void => void facts.run({ ...given, id, favourite: Number(given.favourite) }),
    /** @param tags spelled as the library spells them */
    addTags: (id: ArticleId, tags: readonly Tag[]): void => {
      for (const tag of tags) addTag.run(id, tag)
    },
    spell: createTagSpelling(db),
    note: (id: string) => Note.parse(note.get(id)),
    countNotFetched: (): number => z.int().parse(countNotFetched.get()),
    /** Articles that are known by their address alone: all, or those of some. */
    notFetched: (ids: readonly ArticleId[] | null) =>
      z.array(Fetchable).parse(allNotFetched.all({ ids: ids === null ? null : JSON.stringify(ids) })),
  }
}
