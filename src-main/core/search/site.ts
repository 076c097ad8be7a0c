import { fold } from '@shared/text/fold'

/**
 * Whether an article comes from a site: a host with those it holds (`wikipedia.org` for `en.wikipedia.org`), an address with what
 * lies below it (`example.org/blog`), or a part of its name.
 */
export function isFromSite(url: string, siteName: string, value: string): boolean {
  const wanted = value
    .replace(/^https?:\/\//u, '')
    .replace(/^www\./u, '')
    .replace(/\/+$/u, '')
  if (wanted === '') return false
  const address = /^https?:\/\/(?:[^/@]*@)?(?:www\.)?(?<host>[^/:?#]*)(?::\d+)?(?<path>[^?#]*)/iu.exec(url)
  const host = (address?.groups?.['host'] ?? '').toLowerCase()
  const [wantedHost = '', ...rest] = wanted.split('/')
  if (rest.length > 0) {
    const path = (address?.groups?.['path'] ?? '').toLowerCase()
    return isWithin(host, wantedHost) && `${path}/`.startsWith(`/${rest.join('/')}/`)
  }
  return isWithin(host, wanted) || host.split('.').includes(wanted) || fold(siteName).includes(fold(wanted))
}

function isWithin(host: string, wanted: string): boolean {
  return host === wanted || host.endsWith(`.${wanted}`)
}
