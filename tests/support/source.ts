import type { Source } from '../../src-main/core/imports/reading/read-source'

/** A file that was chosen, as imports hand it to a reader. */
export function fileSource(name: string, content: string | Uint8Array, given: Partial<Source> = {}): Source {
  return {
    bytes: new Uint8Array(Buffer.from(content)),
    name,
    format: 'auto',
    via: 'file',
    url: null,
    contentType: null,
    folder: null,
    ...given,
  }
}
