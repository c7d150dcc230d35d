import { lookup } from 'node:dns/promises'
import { BlockList, isIP } from 'node:net'

// RFC 6890 and its registries: nothing in them is a push service on the internet.
const notPublic = new BlockList()
for (const [address, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const) {
  notPublic.addSubnet(address, bits, 'ipv4')
}
const globalUnicast = new BlockList()
globalUnicast.addSubnet('2000::', 3, 'ipv6')
// Within it: addresses of IPv4 in disguise (6to4, Teredo) and of documents.
for (const [address, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
] as const) {
  notPublic.addSubnet(address, bits, 'ipv6')
}

/** Whether an IP address is one of the open internet. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address)
  if (version === 4) return !notPublic.check(address, 'ipv4')
  return version === 6 && globalUnicast.check(address, 'ipv6') && !notPublic.check(address, 'ipv6')
}

/**
 * The addresses of a host, to connect to and no others: a name that is asked twice can answer otherwise.
 * @throws Error with code `notPublic` when one of them is of somebody's own network, or the resolver's
 */
export async function publicAddressesOf(host: string): Promise<{ address: string; family: number }[]> {
  const found = await lookup(host.replace(/^\[|\]$/g, ''), { all: true })
  if (found.length === 0 || found.some(({ address }) => !isPublicAddress(address))) {
    throw Object.assign(new Error('not a public address'), { code: 'notPublic' })
  }
  return found
}
