import { readFile } from 'node:fs/promises'
import { ImportSource, MAX_FILE_BYTES } from '@shared/contract/imports'
import { collectSources, type FoundSource } from './collect-sources'

/** Something that was named and cannot be brought in. */
export interface Refusal {
  readonly kind: 'refused'
  readonly name: string
  readonly code: 'not-found' | 'too-large' | 'invalid-call'
  readonly message: string
}

/** What was named on the command line as sources, one file in memory at a time. */
export async function* toSources(named: readonly string[]): AsyncGenerator<ImportSource | Refusal> {
  for await (const found of collectSources(named)) yield asSource(found)
}

async function asSource(found: FoundSource): Promise<ImportSource | Refusal> {
  switch (found.kind) {
    case 'missing':
      return refuse(found.path, 'not-found', found.reason)
    case 'url': {
      const source = ImportSource.safeParse(found)
      return source.success
        ? source.data
        : refuse(found.url, 'invalid-call', 'This is not an address that can be fetched.')
    }
    case 'file': {
      const { bytes, file, path } = found
      const most = `It has more than ${MAX_FILE_BYTES / 1024 / 1024} MB, the most a file may have.`
      return bytes > MAX_FILE_BYTES
        ? refuse(path, 'too-large', most)
        : { kind: 'file', path, bytes: new Uint8Array(await readFile(file)) }
    }
  }
}

function refuse(name: string, code: Refusal['code'], message: string): Refusal {
  return { kind: 'refused', name, code, message }
}
