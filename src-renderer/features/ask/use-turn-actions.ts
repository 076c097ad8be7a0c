import type { Citation, ConversationPlace, Question } from '@shared/contract/ask'
import type { Conversation } from '@shared/contract/conversations'
import type { ArticleId } from '@shared/domain/ids'
import type { NoteDocument } from '@shared/domain/note-document'
import { useClient } from '../../client/client'
import { perform, reportError } from '../../ui/undo/perform'
import { navigate } from '../../ui/places/route'
import { saveDownload } from '../../ui/files/save-download'
import { showToast } from '../../ui/undo/toasts'
import { answerText } from './answer-words'
import { answerNote, withAnswer } from './answer-note'

const EMPTY: NoteDocument = { version: 1, blocks: [] }

/** What can be done with a question, its answer and its conversation. */
export function useTurnActions(place: ConversationPlace) {
  const client = useClient()

  /** Puts an answer at the end of the article's note; taken back only while nobody wrote on. */
  const saveToArticle = (articleId: ArticleId, question: Question) =>
    void perform({
      run: async () => {
        const { id, revision, body } = await client.annotations.articleNote({ articleId })
        const input = { id, baseRevision: revision, body: withAnswer(body, question) }
        const saved = await client.annotations.saveNote(input)
        return { id, baseRevision: saved.revision, body: body ?? EMPTY }
      },
      label: () => 'Answer saved to the article’s note',
      undo: (before) => client.annotations.saveNote(before),
    })

  /** Makes a note of an answer, on the topic where it was asked. */
  const saveApart = async (question: Question) => {
    const topicId = place.kind === 'topic' ? place.topicId : null
    const made = await perform({
      run: () => client.notes.create({ topicId, body: answerNote(question) }),
      label: () => 'Answer saved as a note',
      undo: ({ id }) => client.notes.remove({ ids: [id] }),
      redo: ({ id }) => client.notes.restore({ ids: [id] }),
      isQuiet: true,
    })
    if (!made) return
    const open = () => navigate({ page: 'notes', noteId: made.id })
    showToast({ message: 'Answer saved as a note', action: { label: 'Open', run: open } })
  }

  return {
    saveNote: (question: Question) =>
      place.kind === 'article' ? saveToArticle(place.articleId, question) : void saveApart(question),
    copy: (question: Question) =>
      void navigator.clipboard
        .writeText(answerText(question))
        .then(() => showToast({ message: 'Answer copied' }))
        .catch(reportError),
    remove: ({ id }: Question) =>
      void perform({
        run: () => client.ask.remove({ id }),
        label: () => 'Question deleted',
        undo: () => client.ask.restore({ id }),
      }),
    /** Marks the words of a citation in whichever article they stand. */
    highlight: ({ snapshotId, start, end, quote: exact }: Citation) => {
      const target = { snapshotId, position: { start, end }, quote: { exact, prefix: '', suffix: '' } }
      void perform({
        run: () => client.annotations.highlight({ target, colour: 'yellow' }),
        label: () => 'Passage highlighted',
        undo: ({ id }) => client.annotations.remove({ ids: [id] }),
        redo: ({ id }) => client.annotations.restore({ ids: [id] }),
      })
    },
    rename: (conversation: Conversation, title: string) =>
      void perform({
        run: () => client.conversations.rename({ id: conversation.id, title }),
        label: () => 'Conversation renamed',
        undo: () => client.conversations.rename({ id: conversation.id, title: conversation.title }),
      }),
    removeConversation: ({ id }: Conversation, then: () => void) =>
      void perform({
        run: () => client.conversations.remove({ id }).then(then),
        label: () => 'Conversation moved to Trash',
        undo: () => client.conversations.restore({ id }),
        redo: () => client.conversations.remove({ id }),
      }),
    export: ({ id }: Conversation) =>
      void client.conversations
        .export({ id })
        .then(({ fileName, text }) =>
          saveDownload({ name: fileName, mediaType: 'text/markdown', bytes: new TextEncoder().encode(text) }),
        )
        .catch(reportError),
  }
}

export type TurnActions = ReturnType<typeof useTurnActions>
