import { annotations } from './annotations'
import { archives } from './archives'
import { articles } from './articles'
import { ask } from './ask'
import type { ClientOf, HandlersOf } from './define'
import { exports } from './exports'
import { host } from './host'
import { imports } from './imports'
import { library } from './library'
import { originals } from './originals'
import { search } from './search'
import { settings } from './settings'
import { snapshots } from './snapshots'

/** Every call that the backend answers. */
export const contract = {
  annotations,
  archives,
  articles,
  ask,
  exports,
  imports,
  library,
  originals,
  search,
  settings,
  snapshots,
}
export type Contract = typeof contract

/** Calls that the host answers itself. */
export const hostContract = { host }
export type HostContract = typeof hostContract

export type Handlers = HandlersOf<Contract>
export type HostHandlers = HandlersOf<HostContract>
export type Client = ClientOf<Contract & HostContract>
