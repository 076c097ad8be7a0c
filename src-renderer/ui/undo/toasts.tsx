import {
  Button,
  Text,
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components'
import { X } from 'lucide-react'
import './toasts.css'

/** A short message at the foot of the window. */
export interface ToastMessage {
  message: string
  action?: { label: string; run: () => void }
  /** An error stays until it is closed. */
  kind?: 'info' | 'error'
}

const SHOWN_FOR = 8000
const MOST_PASSING = 2
const queue = new ToastQueue<ToastMessage>({ maxVisibleToasts: 5 })

/** Messages that are shown and go by themselves, oldest first. */
let passing: string[] = []

/**
 * Shows a message for 8 s (paused by hover and focus), an error until it is closed. Of messages that pass only the last
 * two are kept: an older one must not come back when a newer has gone. Returns what closes it.
 */
export function showToast(toast: ToastMessage): () => void {
  if (toast.kind === 'error') {
    const key = queue.add(toast)
    return () => queue.close(key)
  }
  const key = queue.add(toast, {
    timeout: SHOWN_FOR,
    onClose: () => (passing = passing.filter((other) => other !== key)),
  })
  passing = [...passing, key]
  for (const old of passing.slice(0, -MOST_PASSING)) queue.close(old)
  return () => queue.close(key)
}

/** Where toasts appear; once per window. F6 reaches it. */
export function Toasts() {
  return (
    <ToastRegion queue={queue} className="toasts" aria-label="Messages">
      {({ toast }) => (
        <Toast toast={toast} className="toast" data-kind={toast.content.kind ?? 'info'}>
          <ToastContent className="toast__text">
            <Text slot="title">{toast.content.message}</Text>
          </ToastContent>
          {toast.content.action && (
            <Button
              className="toast__action"
              onPress={() => {
                toast.content.action?.run()
                queue.close(toast.key)
              }}
            >
              {toast.content.action.label}
            </Button>
          )}
          <Button slot="close" className="toast__close" aria-label="Close message">
            <X className="icon icon--sm" aria-hidden />
          </Button>
        </Toast>
      )}
    </ToastRegion>
  )
}
