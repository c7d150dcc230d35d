/** What a file is by its first bytes, whatever its name and its sender say. `other` is taken in by nobody. */
export type FileKind = 'jpeg' | 'png' | 'webp' | 'heic' | 'pdf' | 'other'

// Of ISO base media files (ISO/IEC 23008-12): what iPhones and newer Android phones write.
const heicBrands = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1']

export function kindOfBytes(bytes: Buffer): FileKind {
  const at = (start: number, end: number) => bytes.toString('latin1', start, end)
  if (at(0, 3) === '\xff\xd8\xff') return 'jpeg'
  if (at(0, 8) === '\x89PNG\r\n\x1a\n') return 'png'
  if (at(0, 4) === 'RIFF' && at(8, 12) === 'WEBP') return 'webp'
  if (at(4, 8) === 'ftyp' && heicBrands.includes(at(8, 12))) return 'heic'
  if (at(0, 5) === '%PDF-') return 'pdf'
  return 'other'
}

const mostBehind = 22 + 65_535

/**
 * Whether a file can be unpacked too (zip: APPNOTE.TXT 4.3.16): its list stands at the end, so that a PDF can be both, and
 * is judged as one by us and opened as the other by somebody else.
 */
export function isArchiveToo(bytes: Buffer): boolean {
  const end = Buffer.from('PK\x05\x06', 'latin1')
  const from = Math.max(0, bytes.length - mostBehind)
  for (let at = bytes.indexOf(end, from); at !== -1; at = bytes.indexOf(end, at + 1)) {
    // A comment as long as what is left: else it is chance.
    if (at + 22 <= bytes.length && at + 22 + bytes.readUInt16LE(at + 20) === bytes.length) return true
  }
  return false
}
