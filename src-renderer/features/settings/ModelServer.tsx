import { CircleAlert, CircleCheck } from 'lucide-react'
import { useState } from 'react'
import { LecternError } from '@shared/contract/lectern-error'
import type { AskSettings } from '@shared/domain/settings'
import { useClient } from '../../client/client'
import { useLookAtServer, useModels } from '../../client/models'
import { Button } from '../../ui/controls/Button'
import { reportError } from '../../ui/undo/perform'
import { Select } from '../../ui/controls/Select'
import { TextField } from '../../ui/controls/TextField'
import { ConsentDialog } from './ConsentDialog'

interface ModelServerProps {
  readonly ask: AskSettings
  readonly onChange: (part: Partial<AskSettings>) => void
}

/** The model server: its address, whether it answers, and which of its models writes. */
export function ModelServer({ ask, onChange }: ModelServerProps) {
  const [address, setAddress] = useState(ask.address)
  const client = useClient()
  const look = useLookAtServer()
  // The server that was set up before is asked by itself, and quietly: it need not run while one looks at the settings.
  const [savedAddress] = useState(ask.address)
  const saved = useModels(savedAddress)
  const [consent, setConsent] = useState<{ origin: string; addresses: readonly string[] } | null>(null)
  const isUntried = look.isIdle
  const found = look.data ?? (isUntried ? saved.data : undefined)

  const test = (typed: string) => {
    look.mutate(typed, {
      onSuccess: ({ address: known, protocol, models }) => {
        setAddress(known)
        const model = models.includes(ask.model) ? ask.model : (models[0] ?? '')
        onChange({ address: known, protocol, model, answers: model === '' ? 'embedded' : 'model' })
      },
      onError: (error) => setConsent(consentOf(error)),
    })
  }
  const problem = look.error && !consent ? look.error.message : null
  const models = [
    ...new Set([...(found?.models ?? []), ...(ask.model === '' || found?.models.length === 0 ? [] : [ask.model])]),
  ]
  return (
    <>
      <form
        className="ask-section__server"
        onSubmit={(event) => {
          event.preventDefault()
          if (address.trim() !== '') test(address)
        }}
      >
        <TextField
          label="Address of the model server"
          labelShown
          value={address}
          onChange={setAddress}
          placeholder="http://localhost:11434"
        />
        <Button type="submit" isDisabled={address.trim() === '' || look.isPending}>
          Test connection
        </Button>
      </form>
      <p className="ask-section__said" role="status" data-kind={problem ? 'problem' : 'fine'}>
        {look.isPending || (isUntried && saved.isLoading) ? 'Asking the server…' : null}
        {isUntried && saved.isError ? quietWords(ask.model) : null}
        {problem ? (
          <>
            <CircleAlert aria-hidden /> {problem}
          </>
        ) : null}
        {found && !look.isPending ? (
          <>
            <CircleCheck aria-hidden /> {foundWords(found.models.length, found.protocol, found.isLocal)}
          </>
        ) : null}
      </p>
      {models.length > 0 ? (
        <div className="settings-row">
          Model
          <Select
            label="Model"
            value={ask.model}
            options={models.map((name) => ({ value: name, label: name }))}
            onChange={(model) => onChange({ model, answers: 'model' })}
          />
        </div>
      ) : null}
      <ConsentDialog
        asked={consent}
        onRefuse={() => setConsent(null)}
        onAgree={(origin) => {
          setConsent(null)
          const allowed = [...new Set([...ask.allowed, origin])]
          // The server is looked at only where it is allowed already.
          client.settings
            .update({ ask: { allowed } })
            .then(() => test(address))
            .catch(reportError)
        }}
      />
    </>
  )
}

function consentOf(error: unknown): { origin: string; addresses: readonly string[] } | null {
  if (!(error instanceof LecternError) || error.code !== 'consent-needed') return null
  const { details } = error
  if (typeof details !== 'object' || details === null || Array.isArray(details)) return null
  const { origin, addresses } = details
  if (typeof origin !== 'string' || !Array.isArray(addresses)) return null
  return { origin, addresses: addresses.filter((one) => typeof one === 'string') }
}

function quietWords(model: string): string {
  const kept = model === '' ? '' : ` ${model} stays chosen.`
  return `The server does not answer now.${kept} Until it does, passages are the answers.`
}

function foundWords(count: number, protocol: AskSettings['protocol'], isLocal: boolean): string {
  const name = protocol === 'ollama' ? 'Ollama' : 'OpenAI-compatible'
  const models = count === 0 ? 'no models yet' : count === 1 ? '1 model' : `${count} models`
  return `Connected: ${name}, ${models}, ${isLocal ? 'on this computer' : 'not on this computer'}.`
}
