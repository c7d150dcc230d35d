import { write } from '../../../app/signing/verifier/der-writer.ts'
import { childrenOf, readDer, type Der } from '../../../app/signing/verifier/der.ts'
import { byteMutant } from './bytes.ts'
import { below, changed, oneOf, type Random } from './choice.ts'

type Change = (value: Der, random: Random) => Buffer

const changes: Change[] = [longLength, endless, otherTag, twice, none, withMore, otherContent, exchanged]

/** The value with one change somewhere in its tree, and every length around it right: only the meaning can tell. */
export function derMutant(bytes: Buffer, random: Random): Buffer {
  const anywhere = (original: Buffer) => within(readDer(original), random)
  return changed(bytes, [byteMutant, anywhere, anywhere], random, (one, other) => one.equals(other))
}

/** One value of the tree is changed; those around it are written anew. */
function within(value: Der, random: Random): Buffer {
  const parts = partsOf(value)
  if (parts.length === 0 || random() < 0.15) return oneOf(changes, random)(value, random)
  const at = below(parts.length, random)
  const content = parts.map((part, index) => (index === at ? within(part, random) : part.raw))
  return write(value.tag, ...content)
}

/** What stands in a value, also in the octet strings that hold a value of their own. */
export function partsOf(value: Der): Der[] {
  if (value.tag & 0x20) return childrenOf(value)
  if (value.tag !== 0x04) return []
  try {
    return [readDer(value.content)]
  } catch {
    return []
  }
}

function longLength({ tag, content }: Der): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(content.length)
  return Buffer.concat([Buffer.from([tag, 0x84]), length, content])
}

function endless({ tag, content }: Der): Buffer {
  return Buffer.concat([Buffer.from([tag, 0x80]), content, Buffer.from([0, 0])])
}

function otherTag({ tag, content }: Der, random: Random): Buffer {
  return write(
    oneOf([tag ^ 0x20, 0x04, 0x05, 0x0c, 0x13, 0x17, 0x30, 0x31, 0x80, 0xa0, 0xa1, 0xa2], random),
    content,
  )
}

function twice({ raw }: Der): Buffer {
  return Buffer.concat([raw, raw])
}

function none(): Buffer {
  return Buffer.alloc(0)
}

function withMore({ tag, content }: Der, random: Random): Buffer {
  const more = oneOf([[5, 0], [0], [4, 0], [0x30, 0], [1, 1, 0], [1, 1, 0xff], [0xa0, 0], [0xa1, 0]], random)
  return write(tag, ...(random() < 0.5 ? [content, Buffer.from(more)] : [Buffer.from(more), content]))
}

function otherContent({ tag, content }: Der, random: Random): Buffer {
  return write(tag, content.length === 0 ? Buffer.from([0]) : byteMutant(content, random))
}

function exchanged(value: Der): Buffer {
  return write(
    value.tag,
    ...partsOf(value)
      .map(({ raw }) => raw)
      .toReversed(),
  )
}
