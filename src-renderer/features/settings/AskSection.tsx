import { useState } from 'react'
import type { AskSettings } from '@shared/domain/settings'
import { useSettings, useUpdateSettings } from '../../client/settings'
import { Button } from '../../ui/controls/Button'
import { SegmentedControl } from '../../ui/controls/SegmentedControl'
import { Select } from '../../ui/controls/Select'
import './AskSection.css'
import { ModelServer } from './ModelServer'

const CONTEXTS = [2048, 4096, 8192, 16_384, 32_768] as const

/** What questions are put to, who answers, and where. */
export function AskSection() {
  const { ask } = useSettings()
  const update = useUpdateSettings()
  const change = (part: Partial<AskSettings>): void => update({ ask: part })
  const [isOpen, setOpen] = useState(ask.answers === 'model')
  return (
    <div className="ask-section">
      <section aria-labelledby="settings-scope">
        <h2 id="settings-scope">Questions</h2>
        <div className="settings-row">
          A new question is put to
          <SegmentedControl
            label="A new question is put to"
            value={ask.scope}
            options={[
              { value: 'here', label: 'What is open' },
              { value: 'library', label: 'Whole library' },
            ]}
            onChange={(scope) => change({ scope })}
          />
        </div>
      </section>
      <section aria-labelledby="settings-answers">
        <h2 id="settings-answers">Where answers come from</h2>
        <p>
          Lectern finds the passages that answer, in your articles and on this computer, without a language model.
          Nothing is sent anywhere.
        </p>
        <div className="settings-row">
          Answers
          <SegmentedControl
            label="Answers"
            value={isOpen ? 'model' : 'embedded'}
            options={[
              { value: 'embedded', label: 'Passages' },
              { value: 'model', label: 'Passages and a local model' },
            ]}
            onChange={(answers) => {
              setOpen(answers === 'model')
              if (answers === 'embedded' || (ask.address !== '' && ask.model !== '')) change({ answers })
            }}
          />
        </div>
      </section>
      {isOpen ? (
        <section aria-labelledby="settings-model">
          <h2 id="settings-model">Local model</h2>
          <p>
            A model server on this computer, such as Ollama, LM Studio or llama.cpp, is given the passages and writes an
            answer from them. Each of its sentences is checked against the passage that it names; what does not hold is
            set apart.
          </p>
          <ModelServer ask={ask} onChange={change} />
          <div className="settings-row">
            <span>
              Room for question, passages and answer
              <span className="settings-row__help">As many tokens as the model takes in; fewer are faster</span>
            </span>
            <Select
              label="Room for question, passages and answer"
              value={String(ask.contextTokens)}
              options={CONTEXTS.map((tokens) => ({
                value: String(tokens),
                label: `${tokens.toLocaleString('en-GB')} tokens`,
              }))}
              onChange={(tokens) => change({ contextTokens: Number(tokens) })}
            />
          </div>
          {ask.allowed.length > 0 ? (
            <ul className="ask-section__allowed" aria-label="Computers that questions may go to">
              {ask.allowed.map((origin) => (
                <li key={origin}>
                  Questions and passages may go to <b>{origin}</b>.
                  <Button
                    look="link"
                    onPress={() => change({ allowed: ask.allowed.filter((other) => other !== origin) })}
                  >
                    Stop allowing it
                  </Button>
                </li>
              ))}
            </ul>
          ) : null}
        </section>
      ) : null}
    </div>
  )
}
