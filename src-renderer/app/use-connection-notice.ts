import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { LecternError } from '@shared/contract/lectern-error'
import { showToast } from '../ui/undo/toasts'

const isLost = (error: unknown) => error instanceof LecternError && error.code === 'backend-lost'

/** Says once that the library does not answer, and takes it back when it does again. */
export function useConnectionNotice(): void {
  const queryClient = useQueryClient()
  useEffect(() => {
    let close: (() => void) | null = null
    return queryClient.getQueryCache().subscribe((event) => {
      if (event.type !== 'updated') return
      const { action } = event
      if ((action.type === 'failed' || action.type === 'error') && isLost(action.error)) {
        close ??= showToast({
          message:
            'The library does not answer just now. What was saved is safe; what you write is kept here until it does.',
          kind: 'error',
        })
      } else if (action.type === 'success') {
        close?.()
        close = null
      }
    })
  }, [queryClient])
}
