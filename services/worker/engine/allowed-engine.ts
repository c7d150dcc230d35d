import { lookup } from 'node:dns/promises'
import { BlockList } from 'node:net'

const ownNetworks = new BlockList()
for (const [address, bits] of [
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
] as const) {
  ownNetworks.addSubnet(address, bits, 'ipv4')
}
ownNetworks.addSubnet('fc00::', 7, 'ipv6')
ownNetworks.addSubnet('fe80::', 10, 'ipv6')
ownNetworks.addAddress('::1', 'ipv6')

/** Null when allowed or unresolved. Dictations about children stay in the municipality's own networks. */
export async function engineAddressFault(url: string): Promise<string | null> {
  const host = new URL(url).hostname.replace(/^\[|\]$/g, '')
  const addresses = await lookup(host, { all: true }).catch(() => [])
  const isPublic = addresses.some(
    ({ address, family }) => !ownNetworks.check(address, family === 6 ? 'ipv6' : 'ipv4'),
  )
  return isPublic
    ? 'is a public address; TRANSCRIBER_ALLOW_PUBLIC=true sends recordings there all the same'
    : null
}
