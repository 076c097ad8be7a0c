import { z } from 'zod'
import { changeSettings } from '@shared/domain/change-settings'
import { DEFAULT_SETTINGS, Settings, type SettingsChange } from '@shared/domain/settings'
import type { Database } from '../database/database'

export type SettingsStore = ReturnType<typeof createSettingsStore>

const Stored = Settings.partial()

const Rows = z.array(z.object({ name: z.string(), value: z.string() }))

/** Keeps what a person set, one row each; what was never set, or does not fit any more, has its default. */
export function createSettingsStore(db: Database) {
  const rows = db.prepare('SELECT name, value FROM settings')
  const put = db.prepare(
    'INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  )

  const get = (): Settings => {
    const stored: Record<string, unknown> = {}
    for (const { name, value } of Rows.parse(rows.all())) {
      const shape = Object.hasOwn(Settings.shape, name) ? Stored.safeParse({ [name]: parseJson(value) }) : undefined
      if (shape?.success === true) Object.assign(stored, shape.data)
    }
    return Settings.parse({ ...DEFAULT_SETTINGS, ...stored })
  }

  return {
    get,
    /** Changes what is given, within objects too, and answers all settings. */
    update: (change: SettingsChange): Settings =>
      db
        .transaction(() => {
          const changed = changeSettings(get(), change)
          for (const [name, value] of Object.entries(changed))
            if (Object.hasOwn(change, name)) put.run(name, JSON.stringify(value))
          return changed
        })
        .immediate(),
  }
}

/** Null, which no setting takes, for what is not JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
