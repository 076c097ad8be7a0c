import { droppedFiles } from './dropped-files'
import { withoutArchives } from './archive-files'
import { openDialog } from '../dialogs/dialogs'
import { reportError } from '../undo/perform'

let over = false
const listeners = new Set<() => void>()

function setOver(next: boolean): void {
  if (over === next) return
  over = next
  for (const listener of listeners) listener()
}

/** Whether files are being dragged over the window. */
export function isDraggingFiles(): boolean {
  return over
}

/** Hears when that changes. */
export function subscribeToFileDrag(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false

/**
 * Makes a document take dropped files, wherever they fall; without this a browser would leave the app and show the
 * file. For the window's own document and for the reading frame's. Returns what stops it.
 */
export function takeDroppedFiles(document: Document): () => void {
  const onOver = (event: DragEvent) => {
    if (!hasFiles(event)) return
    event.preventDefault()
    setOver(true)
  }
  const onLeave = (event: DragEvent) => {
    if (event.relatedTarget === null) setOver(false)
  }
  const onDrop = (event: DragEvent) => {
    if (!hasFiles(event) || !event.dataTransfer) return
    setOver(false)
    // A note takes pictures.
    if (event.defaultPrevented) return
    event.preventDefault()
    droppedFiles(event.dataTransfer)
      .then((dropped) => {
        const files = withoutArchives(dropped)
        if (files.length > 0 || dropped.length === 0) openDialog({ name: 'import', way: 'files', files })
      })
      .catch(reportError)
  }
  document.addEventListener('dragenter', onOver)
  document.addEventListener('dragover', onOver)
  document.addEventListener('dragleave', onLeave)
  document.addEventListener('drop', onDrop)
  return () => {
    document.removeEventListener('dragenter', onOver)
    document.removeEventListener('dragover', onOver)
    document.removeEventListener('dragleave', onLeave)
    document.removeEventListener('drop', onDrop)
  }
}
