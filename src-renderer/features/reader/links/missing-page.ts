/** The address of a page that did not exist when its link was saved; null for other links. MediaWiki's own say `redlink=1`. */
export function missingPage(url: string): string | null {
  if (!/[?&]redlink=1(?:&|$)/u.test(url)) return null
  const page = new URL(url)
  page.search = page.search
    .slice(1)
    .split('&')
    .filter((part) => part !== 'redlink=1' && part !== 'action=edit')
    .join('&')
  return page.href
}

/** Whether an address is that of a page of some wiki. */
export function isWikiPage(url: string): boolean {
  return /^https?:\/\/[^/]+\/(?:wiki\/.|.*index\.php\?title=)/u.test(url)
}
