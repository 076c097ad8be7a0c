/** A title from a file's name, when the file states none: `on_reading-slowly.txt` is "on reading slowly". Null for no name. */
export function fileTitle(name: string): string | null {
  const file = name.split(/[\\/]/u).pop() ?? ''
  const title = file
    .replace(/\.[\p{L}\p{N}]{1,8}$/u, '')
    .replace(/[_\s]+|(?<=\p{L})-(?=\p{L})/gu, ' ')
    .trim()
  return title === '' ? null : title
}
