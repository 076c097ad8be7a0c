import { expect, onTestFinished, test } from 'vitest'
import { settings as contract } from '@shared/contract/settings'
import { DEFAULT_SETTINGS } from '@shared/domain/settings'
import { tempFolder } from '../../../tests/support/temp-folder'
import { openDatabase } from '../database/database'
import { settingsHandlers } from './settings'
import { createSettingsStore } from './settings-store'

function openSettings(folder = tempFolder()) {
  const db = openDatabase(folder)
  onTestFinished(() => void db.close())
  const events: string[] = []
  const handlers = settingsHandlers({ store: createSettingsStore(db), emit: ({ name }) => void events.push(name) })
  return { db, folder, events, handlers }
}

test('what nobody set has its default', async () => {
  expect(await openSettings().handlers.get()).toEqual(DEFAULT_SETTINGS)
})

test('a change keeps everything else, and lasts', async () => {
  const { handlers, events, folder } = openSettings()
  const typography = { ...DEFAULT_SETTINGS.typography, size: 22 }
  await handlers.update(contract.update.input.parse({ theme: 'night' }))
  const whole = await handlers.update(contract.update.input.parse({ typography }))
  expect(whole).toEqual({ ...DEFAULT_SETTINGS, theme: 'night', typography })
  expect(events).toEqual(['settings.changed', 'settings.changed'])
  expect(await openSettings(folder).handlers.get()).toEqual(whole)
})

test('of objects, only what is named changes: two who change different parts lose neither', async () => {
  const { handlers, folder } = openSettings()
  const update = (change: unknown) => handlers.update(contract.update.input.parse(change))
  await update({ typography: { size: 22 }, exporting: { templates: { obsidian: { header: 'One' } } } })
  await update({ typography: { justified: true }, colourNames: { pink: 'Unsure' } })
  await update({ exporting: { folder: '/notes', templates: { markdown: { note: 'Two' } } }, ask: { model: 'small' } })
  await update({ exporting: { templates: { obsidian: {} } } })
  const { typography, colourNames, ask, exporting } = DEFAULT_SETTINGS
  expect(await openSettings(folder).handlers.get()).toEqual({
    ...DEFAULT_SETTINGS,
    typography: { ...typography, size: 22, justified: true },
    colourNames: { ...colourNames, pink: 'Unsure' },
    ask: { ...ask, model: 'small' },
    exporting: { ...exporting, folder: '/notes', templates: { obsidian: {}, markdown: { note: 'Two' } } },
  })
})

test('what is undefined names nothing, and what does not fit is refused', async () => {
  const { handlers } = openSettings()
  expect(await handlers.update({ zoom: undefined, typography: { size: undefined, leading: 1.5 } })).toEqual({
    ...DEFAULT_SETTINGS,
    typography: { ...DEFAULT_SETTINGS.typography, leading: 1.5 },
  })
  for (const change of [{ typography: { size: 9 } }, { colourNames: { pink: ' ' } }, { colourNames: { red: 'x' } }])
    expect(contract.update.input.safeParse(change).success).toBe(false)
})

test('stored values that are unknown, unreadable or out of range give way to the default', async () => {
  const { db, handlers } = openSettings()
  const put = db.prepare('INSERT INTO settings (name, value) VALUES (?, ?)')
  put.run('zoom', '9000')
  put.run('theme', '{"broken')
  put.run('density', '"compact"')
  put.run('typography', '{"size":20}')
  put.run('colourNames', '{"red":"x"}')
  put.run('fromTheFuture', 'true')
  put.run('constructor', '1')
  put.run('__proto__', '{"zoom":120}')
  expect(await handlers.get()).toEqual({ ...DEFAULT_SETTINGS, density: 'compact' })
})
