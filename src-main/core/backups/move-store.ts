import BetterSqlite3 from 'better-sqlite3'

/** Tells a moved library where its own copies of ZIM archives now are. */
export function moveArchivePaths(file: string, from: string, to: string): void {
  const db = new BetterSqlite3(file, { fileMustExist: true })
  try {
    db.prepare(
      'UPDATE archives SET path = @to || substr(path, length(@from) + 1) WHERE is_copy = 1 AND substr(path, 1, length(@from)) = @from',
    ).run({ from, to })
  } finally {
    db.close()
  }
}
