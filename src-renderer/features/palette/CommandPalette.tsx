import { useState } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { PaletteBox } from './PaletteBox'
import './CommandPalette.css'

/** Finds any command, and what the library holds, by typing. */
export function CommandPalette({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  // Opened again while it fades, it begins anew, too.
  const [opening, setOpening] = useState({ isOpen, count: 0 })
  if (isOpen !== opening.isOpen) setOpening({ isOpen, count: opening.count + Number(isOpen) })
  return (
    <ModalOverlay
      className="dialog-scrim palette-scrim"
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      isDismissable
    >
      <Modal className="palette">
        <Dialog className="palette__box" aria-label="Commands">
          <PaletteBox key={opening.count} onClose={onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
