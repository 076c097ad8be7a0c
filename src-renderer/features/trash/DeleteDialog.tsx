import type { Article } from '@shared/domain/article'
import { counted } from '../../ui/article-words'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'

interface DeleteDialogProps {
  /** One article, all of Trash, or null while nothing is asked. */
  asked: Article | 'all' | null
  /** How many articles Trash holds. */
  count: number
  onCancel: () => void
  onDelete: () => void
}

/** Asks before articles are deleted for good: the only deletes that cannot be undone. */
export function DeleteDialog({ asked, count, onCancel, onDelete }: DeleteDialogProps) {
  const isAll = asked === 'all'
  return (
    <Dialog
      title={isAll ? 'Empty Trash?' : 'Delete this article now?'}
      isOpen={asked !== null}
      onOpenChange={(open) => {
        if (!open) onCancel()
      }}
      role="alertdialog"
      width="sm"
      footer={
        <>
          <span className="grow" />
          <Button size="lg" autoFocus onPress={onCancel}>
            Keep
          </Button>
          <Button size="lg" look="danger" onPress={onDelete}>
            {isAll ? `Delete ${counted(count, 'article')}` : 'Delete article'}
          </Button>
        </>
      }
    >
      <p className="trash-page__question">
        {isAll
          ? 'Everything in Trash goes for good, with its highlights and notes. This cannot be undone.'
          : `“${asked?.title ?? ''}” goes for good, with its highlights and notes. This cannot be undone.`}
      </p>
    </Dialog>
  )
}
