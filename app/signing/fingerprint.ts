/** The first 16 digits of a SHA-256 in groups of four, to be compared by eye. */
export function fingerprintOf(sha256: string): string {
  return sha256.slice(0, 16).match(/.{4}/g)!.join(' ')
}
