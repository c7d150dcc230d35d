/** Room for every text an instrument can ask for; all that is kept of an answer has this size, whatever was said. */
const size = 65_536

/** @returns null when it does not fit */
export function toOneSize(value: unknown): Buffer | null {
  const text = Buffer.from(JSON.stringify(value))
  if (text.length + 4 > size) return null
  const padded = Buffer.alloc(size)
  padded.writeUInt32BE(text.length)
  text.copy(padded, 4)
  return padded
}

/** @throws Error for what {@link toOneSize} did not make */
export function fromOneSize(padded: Buffer): unknown {
  return JSON.parse(padded.subarray(4, 4 + padded.readUInt32BE(0)).toString())
}
