type Bytes = AsyncIterable<Buffer>

/** The first bytes of a file, or fewer if it has no more, and all of it, those included. */
export async function headOf(file: Bytes, length: number): Promise<{ head: Buffer; all: Bytes }> {
  const pieces = file[Symbol.asyncIterator]()
  const begun: Buffer[] = []
  for (let bytes = 0; bytes < length;) {
    const next = await pieces.next()
    if (next.done) break
    begun.push(next.value)
    bytes += next.value.length
  }
  const head = Buffer.concat(begun)
  const all = async function* () {
    yield head
    for (let next = await pieces.next(); !next.done; next = await pieces.next()) yield next.value
  }
  return { head: head.subarray(0, length), all: all() }
}

/** Null when it is longer. */
export async function wholeOf(file: Bytes, longest: number): Promise<Buffer | null> {
  const pieces: Buffer[] = []
  let bytes = 0
  for await (const piece of file) {
    bytes += piece.length
    if (bytes > longest) return null
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}
