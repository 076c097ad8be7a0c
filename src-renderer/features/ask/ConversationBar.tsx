import { ChevronDown, Download, EllipsisVertical, MessageSquarePlus, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import type { ConversationPlace } from '@shared/contract/ask'
import type { Conversation } from '@shared/contract/conversations'
import type { ConversationId } from '@shared/domain/ids'
import { IconButton } from '../../ui/controls/IconButton'
import { Menu } from '../../ui/controls/Menu'
import { NameDialog } from '../../ui/dialogs/NameDialog'
import './ConversationBar.css'
import { useTurnActions } from './use-turn-actions'

interface ConversationBarProps {
  readonly place: ConversationPlace
  /** The one that is shown; null for a new one. */
  readonly conversation: Conversation | null
  readonly conversations: readonly Conversation[]
  readonly onShow: (id: ConversationId | 'new') => void
  /** Called when the shown one was moved to Trash. */
  readonly onGone: () => void
}

/** Which conversation is shown, the way to the others, and what can be done with it. */
export function ConversationBar({ place, conversation, conversations, onShow, onGone }: ConversationBarProps) {
  const actions = useTurnActions(place)
  const [isNaming, setNaming] = useState(false)
  return (
    <div className="conversation-bar">
      {conversations.length > 0 ? (
        <Menu
          label="Conversations"
          actions={conversations.map(({ id, title }) => ({
            ...{ id, label: title, isChosen: id === conversation?.id, run: () => onShow(id) },
          }))}
        >
          <Button className="conversation-bar__title">
            <span className="truncate">{conversation?.title ?? 'New conversation'}</span>
            <ChevronDown className="icon icon--sm" aria-hidden />
          </Button>
        </Menu>
      ) : null}
      <span className="grow" />
      {conversation ? (
        <>
          <IconButton label="New conversation" icon={<MessageSquarePlus aria-hidden />} onPress={() => onShow('new')} />
          <Menu
            label="Conversation"
            actions={[
              {
                id: 'rename',
                label: 'Rename…',
                icon: <Pencil className="icon icon--sm" aria-hidden />,
                run: () => setNaming(true),
              },
              {
                id: 'export',
                label: 'Export as Markdown',
                icon: <Download className="icon icon--sm" aria-hidden />,
                run: () => actions.export(conversation),
              },
              {
                id: 'remove',
                label: 'Move to Trash',
                icon: <Trash2 className="icon icon--sm" aria-hidden />,
                isDanger: true,
                separated: true,
                run: () => actions.removeConversation(conversation, onGone),
              },
            ]}
          >
            <IconButton label="More about this conversation" icon={<EllipsisVertical aria-hidden />} />
          </Menu>
        </>
      ) : null}
      {isNaming && conversation ? (
        <NameDialog
          title="Rename conversation"
          label="Name"
          value={conversation.title}
          action={() => 'Rename'}
          clean={(text) => text.replace(/\s+/gu, ' ').trim().slice(0, 200)}
          onDone={(name) => {
            setNaming(false)
            if (name !== conversation.title) actions.rename(conversation, name)
          }}
          onCancel={() => setNaming(false)}
        />
      ) : null}
    </div>
  )
}
