export type SoundFormat = 'wav' | 'mp4' | 'mp3' | 'webm' | 'opus' | 'vorbis' | 'flac'

/** By the first bytes, not the name. Null when it is not read. */
export function soundFormat(head: Buffer): SoundFormat | null {
  const at = (place: number, text: string) =>
    head.subarray(place, place + text.length).toString('latin1') === text
  // RF64 is a wav that may be longer than 4 GB (EBU Tech 3306), BW64 its heir (ITU-R BS.2088).
  if (['RIFF', 'RF64', 'BW64'].some((name) => at(0, name)) && at(8, 'WAVE')) return 'wav'
  if (at(4, 'ftyp')) return 'mp4'
  if (at(0, '\x1aE\xdf\xa3')) return 'webm'
  if (at(0, 'OggS')) return oggFormat(head)
  // RFC 9639 6
  if (at(0, 'fLaC')) return 'flac'
  return isMp3(withoutZeros(head)) ? 'mp3' : null
}

function oggFormat(head: Buffer): SoundFormat | null {
  if (head.includes('OpusHead')) return 'opus'
  return head.includes('\x01vorbis') ? 'vorbis' : null
}

/** Some recorders put empty bytes before the first frame. */
function withoutZeros(head: Buffer): Buffer {
  const first = head.findIndex((byte) => byte !== 0)
  return first < 0 ? head.subarray(0, 0) : head.subarray(first)
}

/** A tag, or a frame header: sync bits, layer III, and no reserved version, bit rate or sampling rate (ISO 11172-3). */
function isMp3(head: Buffer): boolean {
  if (head.toString('latin1', 0, 3) === 'ID3') return true
  if (head.length < 3) return false
  const [sync, coding, rates] = [head[0]!, head[1]!, head[2]!]
  if (sync !== 0xff || (coding & 0xe6) !== 0xe2 || (coding & 0x18) === 0x08) return false
  return (rates & 0xf0) !== 0xf0 && (rates & 0x0c) !== 0x0c
}
