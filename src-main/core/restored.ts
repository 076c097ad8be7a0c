import { LecternError } from '@shared/contract/errors'

interface Restored {
  /** What it is called, one and many: `note`, `notes`. */
  readonly one: string
  readonly many: string
  /** How many were to come back. */
  readonly wanted: number
  /** How many of them there are, now that they are back. */
  readonly there: number
}

/**
 * Says what did not come back from Trash, because it was deleted for good since. The rest is back by then.
 * @throws not-found
 */
export function checkRestored({ one, many, wanted, there }: Restored): void {
  const gone = wanted - there
  if (gone <= 0) return
  const what =
    wanted === 1
      ? `This ${one} was deleted for good in the meantime and cannot be restored. Nothing was changed.`
      : there === 0
        ? `These ${wanted} ${many} were deleted for good in the meantime and cannot be restored. Nothing was changed.`
        : `Of ${wanted} ${many}, ${gone} ${gone === 1 ? 'was' : 'were'} deleted for good in the meantime and cannot be restored. The others are back.`
  throw new LecternError('not-found', what)
}
