import type { Citation, ConversationPlace, Question } from '@shared/contract/ask'
import type { Conversation } from '@shared/contract/conversations'
import { useClient } from '../../client/client'
import { perform, reportError } from '../../ui/perform'
import { navigate } from '../../ui/route'
import { saveDownload } from '../../ui/save-download'
import { showToast } from '../../ui/toasts'
import { answerText } from './answer-words'
import { answerNote, withAnswer } from './answer-note'

/** What can be done with a question, its answer and its conversation. */
export function useTurnActions(place: ConversationPlace) {
  const client = useClient()

  /** Puts an answer at the end of the article's note, or makes a note of it. */
  const saveNote = async (question: Question) => {
    if (place.kind === 'article') {
      const note = await client.annotations.articleNote({ articleId: place.articleId })
      const { id, revision: baseRevision } = note
      await client.annotations.saveNote({ id, baseRevision, body: withAnswer(note.body, question) })
      showToast({ message: 'Answer saved to the article’s note' })
      return
    }
    const topicId = place.kind === 'topic' ? place.topicId : null
    const { id } = await client.notes.create({ topicId, body: answerNote(question) })
    const open = () => navigate({ page: 'notes', noteId: id })
    showToast({ message: 'Answer saved as a note', action: { label: 'Open', run: open } })
  }

  return {
    saveNote: (question: Question) => void saveNote(question).catch(reportError),
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
