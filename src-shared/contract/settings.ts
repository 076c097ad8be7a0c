import { z } from 'zod'
import { Settings, SettingsChange } from '../domain/settings'
import { method } from './define'

export const settings = {
  get: method(z.void(), Settings),
  /** Changes what is given, within objects too, and returns the whole. */
  update: method(SettingsChange, Settings),
}
