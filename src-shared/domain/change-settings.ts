import type { Settings, SettingsChange } from './settings'

/** The settings after a change. What a change does not name stays, within objects too; `undefined` names nothing. */
export function changeSettings(settings: Settings, change: SettingsChange): Settings {
  const { typography, colourNames, ask, exporting, ...rest } = change
  const { templates, ...otherExporting } = exporting ?? {}
  return {
    ...merge(settings, rest),
    typography: merge(settings.typography, typography),
    colourNames: merge(settings.colourNames, colourNames),
    ask: merge(settings.ask, ask),
    exporting: {
      ...merge(settings.exporting, otherExporting),
      templates: merge(settings.exporting.templates, templates),
    },
  }
}

function merge<T extends object>(base: T, change: { [K in keyof T]?: T[K] | undefined } = {}): T {
  const named = Object.entries(change).filter(([, value]) => value !== undefined)
  return { ...base, ...Object.fromEntries(named) }
}
