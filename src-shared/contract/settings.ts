import { z } from 'zod'
import { Settings } from '../domain/settings'
import { method } from './define'

export const settings = {
  get: method(z.void(), Settings),
  /** Changes what is given and returns the whole. */
  update: method(Settings.partial(), Settings),
}
