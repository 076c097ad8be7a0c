import { useMemo } from 'react'
import type { Annotation } from '@shared/domain/annotation'
import type { HighlightColour } from '@shared/domain/colour'
import type { AnnotationId } from '@shared/domain/ids'
import type { Tag } from '@shared/domain/tag'
import { useClient } from '../../client/client'
import { counted } from '../words/article-words'
import { perform } from '../undo/perform'

/** The most that one call takes. */
const MOST = 10_000

/** What can be done to highlights of several articles together; each is one step of undo. */
export function useHighlightActions() {
  const client = useClient()
  return useMemo(() => {
    const { annotations } = client
    async function inParts(ids: readonly AnnotationId[], run: (part: AnnotationId[]) => Promise<unknown>) {
      for (let at = 0; at < ids.length; at += MOST) await run(ids.slice(at, at + MOST))
    }
    /** As they are now: others may have changed or removed some of them. */
    async function read(ids: readonly AnnotationId[]): Promise<Annotation[]> {
      const found: Annotation[] = []
      await inParts(ids, async (part) => found.push(...(await annotations.many({ ids: part }))))
      return found
    }
    const setColour = (ids: readonly AnnotationId[], colour: HighlightColour) =>
      inParts(ids, (part) => annotations.update({ ids: part, change: { colour } }))
    const setTags = (ids: readonly AnnotationId[], tags: Tag[]) =>
      inParts(ids, (part) => annotations.update({ ids: part, change: { tags } }))

    /** Gives each the tags that `edit` makes of its own. Those it leaves alone are not touched. */
    const changeTags = (ids: readonly AnnotationId[], edit: (tags: Tag[]) => Tag[], says: string) =>
      perform({
        run: async () => {
          const changed = (await read(ids)).filter(({ tags }) => edit(tags).length !== tags.length)
          for (const { members, value } of grouped(changed, ({ tags }) => tags)) await setTags(members, edit(value))
          return changed
        },
        label: (changed) => (changed.length === 0 ? null : `${counted(changed.length, 'highlight')} ${says}`),
        undo: async (changed) => {
          for (const { members, value } of grouped(changed, ({ tags }) => tags)) await setTags(members, value)
        },
      })

    return {
      read,
      recolour: (ids: readonly AnnotationId[], colour: HighlightColour, name: string) =>
        perform({
          run: async () => {
            const before = (await read(ids)).flatMap((one) =>
              one.kind === 'highlight' && one.colour !== colour ? [one] : [],
            )
            await setColour(
              before.map(({ id }) => id),
              colour,
            )
            return before
          },
          label: (before) => (before.length === 0 ? null : `${counted(before.length, 'highlight')} now ${name}`),
          undo: async (before) => {
            for (const { members, value } of grouped(before, (one) => one.colour)) await setColour(members, value)
          },
        }),
      addTag: (ids: readonly AnnotationId[], tag: Tag) =>
        changeTags(ids, (tags) => (tags.some((one) => isSame(one, tag)) ? tags : [...tags, tag]), `tagged #${tag}`),
      removeTag: (ids: readonly AnnotationId[], tag: Tag) =>
        changeTags(ids, (tags) => tags.filter((one) => !isSame(one, tag)), `without #${tag}`),
      remove: (ids: readonly AnnotationId[]) =>
        perform({
          run: async () => {
            const there = (await read(ids)).map(({ id }) => id)
            await inParts(there, (part) => annotations.remove({ ids: part }))
            return there
          },
          label: (there) => (there.length === 0 ? null : `${counted(there.length, 'highlight')} deleted`),
          undo: (there) => inParts(there, (part) => annotations.restore({ ids: part })),
        }),
    }
  }, [client])
}

const isSame = (a: Tag, b: Tag) => a.toLowerCase() === b.toLowerCase()

/** Puts those with the same value together, so that one call changes them all. */
function grouped<One extends Annotation, Value>(all: readonly One[], valueOf: (one: One) => Value) {
  const groups = new Map<string, { value: Value; members: AnnotationId[] }>()
  for (const one of all) {
    const value = valueOf(one)
    const key = JSON.stringify(value)
    const group = groups.get(key)
    if (group) group.members.push(one.id)
    else groups.set(key, { value, members: [one.id] })
  }
  return [...groups.values()]
}
