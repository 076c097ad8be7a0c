import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { PaletteBox } from './PaletteBox'
import './CommandPalette.css'

/** Finds any command, note or article by typing. */
export function CommandPalette({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
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
          <PaletteBox onClose={onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
