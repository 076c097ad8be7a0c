import { LecternError } from '@shared/contract/errors'
import { WebRefusal } from './web-request'

/** Says for a person why nothing came from an address: the system says it in codes. */
export function fetchFailure(url: string, error: unknown): LecternError {
  if (error instanceof WebRefusal) {
    const code = error.reason === 'too-large' ? 'too-large' : 'fetch-failed'
    return new LecternError(code, `${url} ${REFUSALS[error.reason]} Nothing was added.`)
  }
  return new LecternError('fetch-failed', `${reason(url, codesOf(error))} Nothing was added.`, undefined, {
    cause: error,
  })
}

const REFUSALS: Record<WebRefusal['reason'], string> = {
  private: 'leads to an address of this computer or its network, where only what you type yourself may lead.',
  scheme: 'leads to something that is not a web address.',
  port: 'leads to a port that is not used for web pages.',
  redirects: 'redirects more than 10 times.',
  'bad-redirect': 'leads to an address that is none.',
  'too-large': 'has more than 32 MB.',
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
  if (/Z_[A-Z]+_ERROR|Z_BUF|ERR__?BROTLI|BROTLI/u.test(codes))
    return `What ${host} sent is packed wrongly and cannot be read.`
  if (/ECONNRESET|EPIPE|UND_ERR_SOCKET|terminated|aborted|ERR_STREAM_PREMATURE|HPE_/u.test(codes))
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
