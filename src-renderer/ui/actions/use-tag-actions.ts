import { useMemo } from 'react'
import type { HighlightColour } from '@shared/domain/colour'
import type { Tag } from '@shared/domain/tag'
import { useClient } from '../../client/client'
import { counted } from '../words/article-words'
import { perform } from '../undo/perform'

/** What can be done to a tag wherever it stands, each with an undo that puts back what was. */
export function useTagActions() {
  const client = useClient()
  return useMemo(
    () => ({
      /** @param isMerge whether the new name is a tag already */
      rename: (tag: Tag, to: Tag, isMerge: boolean): Promise<unknown> =>
        perform({
          run: () => client.tags.rename({ tag, to }),
          label: ({ items }) => `#${tag} ${isMerge ? 'merged into' : 'renamed to'} #${to} on ${counted(items, 'item')}`,
          undo: ({ id }) => client.tags.undo({ id }),
        }),

      remove: (tag: Tag): void =>
        void perform({
          run: () => client.tags.remove({ tag }),
          label: ({ items }) => `#${tag} taken from ${counted(items, 'item')}`,
          undo: ({ id }) => client.tags.undo({ id }),
        }),

      setColour: (tag: Tag, colour: HighlightColour | null, before: HighlightColour | null): void =>
        void perform({
          run: () => client.tags.setColour({ tag, colour }),
          label: () => `Colour of #${tag}`,
          undo: () => client.tags.setColour({ tag, colour: before }),
          isQuiet: true,
        }),
    }),
    [client],
  )
}
