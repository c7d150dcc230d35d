import type { OpusOptions } from '@audio/decode-opus/core'

/** The box dOps (Encapsulation of Opus in ISO Base Media File Format, 4.3.2). */
export function opusOptions(box: Buffer): OpusOptions {
  const options = {
    channels: box.readUInt8(1),
    preSkip: box.readUInt16BE(2),
    outputGain: box.readInt16BE(8),
  }
  // Family 0 is mono or stereo; the others name their channels.
  if (box.readUInt8(10) === 0) return options
  return {
    ...options,
    streamCount: box.readUInt8(11),
    coupledStreamCount: box.readUInt8(12),
    channelMappingTable: box.subarray(13, 13 + options.channels),
  }
}
