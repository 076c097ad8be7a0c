import { Component, type ReactNode } from 'react'
import { LecternError } from '@shared/contract/lectern-error'
import { Button } from '../ui/controls/Button'
import { EmptyState } from '../ui/layout/EmptyState'
import { Recovery } from './Recovery'

const NOT_OPENED: ReadonlySet<string> = new Set([
  'library-too-new',
  'library-not-writable',
  'library-in-use',
  'disk-full',
])

/** Says plainly that the library could not be opened, or that something broke, instead of a blank window. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state: { error: Error | null } = { error: null }

  static getDerivedStateFromError(error: unknown): { error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  override render(): ReactNode {
    const { error } = this.state
    if (!error) return this.props.children
    if (error instanceof LecternError && error.code === 'library-damaged') return <Recovery message={error.message} />
    return <main role="alert">{isNotOpened(error) ? <NotOpened error={error} /> : <Broken error={error} />}</main>
  }
}

function isNotOpened(error: Error): boolean {
  return error instanceof LecternError && NOT_OPENED.has(error.code)
}

function NotOpened({ error }: { error: Error }) {
  return (
    <EmptyState title="The library could not be opened">
      <p>{error.message}</p>
      <p className="quiet">Nothing in it was changed. Close Lectern, and open it again when this is put right.</p>
      {window.lectern !== undefined && (
        <Button look="primary" onPress={() => window.close()}>
          Close Lectern
        </Button>
      )}
    </EmptyState>
  )
}

function Broken({ error }: { error: Error }) {
  return (
    <EmptyState title="Something in this window broke">
      <p>
        Your library is safe: articles, highlights and notes are stored as you make them. Reload the window to go on.
      </p>
      <p className="quiet">{error.message}</p>
      <Button look="primary" onPress={() => window.location.reload()}>
        Reload the window
      </Button>
    </EmptyState>
  )
}
