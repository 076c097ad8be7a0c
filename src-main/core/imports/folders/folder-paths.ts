/**
 * Where in a dropped folder a picture may lie, most likely first: where the page says, with its accents written in one or in two
 * characters, as systems differ; for one that was on the disk of whoever saved the page, by the end of its path, which is the page's
 * own folder and the file.
 * @param src as the page writes it
 * @param page the page's folder within what was dropped, `/` between parts
 */
export function folderPaths(src: string, page: string): string[] {
  const isDisk = /^file:/iu.test(src)
  if (!isDisk && /^(?:[a-z][a-z\d+.-]*:|\/\/)/iu.test(src)) return []
  const path = decoded(src.replace(/^file:\/*/iu, ''))
  if (path === null) return []
  const parts = path.split('/').filter((part) => part !== '')
  const paths = isDisk ? [parts.slice(-2), parts.slice(-3), parts.slice(-1)].map((tail) => tail.join('/')) : [path]
  return [...new Set(paths.flatMap((tail) => [tail, tail.normalize('NFC'), tail.normalize('NFD')]))].map(
    (tail) => `${page}/${tail}`,
  )
}

function decoded(src: string): string | null {
  try {
    return decodeURIComponent(src.replace(/[?#].*$/su, '')).replace(/\\/gu, '/')
  } catch {
    return null
  }
}
