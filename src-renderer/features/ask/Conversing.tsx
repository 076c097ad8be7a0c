import { type ReactNode, useState } from 'react'
import type { AskScope, Citation, ConversationPlace, Question } from '@shared/contract/ask'
import type { ConversationId, QuestionId } from '@shared/domain/ids'
import type { Topic } from '@shared/domain/topic'
import { useSettings } from '../../client/settings'
import { Button } from '../../ui/controls/Button'
import { Composer } from './Composer'
import { ConversationBar } from './ConversationBar'
import './Conversing.css'
import { type AskedSelection, type ScopeChoice, scopeChoices } from './scopes'
import { Thread } from './Thread'
import { useThread } from './use-thread'

export interface ConversingProps {
  readonly place: ConversationPlace
  /** The conversation that is shown; null for the one that was asked last. */
  readonly wanted: ConversationId | 'new' | null
  readonly onWanted: (id: ConversationId | 'new' | null) => void
  /** A question of it that is to be shown; null for the newest. */
  readonly question: QuestionId | null
  /** The topic of the place, or one that the article is in. */
  readonly topic: Topic | null
  readonly selection: AskedSelection | null
  readonly onDropSelection: () => void
  readonly onCitation: (citation: Citation) => void
  readonly onHighlight?: (citation: Citation) => void
  /** Shown while nothing was asked; it may ask. */
  readonly invitation: (ask: (text: string) => void) => ReactNode
}

/** A conversation with the way to others and the composer below it. */
export function Conversing(props: ConversingProps) {
  const { place, wanted, onWanted, topic, selection, onDropSelection, onCitation, onHighlight } = props
  const { ask: settings } = useSettings()
  const thread = useThread(place, wanted)
  const [chosen, setChosen] = useState<AskScope['kind'] | null>(null)
  const choices = scopeChoices(place, topic, selection)
  const usual = settings.scope === 'library' ? choices.at(-1) : choices.find(({ value }) => value === place.kind)
  const choice = (selection && choices[0]) ?? choices.find(({ value }) => value === chosen) ?? usual ?? choices[0]
  if (!choice) return null

  const send = (text: string, to: ScopeChoice = choice) =>
    thread.send(text, to.scope, ({ conversationId }: Question) => {
      if (wanted === 'new') onWanted(conversationId)
      if (to.value === 'selection') onDropSelection()
    })
  return (
    <section className="conversing" aria-label="Ask">
      <ConversationBar
        place={place}
        conversation={thread.conversation}
        conversations={thread.conversations}
        onShow={onWanted}
        onGone={() => onWanted(null)}
      />
      <Thread
        place={place}
        thread={thread}
        choices={choices}
        shown={props.question}
        onAsk={send}
        onCitation={onCitation}
        {...(onHighlight ? { onHighlight } : {})}
        invitation={props.invitation(send)}
      />
      {thread.failure !== null ? (
        <p className="conversing__problem" role="alert">
          {thread.failure} {thread.text === '' ? null : 'Your question is still below. '}
          {thread.text === '' ? null : (
            <Button look="link" onPress={() => send(thread.text)}>
              Try again
            </Button>
          )}
        </p>
      ) : null}
      <Composer
        choices={choices}
        choice={choice}
        onChoice={({ value }) => {
          if (value !== 'selection') onDropSelection()
          setChosen(value)
        }}
        selection={selection}
        onDropSelection={onDropSelection}
        text={thread.text}
        isAsking={thread.isAsking}
        isWriting={thread.isWriting}
        onText={thread.setText}
        onSend={() => send(thread.text)}
        onStop={thread.stop}
      />
    </section>
  )
}
