import { type DragEvent, useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import { CITATION_LANGUAGES } from '@shared/domain/citation-style'
import type { OwnStyleId } from '@shared/domain/output'
import type { CitationLanguage } from '@shared/domain/settings'
import { styleOptions, useCitationStyles } from '../../../client/citation-styles'
import { useClient } from '../../../client/client'
import { useSettings, useUpdateSettings } from '../../../client/settings'
import { Button } from '../../../ui/controls/Button'
import { perform } from '../../../ui/undo/perform'
import { Select } from '../../../ui/controls/Select'
import { showToast } from '../../../ui/undo/toasts'
import './CitingSettings.css'

const LANGUAGES: readonly { value: CitationLanguage; label: string }[] = [
  { value: 'style', label: 'The style’s own' },
  ...Object.entries(CITATION_LANGUAGES).flatMap(([tag, label]) => (isLanguage(tag) ? [{ value: tag, label }] : [])),
]

/** How sources are cited: the style, its language, and styles of one’s own. */
export function CitingSettings() {
  const client = useClient()
  const { citationStyle, citationLanguage } = useSettings()
  const update = useUpdateSettings()
  const styles = useCitationStyles()
  const [problem, setProblem] = useState<string | null>(null)
  const own = styles.flatMap(({ own: id, title }) => (id === null ? [] : [{ id, title }]))

  async function add(files: readonly File[]): Promise<void> {
    setProblem(null)
    try {
      for (const file of files) {
        const { id, title } = await client.outputs.addStyle({ name: file.name, csl: await file.text() })
        await client.settings.update({ citationStyle: id })
        showToast({ message: `${title} was added, and is used from now on` })
      }
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error))
    }
  }

  function remove(id: OwnStyleId, title: string): void {
    const wasUsed = citationStyle === id
    let current = id
    void perform({
      run: () => client.outputs.removeStyle({ id: current }),
      label: () => `${title} was removed`,
      undo: async ({ csl }) => {
        const { own: back } = await client.outputs.addStyle({ name: title, csl })
        if (back === null) return
        current = back
        if (wasUsed) await client.settings.update({ citationStyle: back })
      },
    })
  }

  function drop(event: DragEvent): void {
    const files = [...event.dataTransfer.files].filter(({ name }) => /\.csl$/iu.test(name))
    if (files.length === 0) return
    // Elsewhere a dropped file is brought in as an article.
    event.preventDefault()
    void add(files)
  }

  return (
    <section className="citing-settings" aria-labelledby="settings-citing" onDrop={drop}>
      <h2 id="settings-citing">Citations</h2>
      <div className="settings-row">
        <span>
          Style
          <span className="settings-row__help">Of copied citations, bibliographies and dossiers</span>
        </span>
        <Select
          label="Citation style"
          value={citationStyle}
          options={styleOptions(styles)}
          onChange={(style) => update({ citationStyle: style })}
        />
      </div>
      <div className="settings-row">
        <span>
          Language
          <span className="settings-row__help">Of months, “and”, “accessed” and the like</span>
        </span>
        <Select
          label="Language of citations"
          value={citationLanguage}
          options={LANGUAGES}
          onChange={(language) => update({ citationLanguage: language })}
        />
      </div>
      <div className="settings-row">
        <span>
          Other styles
          <span className="settings-row__help">
            Any .csl file, such as those of zotero.org/styles: choose it, or drop it here
          </span>
        </span>
        <FileTrigger acceptedFileTypes={['.csl']} onSelect={(files) => void add([...(files ?? [])])}>
          <Button>Add a style…</Button>
        </FileTrigger>
      </div>
      {problem !== null && (
        <p className="citing-settings__problem" role="alert">
          {problem}
        </p>
      )}
      {own.length > 0 && (
        <ul className="citing-settings__own" aria-label="Styles that you added">
          {own.map(({ id, title }) => (
            <li key={id}>
              <span className="grow">{title}</span>
              <Button look="ghost" aria-label={`Remove ${title}`} onPress={() => remove(id, title)}>
                Remove
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function isLanguage(tag: string): tag is keyof typeof CITATION_LANGUAGES {
  return Object.hasOwn(CITATION_LANGUAGES, tag)
}
