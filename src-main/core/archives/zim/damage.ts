import { LecternError } from '@shared/contract/errors'

/** Says what is wrong with an archive's bytes, in words that a person can act on. */
export function damaged(name: string, what: string): LecternError {
  return new LecternError(
    'archive-damaged',
    `${name} is damaged: ${what}. The file was not changed. Get the archive again, or check the disk it is on.`,
  )
}

/** Says that an archive's file cannot be read now: gone, moved, or on a drive that is not connected. */
export function unreachable(path: string, error: unknown): LecternError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const why =
    code === 'EACCES' || code === 'EPERM'
      ? 'Lectern may not read this file. Change its permissions, then try again.'
      : 'Connect the drive it is on, or add the archive again from where it is now.'
  const what = code === 'ENOENT' || code === 'ENOTDIR' ? 'is not there' : 'cannot be read'
  return new LecternError('archive-missing', `The archive ${path} ${what}. ${why} What you imported from it is safe.`)
}
