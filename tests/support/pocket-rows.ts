/** An export of Pocket with so many rows, on a hundred sites. */
export function pocketRows(count: number): Uint8Array<ArrayBuffer> {
  const rows = Array.from(
    { length: count },
    (_, at) =>
      `"A page, number ${at}",https://site${at % 100}.example/pages/${at}?from=pocket,${1_500_000_000 + at},tag${at % 50}|later,${at % 3 === 0 ? 'archive' : 'unread'}`,
  )
  return new Uint8Array(Buffer.from(`title,url,time_added,tags,status\n${rows.join('\n')}\n`))
}
