import { createHash } from 'node:crypto'

/**
 * The id of a thing in the stories: the same at every seeding, so that an address kept from the demo still
 * leads to the same page, and as scattered as a random one.
 * @param kind table the thing is in
 * @returns uuid with the version and variant bits of a random one (RFC 9562 5.4)
 */
export function storyId(kind: string, key: string): string {
  const bytes = createHash('sha256').update(`mina sidor ${kind} ${key}`).digest().subarray(0, 16)
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
