/** A picture is the same in whatever size: `a-800x600.jpg?w=200` is `a.jpg`. Names that any picture may have take their folder's. */
export function pictureKey(address: string): string {
  const path = address.replace(/[?#].*$/su, '')
  if (/^data:/iu.test(address)) return ''
  const parts = path.split('/').filter((part) => part !== '')
  const name = (parts[parts.length - 1] ?? '')
    .toLowerCase()
    .replace(/\.(?:jpe?g|png|gif|webp|avif)$/u, '')
    .replace(
      /(?:[-_](?:\d{2,4}x\d{2,4}|\d{3,4}w?|scaled|(?:x|xx|ex)?large|medium|x?small|mini|super|full|plus|thumb)|@\dx)+$/u,
      '',
    )
  return name.length >= 8 || parts.length < 2 ? name : `${parts[parts.length - 2] ?? ''}/${name}`.toLowerCase()
}
