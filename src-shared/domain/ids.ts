import { z } from 'zod'

/** Identifies an article for as long as the library lives. A lower-case UUID. */
export const ArticleId = z.uuid().brand<'ArticleId'>()
export type ArticleId = z.infer<typeof ArticleId>

/** Identifies one immutable capture of an article. A lower-case UUID. */
export const SnapshotId = z.uuid().brand<'SnapshotId'>()
export type SnapshotId = z.infer<typeof SnapshotId>

/** Identifies a highlight or note; exported files carry it, so it never changes. A lower-case UUID. */
export const AnnotationId = z.uuid().brand<'AnnotationId'>()
export type AnnotationId = z.infer<typeof AnnotationId>

/** Identifies one ingest job. A lower-case UUID. */
export const ImportId = z.uuid().brand<'ImportId'>()
export type ImportId = z.infer<typeof ImportId>

/** Identifies files of another reader that are being looked at and brought in. A lower-case UUID. */
export const MigrationId = z.uuid().brand<'MigrationId'>()
export type MigrationId = z.infer<typeof MigrationId>

/** Identifies one file, address or pasted text of an import. A lower-case UUID. */
export const ImportItemId = z.uuid().brand<'ImportItemId'>()
export type ImportItemId = z.infer<typeof ImportItemId>

/** Names an asset by its content: the SHA-256 of its bytes in lower-case hexadecimal. */
export const AssetId = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<'AssetId'>()
export type AssetId = z.infer<typeof AssetId>

/** Identifies a ZIM archive that the library knows. A lower-case UUID of ours, not the archive's own. */
export const ArchiveId = z.uuid().brand<'ArchiveId'>()
export type ArchiveId = z.infer<typeof ArchiveId>

/** Identifies an archive that is being uploaded. A lower-case UUID. */
export const UploadId = z.uuid().brand<'UploadId'>()
export type UploadId = z.infer<typeof UploadId>

/** Identifies a conversation about an article, a topic or the library. A lower-case UUID. */
export const ConversationId = z.uuid().brand<'ConversationId'>()
export type ConversationId = z.infer<typeof ConversationId>

/** Identifies a question of a conversation. A lower-case UUID. */
export const QuestionId = z.uuid().brand<'QuestionId'>()
export type QuestionId = z.infer<typeof QuestionId>

/** Identifies a topic. A lower-case UUID. */
export const TopicId = z.uuid().brand<'TopicId'>()
export type TopicId = z.infer<typeof TopicId>

/** Identifies one change of a tag's name, or its removal, that can be undone. A lower-case UUID. */
export const TagChangeId = z.uuid().brand<'TagChangeId'>()
export type TagChangeId = z.infer<typeof TagChangeId>

/** Identifies a search that a person saved. A lower-case UUID. */
export const SavedSearchId = z.uuid().brand<'SavedSearchId'>()
export type SavedSearchId = z.infer<typeof SavedSearchId>

/** Identifies a note that stands alone or belongs to a topic. A lower-case UUID. */
export const NoteId = z.uuid().brand<'NoteId'>()
export type NoteId = z.infer<typeof NoteId>
