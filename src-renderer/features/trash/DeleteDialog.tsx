import type { Article } from '@shared/domain/article'
import { ConfirmDialog } from '../../ui/ConfirmDialog'

interface DeleteDialogProps {
  /** One article, all of Trash, or null while nothing is asked. */
  asked: Article | 'all' | null
  /** What Trash holds, in words. */
  what: string
  onCancel: () => void
  onDelete: () => void
}

/** Asks before articles are deleted for good: the only deletes that cannot be undone. */
export function DeleteDialog({ asked, what, onCancel, onDelete }: DeleteDialogProps) {
  const isAll = asked === 'all'
  return (
    <ConfirmDialog
      title={isAll ? 'Empty Trash?' : 'Delete this article now?'}
      isOpen={asked !== null}
      action={isAll ? `Delete ${what}` : 'Delete article'}
      onCancel={onCancel}
      onConfirm={onDelete}
    >
      <p className="trash-page__question">
        {isAll
          ? 'Everything in Trash goes for good, with its highlights and notes. This cannot be undone.'
          : `“${asked?.title ?? ''}” goes for good, with its highlights and notes. This cannot be undone.`}
      </p>
    </ConfirmDialog>
  )
}
