import type { ReactNode } from 'react'
import { Button, Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { X } from 'lucide-react'
import './Dialog.css'

export interface DialogProps {
  title: string
  isOpen: boolean
  onOpenChange: (open: boolean) => void
  children: ReactNode
  /** Buttons at its foot. */
  footer?: ReactNode
  /** `alertdialog` for a question that must be answered. */
  role?: 'dialog' | 'alertdialog'
  width?: 'sm' | 'md' | 'lg'
}

/** A modal dialog: Esc and a press outside close it, focus returns to where it came from. */
export function Dialog({ title, isOpen, onOpenChange, children, footer, role = 'dialog', width = 'md' }: DialogProps) {
  return (
    <ModalOverlay
      className="dialog-scrim"
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable={role === 'dialog'}
    >
      <Modal className={`dialog dialog--${width}`}>
        <AriaDialog className="dialog__box" role={role}>
          <header className="dialog__head">
            <Heading slot="title" level={2} className="dialog__title">
              {title}
            </Heading>
            <Button slot="close" className="icon-button" aria-label="Close">
              <X aria-hidden />
            </Button>
          </header>
          <div className="dialog__body">{children}</div>
          {footer && <footer className="dialog__foot">{footer}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
