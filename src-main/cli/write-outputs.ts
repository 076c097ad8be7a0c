import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { LecternError } from '@shared/contract/errors'
import { writeFileSafely } from '../core/files/write-file'
import type { PlannedOutput } from '../core/exports/outputs/output-files'
import type { Library } from '../core/library'
import { ExitCode, jsonLine, type Io } from './command'

interface Written {
  readonly name: string
  readonly bytes: number
  readonly outcome: 'written' | 'unchanged'
}

/** Makes an output and writes it to a folder, file by file; without a folder its only file goes to standard output. */
export async function writeOutputs(
  { planOutput }: Library,
  request: PlannedOutput,
  { to, dryRun, json }: { readonly to: string | null; readonly dryRun: boolean; readonly json: boolean },
  io: Io,
): Promise<ExitCode> {
  const { files, documents } = planOutput(request)
  if (to === null && !dryRun && documents > 1) {
    throw new LecternError(
      'unsupported-here',
      'This makes several files, so nothing was written. Say with --to where to put them.',
    )
  }
  const written: Written[] = []
  for await (const { name, bytes } of files()) {
    if (to === null) {
      if (!dryRun && written.length === 0) io.out(new TextDecoder().decode(bytes))
      written.push({ name, bytes: bytes.byteLength, outcome: 'written' })
      continue
    }
    const path = join(to, name)
    const isSame = await holds(path, bytes)
    if (!isSame && !dryRun) await writeFileSafely(path, bytes)
    written.push({ name, bytes: bytes.byteLength, outcome: isSame ? 'unchanged' : 'written' })
  }
  if (to === null && !dryRun) {
    if (written.length > 1) io.err('Its pictures are not written: say with --to where to put them.\n')
  } else if (json) io.out(jsonLine({ dryRun, files: written }))
  else for (const { name, bytes, outcome } of written) io.out(`${outcome.padEnd(9)}  ${name}  (${bytes} bytes)\n`)
  if (written.length === 0) io.err('There is nothing to export.\n')
  return ExitCode.ok
}

/** Whether a file has these very bytes: then it is left alone, its time too. */
async function holds(path: string, bytes: Uint8Array): Promise<boolean> {
  try {
    return (await stat(path)).size === bytes.byteLength && Buffer.compare(await readFile(path), bytes) === 0
  } catch {
    return false
  }
}
