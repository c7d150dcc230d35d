import { decoder as aacDecoder } from '@audio/decode-aac'
import { createOpusDecoder } from '@audio/decode-opus/core'
import { placesInFragments } from './mp4-fragments.ts'
import { placesInTables } from './mp4-tables.ts'
import { soundTrack, type SoundCoding, type SoundTrack } from './mp4-track.ts'
import { opusOptions } from './opus-options.ts'
import type { DecodedSound } from './speech-rate-stream.ts'

/** Some seconds of sound. */
const FRAMES_AT_ONCE = 256

/** The sound of an mp4, whole or in fragments, with its tables first or last. Nothing when it has none that is read. */
export async function* mp4Sound(file: Buffer): AsyncIterable<DecodedSound> {
  const track = soundTrack(file)
  if (!track) return
  const decode = await frameDecoder(track.coding)
  let waiting: Buffer[] = []
  for (const frame of framesOf(file, track)) {
    waiting.push(frame)
    if (waiting.length < FRAMES_AT_ONCE) continue
    yield decode(waiting)
    waiting = []
  }
  yield decode(waiting)
}

/** In order, until one is not all in the file: a recording may have been cut off. */
function* framesOf(file: Buffer, { id, tables, sizeInFragments }: SoundTrack): Iterable<Buffer> {
  for (const places of [placesInTables(tables), placesInFragments(file, id, sizeInFragments)]) {
    for (const { at, size } of places) {
      if (size === 0 || at < 0 || at + size > file.length) return
      yield file.subarray(at, at + size)
    }
  }
}

async function frameDecoder({ name, config }: SoundCoding): Promise<(frames: Buffer[]) => DecodedSound> {
  if (name !== 'opus') {
    const decoder = await aacDecoder(name === 'aac' ? { asc: config } : { alac: config })
    return (frames) => decoder.decode(frames)
  }
  const decoder = await createOpusDecoder()
  decoder.configure(opusOptions(config))
  return (frames) => decoder.decodeFrames(frames)
}
