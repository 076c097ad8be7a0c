import type { ErrorData } from '@shared/contract/errors'
import type { ReadArticle } from '../core/imports/reading/read-source'

/** What a worker answers to a source. Errors cross as data, because a class does not survive the way. */
export type ImportAnswer =
  { readonly ok: true; readonly article: ReadArticle } | { readonly ok: false; readonly error: ErrorData }
