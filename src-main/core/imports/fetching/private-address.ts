/** Networks that are no part of the public Internet (IANA special-purpose registries, RFC 6890 and its successors). */
const PRIVATE_IPV4: readonly (readonly [address: string, bits: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  // Shared by customers of a carrier (RFC 6598).
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  // Link-local; cloud machines answer questions about themselves at 169.254.169.254.
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  // Multicast, and what is reserved, with the broadcast address.
  ['224.0.0.0', 3],
]

/**
 * Whether an IP address, as the resolver or a URL's host names it, belongs to this computer, its network, or nobody. What is no IP
 * address counts as private.
 */
export function isPrivateAddress(address: string): boolean {
  const bare = address.replace(/^\[|\]$/gu, '').replace(/%.*$/su, '')
  const four = ipv4(bare)
  if (four !== null) return isPrivateIpv4(four)
  const groups = ipv6(bare)
  return groups === null || isPrivateIpv6(groups)
}

/** Whether the host of a URL is an IP address rather than a name. The URL parser has made decimal and octal ones ordinary. */
export function isIpAddress(host: string): boolean {
  return host.startsWith('[') || ipv4(host) !== null
}

function isPrivateIpv4(value: number): boolean {
  return PRIVATE_IPV4.some(([address, bits]) => {
    const size = 2 ** (32 - bits)
    return Math.floor(value / size) === Math.floor((ipv4(address) ?? 0) / size)
  })
}

function isPrivateIpv6(groups: readonly number[]): boolean {
  const [first = 0, second = 0] = groups
  const embedded = (groups[6] ?? 0) * 65_536 + (groups[7] ?? 0)
  const starts = (...prefix: number[]) => prefix.every((group, at) => groups[at] === group)
  // An IPv4 address in IPv6 dress: mapped (RFC 4291), translated (RFC 6052).
  if (starts(0, 0, 0, 0, 0, 0xffff) || starts(0x64, 0xff9b, 0, 0, 0, 0)) return isPrivateIpv4(embedded)
  // Beyond these only global unicast is public, without protocol assignments, documentation and 6to4.
  const isGlobal = first >= 0x2000 && first <= 0x3fff
  const isReserved = (first === 0x2001 && (second < 0x200 || second === 0xdb8)) || first === 0x2002 || first === 0x3fff
  return !isGlobal || isReserved
}

function ipv4(text: string): number | null {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/u.exec(text)?.slice(1).map(Number)
  if (parts === undefined || parts.some((part) => part > 255)) return null
  return parts.reduce((value, part) => value * 256 + part, 0)
}

function ipv6(text: string): number[] | null {
  // The URL parser knows every spelling and answers with one.
  const address = `http://[${text}]/`
  if (!/^[\da-f:.]+$/iu.test(text) || !URL.canParse(address)) return null
  const [head = '', tail] = new URL(address).hostname.slice(1, -1).split('::')
  const groups = (part: string) => (part === '' ? [] : part.split(':').map((group) => parseInt(group, 16)))
  const [before, after] = [groups(head), groups(tail ?? '')]
  return [...before, ...Array<number>(8 - before.length - after.length).fill(0), ...after]
}
