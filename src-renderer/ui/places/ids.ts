import type {
  AnnotationId,
  ArchiveId,
  ArticleId,
  AssetId,
  ConversationId,
  NoteId,
  QuestionId,
  TopicId,
} from '@shared/domain/ids'

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u

/** Whether text from outside, such as the address bar, has the form of an article's id. */
export function isArticleId(text: unknown): text is ArticleId {
  return typeof text === 'string' && UUID.test(text)
}

/** Whether text from outside has the form of an annotation's id. */
export function isAnnotationId(text: string | null): text is AnnotationId {
  return text !== null && UUID.test(text)
}

/** Whether text from outside has the form of an archive's id. */
export function isArchiveId(text: string | undefined): text is ArchiveId {
  return text !== undefined && UUID.test(text)
}

/** Whether text from an article, such as the address of a picture, has the form of an asset's id. */
export function isAssetId(text: unknown): text is AssetId {
  return typeof text === 'string' && /^[0-9a-f]{64}$/u.test(text)
}

/** Whether text from outside has the form of a note's id. */
export function isNoteId(text: unknown): text is NoteId {
  return typeof text === 'string' && UUID.test(text)
}

/** Whether text from outside has the form of a topic's id. */
export function isTopicId(text: unknown): text is TopicId {
  return typeof text === 'string' && UUID.test(text)
}

/** Whether text from outside has the form of a question's id. */
export function isQuestionId(text: unknown): text is QuestionId {
  return typeof text === 'string' && UUID.test(text)
}

/** Whether text from outside has the form of a conversation's id. */
export function isConversationId(text: unknown): text is ConversationId {
  return typeof text === 'string' && UUID.test(text)
}
