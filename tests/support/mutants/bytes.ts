import { below, changed, type Random } from './choice.ts'

type Change = (bytes: Buffer, random: Random) => Buffer

const changes: Change[] = [flipBit, flipBit, setByte, insert, remove, repeat, cutShort, append, exchange]

/** The bytes with one thing changed somewhere. */
export function byteMutant(bytes: Buffer, random: Random): Buffer {
  return changed(bytes, changes, random, (one, other) => one.equals(other))
}

function flipBit(bytes: Buffer, random: Random): Buffer {
  const copy = Buffer.from(bytes)
  copy[below(bytes.length, random)]! ^= 1 << below(8, random)
  return copy
}

function setByte(bytes: Buffer, random: Random): Buffer {
  const copy = Buffer.from(bytes)
  copy[below(bytes.length, random)] = below(256, random)
  return copy
}

function insert(bytes: Buffer, random: Random): Buffer {
  const at = below(bytes.length + 1, random)
  return Buffer.concat([bytes.subarray(0, at), some(random), bytes.subarray(at)])
}

function remove(bytes: Buffer, random: Random): Buffer {
  const [from, to] = stretch(bytes, random)
  return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)])
}

function repeat(bytes: Buffer, random: Random): Buffer {
  const [from, to] = stretch(bytes, random)
  return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)])
}

function cutShort(bytes: Buffer, random: Random): Buffer {
  return bytes.subarray(0, below(bytes.length, random))
}

function append(bytes: Buffer, random: Random): Buffer {
  return Buffer.concat([bytes, some(random)])
}

function exchange(bytes: Buffer, random: Random): Buffer {
  const [[from, middle], to] = [stretch(bytes, random), bytes.length]
  return Buffer.concat([bytes.subarray(0, from), bytes.subarray(middle, to), bytes.subarray(from, middle)])
}

function some(random: Random): Buffer {
  return Buffer.from(Array.from({ length: 1 + below(4, random) }, () => below(256, random)))
}

/** Mostly a few bytes, sometimes much. */
function stretch(bytes: Buffer, random: Random): [number, number] {
  const from = below(bytes.length, random)
  const most = random() < 0.8 ? 8 : bytes.length
  return [from, Math.min(bytes.length, from + 1 + below(most, random))]
}
