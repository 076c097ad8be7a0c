import { notifyManager, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import type { Client, Contract, HostContract } from '@shared/contract'
import { createClient } from '@shared/contract/client'
import type { LecternEvent } from '@shared/contract/events'
import { LecternError } from '@shared/contract/lectern-error'
import type { Transport } from '@shared/contract/transport'
import { createChangedAnnotations } from './changed-annotations'
import { createInvalidator } from './coalesce'
import { invalidatedBy } from './invalidations'
import { isLecternEvent } from './lectern-event'

interface Connection {
  client: Client
  transport: Transport
}

const ConnectionContext = createContext<Connection | null>(null)

/** What changed is drawn before the next key or click is handled, so that two quick ones do not both act on the first value. */
notifyManager.setScheduler(queueMicrotask)

function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // Everything is on this computer and events say when it changed, so nothing grows stale by itself.
        staleTime: Infinity,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        networkMode: 'always',
        retryDelay: 400,
        retry: (count, error) => count < 5 && error instanceof LecternError && error.code === 'backend-lost',
      },
      mutations: { networkMode: 'always' },
    },
  })
}

/** Gives all below it the client over `transport`, and keeps query results true as events arrive. */
export function ClientProvider({ transport, children }: { transport: Transport; children: ReactNode }) {
  const connection = useMemo(
    () => ({ client: createClient<Contract & HostContract>(transport), transport }),
    [transport],
  )
  const [queryClient] = useState(createQueryClient)

  useEffect(() => {
    const readChanged = createChangedAnnotations(queryClient, connection.client)
    const invalidate = createInvalidator(queryClient)
    return transport.subscribe((event) => {
      if (!isLecternEvent(event)) return
      for (const queryKey of invalidatedBy(event)) invalidate(queryKey)
      if (event.name === 'annotations.changed') void readChanged(event)
    })
  }, [transport, connection, queryClient])

  return (
    <ConnectionContext.Provider value={connection}>
      <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
    </ConnectionContext.Provider>
  )
}

function useConnection(): Connection {
  const connection = useContext(ConnectionContext)
  if (!connection) throw new Error('There is no ClientProvider above')
  return connection
}

/** The contract's client: every call of the backend and of the host. Calls reject with `LecternError`. */
export function useClient(): Client {
  return useConnection().client
}

/** Hears every event of the backend while mounted. `listener` must be stable. */
export function useLecternEvents(listener: (event: LecternEvent) => void): void {
  const { transport } = useConnection()
  useEffect(
    () =>
      transport.subscribe((event) => {
        if (isLecternEvent(event)) listener(event)
      }),
    [transport, listener],
  )
}

/** Gives a promise of the next event of the backend, whichever it is, for waiting on what a call began. */
export function useNextEvent(): () => Promise<void> {
  const { transport } = useConnection()
  return useCallback(
    () =>
      new Promise((resolve) => {
        const stop = transport.subscribe(() => {
          stop()
          resolve()
        })
      }),
    [transport],
  )
}
