export type SoundFormat = 'wav' | 'm4a' | 'mp3' | 'webm' | 'opus' | 'vorbis' | 'aac'

/** By the first bytes, not the name. Null when it is not accepted. */
export function soundFormat(head: Buffer): SoundFormat | null {
  const at = (place: number, text: string) =>
    head.subarray(place, place + text.length).toString('latin1') === text
  if (at(0, 'RIFF')) return 'wav'
  if (at(4, 'ftyp')) return 'm4a'
  if (at(0, '\x1aE\xdf\xa3')) return 'webm'
  if (at(0, 'OggS')) return oggFormat(head)
  if (at(0, 'ID3')) return 'mp3'
  // A frame header: sync bits, then the layer. Layer 0 is AAC in ADTS (ISO 11172-3, 13818-7).
  if (head[0] !== 0xff || (head[1]! & 0xe0) !== 0xe0) return null
  return (head[1]! & 0x06) === 0 ? 'aac' : 'mp3'
}

function oggFormat(head: Buffer): SoundFormat | null {
  if (head.includes('OpusHead')) return 'opus'
  return head.includes('\x01vorbis') ? 'vorbis' : null
}
