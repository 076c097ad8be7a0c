import { Component, type ReactNode } from 'react'
import { Button } from '../ui/Button'
import { EmptyState } from '../ui/EmptyState'

/** Says plainly that something broke, instead of a blank window. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state: { error: Error | null } = { error: null }

  static getDerivedStateFromError(error: unknown): { error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  override render(): ReactNode {
    const { error } = this.state
    if (!error) return this.props.children
    return (
      <main role="alert">
        <EmptyState title="Something in this window broke">
          <p>
            Your library is safe: articles, highlights and notes are stored as you make them. Reload the window to go
            on.
          </p>
          <p className="quiet">{error.message}</p>
          <Button look="primary" onPress={() => window.location.reload()}>
            Reload the window
          </Button>
        </EmptyState>
      </main>
    )
  }
}
