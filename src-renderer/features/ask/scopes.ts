import type { AskScope, ConversationPlace } from '@shared/contract/ask'
import type { Topic } from '@shared/domain/topic'

/** What a question can be put to. */
export interface ScopeChoice {
  readonly value: AskScope['kind']
  readonly label: string
  /** What the composer says. */
  readonly invitation: string
  readonly scope: AskScope
}

/** Words that were selected in an article, to be asked. */
export interface AskedSelection {
  readonly scope: Extract<AskScope, { kind: 'selection' }>
  readonly text: string
}

/** What can be asked from a place: itself first, the whole library last. */
export function scopeChoices(
  place: ConversationPlace,
  topic: Topic | null,
  selection: AskedSelection | null,
): readonly ScopeChoice[] {
  const choices: ScopeChoice[] = []
  if (selection) {
    const { scope } = selection
    choices.push({ value: 'selection', label: 'Selection', invitation: 'Ask about the selected words', scope })
  }
  if (place.kind === 'article') {
    choices.push({ value: 'article', label: 'This article', invitation: 'Ask about this article', scope: place })
  }
  if (topic) {
    const articles = topic.articleCount === 1 ? '1 article' : `${topic.articleCount.toLocaleString('en-GB')} articles`
    choices.push({
      value: 'topic',
      label: place.kind === 'topic' ? 'This topic' : 'Topic',
      invitation: `Ask the ${articles} in ${topic.title}`,
      scope: { kind: 'topic', topicId: topic.id },
    })
  }
  choices.push({
    value: 'library',
    label: 'Library',
    invitation: 'Ask your whole library',
    scope: { kind: 'library' },
  })
  return choices
}

/** Where a question that found nothing can be asked next; null when it was the library. */
export function widerScope(scope: AskScope, choices: readonly ScopeChoice[]): ScopeChoice | null {
  const order = ['selection', 'article', 'topic', 'library'] as const
  const at = order.indexOf(scope.kind)
  return choices.find(({ value }) => order.indexOf(value) > at) ?? null
}
