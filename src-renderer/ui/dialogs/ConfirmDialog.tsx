import type { ReactNode } from 'react'
import { Button } from '../controls/Button'
import { Dialog } from './Dialog'

interface ConfirmDialogProps {
  title: string
  isOpen: boolean
  /** Names what happens. */
  action: string
  children: ReactNode
  onCancel: () => void
  onConfirm: () => void
}

/** Asks before something that cannot be undone. Keeping things as they are is what Enter does. */
export function ConfirmDialog({ title, isOpen, action, children, onCancel, onConfirm }: ConfirmDialogProps) {
  return (
    <Dialog
      title={title}
      isOpen={isOpen}
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
          <Button size="lg" look="danger" onPress={onConfirm}>
            {action}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  )
}
