// Before all else, so that each part's own rules come after these.
import './styles/tokens.css'
import './styles/fonts.css'
import './styles/base.css'
import { createRoot } from 'react-dom/client'
import { App } from './app/App'
import { ErrorBoundary } from './app/ErrorBoundary'
import { ClientProvider } from './client/client'
import { pickTransport } from './client/pick-transport'
import { CommandsProvider } from './ui/commands/CommandsProvider'

const container = document.getElementById('root')
if (!container) throw new Error('index.html has no #root')

const transport = await pickTransport()
createRoot(container).render(
  <ClientProvider transport={transport}>
    <ErrorBoundary>
      <CommandsProvider>
        <App />
      </CommandsProvider>
    </ErrorBoundary>
  </ClientProvider>,
)
