import type { Conversation } from '@shared/contract/conversations'
import { useClient } from '../../client/client'
import { counted } from '../../ui/article-words'
import { Button } from '../../ui/Button'
import { reportError } from '../../ui/perform'
import { showToast } from '../../ui/toasts'
import { daysLeft } from './days-left'
import './TrashedNotes.css'

type Trashed = Conversation & { readonly removedAt: number }

/** Conversations in Trash, each with how long it stays. */
export function TrashedConversations({ conversations }: { readonly conversations: readonly Trashed[] }) {
  const client = useClient()
  const restore = ({ id, title }: Trashed) => {
    client.conversations
      .restore({ id })
      .then(() => showToast({ message: `“${title}” restored` }))
      .catch(reportError)
  }
  return (
    <section className="trashed-notes" aria-label="Deleted conversations">
      <h2 className="trashed-notes__title">{counted(conversations.length, 'conversation')}</h2>
      <ul>
        {conversations.map((conversation) => (
          <li key={conversation.id} className="trashed-notes__row">
            <span className="grow truncate">{conversation.title}</span>
            <span className="trashed-notes__left">{daysLeft(conversation.removedAt)}</span>
            <Button onPress={() => restore(conversation)} aria-label={`Restore ${conversation.title}`}>
              Restore
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
