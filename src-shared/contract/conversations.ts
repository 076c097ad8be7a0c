import { z } from 'zod'
import { ConversationId } from '../domain/ids'
import { EpochMs } from '../domain/time'
import { ConversationPlace, Question } from './ask'
import { method } from './define'

/** The name of a conversation: trimmed, white space folded to one space. */
export const ConversationTitle = z
  .string()
  .transform((text) => text.normalize('NFC').replace(/\s+/gu, ' ').trim())
  .pipe(z.string().min(1).max(200))

/** Questions that belong together, about an article, a topic or the library. Each may have several. */
export const Conversation = z.object({
  id: ConversationId,
  place: ConversationPlace,
  /** Title of the article or topic; `Library` for the library. */
  placeTitle: z.string(),
  /** As a person named it, else its first question. */
  title: z.string(),
  questions: z.int().nonnegative(),
  createdAt: EpochMs,
  /** When it was asked last. */
  updatedAt: EpochMs,
})
export type Conversation = z.infer<typeof Conversation>

const One = z.object({ id: ConversationId })

export const conversations = {
  /** Those of one place, or all (null) but those of articles and topics that were removed; the one asked last comes first. */
  list: method(z.object({ place: ConversationPlace.nullable() }), z.array(Conversation)),
  /** A conversation with its questions, oldest first. @throws not-found */
  get: method(One, z.object({ conversation: Conversation, questions: z.array(Question) })),
  /** @throws not-found */
  rename: method(One.extend({ title: ConversationTitle }), z.void()),
  /** Moves a conversation to Trash, where it stays for 30 days. @throws not-found */
  remove: method(One, z.void()),
  /** Brings a conversation back from Trash. @throws not-found */
  restore: method(One, z.void()),
  /** What lies in Trash, newest first. */
  trashed: method(z.void(), z.array(Conversation.extend({ removedAt: EpochMs }))),
  /** Deletes conversations of Trash for good; all of them when `ids` is null. */
  deleteForever: method(z.object({ ids: z.array(ConversationId).nullable() }), z.void()),
  /** A conversation as Markdown, each answer with its passages and links to them. @throws not-found */
  export: method(One, z.object({ fileName: z.string(), text: z.string() })),
  /** The questions of a place, or of all places (null), that found no answer, newest first: what is still open. */
  open: method(
    z.object({ place: ConversationPlace.nullable(), limit: z.int().min(1).max(200).default(50) }),
    z.array(Question.extend({ place: ConversationPlace })),
  ),
}
