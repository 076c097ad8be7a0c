import { FileText, Hash, type LucideIcon, Plus, StickyNote } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { LinkedTitle } from '@shared/domain/note'
import { cleanTag } from '@shared/text/clean-tag'
import { fold } from '@shared/text/fold'
import { useClient } from '../../client/client'
import { useTags } from '../../client/tags'
import { type BlockKind, kindsFor } from '../blocks/block-kinds'
import type { Trigger } from './trigger'

/** Something the menu offers. */
export interface Completion {
  readonly id: string
  readonly label: string
  readonly hint: string
  readonly icon: LucideIcon
  readonly result:
    | { readonly kind: 'block'; readonly block: BlockKind }
    | { readonly kind: 'tag'; readonly tag: string }
    | { readonly kind: 'link'; readonly link: LinkedTitle }
    | { readonly kind: 'new-note'; readonly title: string }
}

const MOST = 8
const NONE: readonly LinkedTitle[] = []

const blockCompletions = (query: string): Completion[] =>
  kindsFor(query).map((block) => ({
    id: `block-${block.id}`,
    label: block.label,
    hint: block.markdown,
    icon: block.icon,
    result: { kind: 'block', block },
  }))

/** Tags in use that hold the words, those that begin with them first; then the words themselves, if they are new. */
function tagCompletions(query: string, known: readonly string[]): Completion[] {
  const wanted = fold(query)
  const fits = known
    .filter((tag) => fold(tag).includes(wanted))
    .sort((a, b) => Number(fold(b).startsWith(wanted)) - Number(fold(a).startsWith(wanted)))
    .slice(0, MOST)
  const own = cleanTag(query)
  const isNew = /\p{L}/u.test(own) && !fits.some((tag) => tag.toLowerCase() === own.toLowerCase())
  const option = (tag: string, hint: string): Completion => ({
    id: `tag-${tag}`,
    label: tag,
    hint,
    icon: hint === '' ? Hash : Plus,
    result: { kind: 'tag', tag },
  })
  return [...fits.map((tag) => option(tag, '')), ...(isNew ? [option(own, 'New tag')] : [])]
}

function linkCompletions(query: string, found: readonly LinkedTitle[]): Completion[] {
  const options = found.map((link): Completion => ({
    id: `${link.target.kind}-${link.target.id}`,
    label: link.title,
    hint: link.target.kind === 'article' ? 'Article' : 'Note',
    icon: link.target.kind === 'article' ? FileText : StickyNote,
    result: { kind: 'link', link },
  }))
  if (query === '') return options
  return [
    ...options,
    { id: 'new-note', label: query, hint: 'New note', icon: Plus, result: { kind: 'new-note', title: query } },
  ]
}

/** What can be completed at the caret now, with the query that it was made for. */
export function useCompletions(trigger: Trigger | null): readonly Completion[] {
  const client = useClient()
  const tags = useTags()
  const [found, setFound] = useState<{ readonly query: string; readonly links: readonly LinkedTitle[] } | null>(null)
  const linkQuery = trigger?.kind === 'link' ? trigger.query : null

  useEffect(() => {
    if (linkQuery === null) return undefined
    let isOld = false
    client.notes.suggest({ text: linkQuery, limit: MOST }).then(
      (links) => {
        if (!isOld) setFound({ query: linkQuery, links })
      },
      // Without suggestions the words can still become a new note.
      () => undefined,
    )
    return () => {
      isOld = true
    }
  }, [client, linkQuery])

  if (trigger === null) return []
  if (trigger.kind === 'slash') return blockCompletions(trigger.query)
  if (trigger.kind === 'tag')
    return tagCompletions(
      trigger.query,
      tags.map(({ tag }) => tag),
    )
  // Those of the last letters stay until those of these are there.
  return linkCompletions(trigger.query, found?.links ?? NONE)
}
