import type { Tag } from '@shared/domain/tag'
import { cleanTag, isTagUnder } from '@shared/text/clean-tag'
import { useTags } from '../../client/tags'
import { NameDialog } from '../../ui/dialogs/NameDialog'
import { openList, useRoute } from '../../ui/places/route'
import { useTagActions } from '../../ui/actions/use-tag-actions'

/** Renames a tag wherever it stands; a name that is in use makes one tag of two. */
export function RenameTagDialog({ tag, onClose }: { tag: Tag | null; onClose: () => void }) {
  const tags = useTags()
  const route = useRoute()
  const { rename } = useTagActions()
  if (tag === null) return null
  const nested = tags.filter((each) => each.tag !== tag && isTagUnder(each.tag, tag)).length
  const inUse = (name: string) =>
    tags.find((each) => each.tag.toLowerCase() === name.toLowerCase() && each.tag.toLowerCase() !== tag.toLowerCase())
  return (
    <NameDialog
      title={`Rename #${tag}`}
      label="Name of the tag"
      value={tag}
      action={(name) => (inUse(name) ? 'Merge tags' : 'Rename')}
      hint={(name) => {
        const other = inUse(name)
        return (
          <p className="quiet" role="status">
            {other
              ? `#${other.tag} is in use. What carries #${tag} will carry #${other.tag}.`
              : nested > 0
                ? `Tags nested in it are renamed with it. A / nests a tag in another.`
                : 'A / nests a tag in another, as in history/medicine.'}
          </p>
        )
      }}
      clean={(text) => cleanTag(text).slice(0, 100)}
      onDone={(name) => {
        const to = inUse(name)?.tag ?? name
        if (to !== tag) {
          const isShown = route.page === 'articles' && route.view.kind === 'tag' && route.view.tag === tag
          void rename(tag, to, inUse(name) !== undefined).then((done) => {
            if (done !== undefined && isShown) openList({ kind: 'tag', tag: to })
          })
        }
        onClose()
      }}
      onCancel={onClose}
    />
  )
}
