import { type DragAndDropHooks, useDragAndDrop } from 'react-aria-components'
import type { TagInUse } from '@shared/contract/tags'
import { isTagUnder } from '@shared/text/clean-tag'
import { useReadArticles } from '../../client/articles'
import { ARTICLES_TYPE, droppedArticles } from '../../ui/files/article-drag'
import { reportError } from '../../ui/undo/perform'
import { useArticleActions } from '../../ui/actions/use-article-actions'
import { useTagActions } from '../../ui/actions/use-tag-actions'
import type { TagNode } from './tag-tree'

const TAG_TYPE = 'application/x-lectern-tag'

/** Lets articles be dropped on tags, and a tag be dropped on another to be nested in it. */
export function useTagDrops(tags: readonly TagInUse[]): DragAndDropHooks<TagNode> {
  const articles = useArticleActions()
  const read = useReadArticles()
  const { rename } = useTagActions()

  const { dragAndDropHooks } = useDragAndDrop<TagNode>({
    getItems: (keys) => [...keys].map((key) => ({ [TAG_TYPE]: String(key), 'text/plain': `#${key}` })),
    acceptedDragTypes: [TAG_TYPE, ARTICLES_TYPE],
    getDropOperation: (target, types) => {
      if (target.type !== 'item' || target.dropPosition !== 'on') return 'cancel'
      return types.has(ARTICLES_TYPE) ? 'copy' : 'move'
    },
    onMove: ({ keys, target }) => {
      const into = String(target.key)
      for (const key of keys) {
        const tag = String(key)
        const to = `${into}/${tag.slice(tag.lastIndexOf('/') + 1)}`
        if (isTagUnder(into, tag) || to === tag) continue
        void rename(
          tag,
          to,
          tags.some((each) => each.tag === to),
        )
      }
    },
    onItemDrop: ({ items, target }) => {
      droppedArticles(items)
        .then(read)
        .then((found) => articles.addTag(found, String(target.key)))
        .catch(reportError)
    },
  })
  return dragAndDropHooks
}
