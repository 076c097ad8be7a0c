import { Download } from 'lucide-react'
import { useEffect, useSyncExternalStore } from 'react'
import { isDraggingFiles, subscribeToFileDrag, takeDroppedFiles } from '../ui/files/file-drag'
import './DropTarget.css'

/** Lets files be dropped anywhere on the window, and says so while they are over it. */
export function DropTarget() {
  useEffect(() => takeDroppedFiles(document), [])
  const isOver = useSyncExternalStore(subscribeToFileDrag, isDraggingFiles)
  if (!isOver) return null
  return (
    <div className="drop-target">
      <div className="drop-target__sign">
        <Download className="icon" aria-hidden />
        Drop to add to your library
      </div>
    </div>
  )
}
