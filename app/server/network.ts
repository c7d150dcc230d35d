import { isIPv6 } from 'node:net'

/**
 * Who an address counts as in limits: itself or, for IPv6, its /64, of which a household has at least one to itself
 * (RFC 6177).
 */
export function networkOf(address: string | undefined): string {
  const text = (address ?? '').replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
  if (!isIPv6(text)) return text
  const [head = '', tail] = text.toLowerCase().split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  const missing = tail === undefined ? 0 : 8 - before.length - groupsOf(after)
  const groups = [...before, ...Array.from({ length: missing }, () => '0'), ...after]
  return `${groups
    .slice(0, 4)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':')}::/64`
}

// An IPv4 tail stands for two groups.
const groupsOf = (groups: readonly string[]) => groups.length + (groups.at(-1)?.includes('.') ? 1 : 0)
