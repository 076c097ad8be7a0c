import { annotations } from './annotations'
import { archives } from './archives'
import { articles } from './articles'
import { ask } from './ask'
import { backups } from './backups'
import { conversations } from './conversations'
import type { ClientOf, HandlersOf } from './define'
import { exports } from './exports'
import { host } from './host'
import { imports } from './imports'
import { library } from './library'
import { migrating } from './migrating'
import { models } from './models'
import { notes } from './notes'
import { originals } from './originals'
import { outputs } from './outputs'
import { review } from './review'
import { savedSearches } from './saved-searches'
import { search } from './search'
import { settings } from './settings'
import { snapshots } from './snapshots'
import { sync } from './sync'
import { tags } from './tags'
import { topics } from './topics'

/** Every call that the backend answers. */
export const contract = {
  annotations,
  archives,
  articles,
  ask,
  backups,
  conversations,
  exports,
  imports,
  library,
  migrating,
  models,
  notes,
  originals,
  outputs,
  review,
  savedSearches,
  search,
  settings,
  snapshots,
  sync,
  tags,
  topics,
}
export type Contract = typeof contract

/** Calls that the host answers itself. */
export const hostContract = { host }
export type HostContract = typeof hostContract

export type Handlers = HandlersOf<Contract>
export type HostHandlers = HandlersOf<HostContract>
export type Client = ClientOf<Contract & HostContract>
