import { LecternError } from '@shared/contract/errors'

/** Says for a person why nothing came from an address: `fetch` itself says no more than "fetch failed". */
export function fetchFailure(url: string, error: unknown): LecternError {
  return new LecternError('fetch-failed', `${reason(url, codesOf(error))} Nothing was added.`, undefined, {
    cause: error,
  })
}

function reason(url: string, codes: string): string {
  const host = URL.canParse(url) ? new URL(url).host : url
  if (/ENOTFOUND|EAI_AGAIN|EAI_NODATA/u.test(codes)) {
    return `No site called ${host} could be found. Check the address and that this computer is online.`
  }
  if (/ECONNREFUSED/u.test(codes)) return `${host} refused the connection. Check the address, or try again later.`
  if (/ENETUNREACH|EHOSTUNREACH|ENETDOWN|EADDRNOTAVAIL/u.test(codes)) {
    return `${host} cannot be reached. Check that this computer is online.`
  }
  if (/TIMEOUT|ETIMEDOUT/u.test(codes)) return `${host} did not answer in time. Try again later.`
  if (/CERT|SSL|TLS|SELF_SIGNED|EPROTO|UNABLE_TO_VERIFY/u.test(codes)) {
    return `The connection to ${host} is not secure: its certificate is not in order.`
  }
  if (/bad port/u.test(codes)) return `${host} names a port that is not used for web pages.`
  if (/Z_[A-Z]+_ERROR|Z_BUF|ERR__?BROTLI/u.test(codes)) return `What ${host} sent is packed wrongly and cannot be read.`
  if (/ECONNRESET|EPIPE|UND_ERR_SOCKET|terminated/u.test(codes))
    return `${host} broke off the connection. Try again later.`
  return `${url} could not be fetched.`
}

/** All codes and messages of an error and its causes; several tries (IPv6, IPv4) come as an AggregateError. */
function codesOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error ? String(error.code) : ''
  const inner = error instanceof AggregateError ? error.errors.map(codesOf).join(' ') : ''
  return `${code} ${error.message} ${inner} ${error.cause === undefined ? '' : codesOf(error.cause)}`
}
