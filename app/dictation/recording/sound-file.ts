/** Bytes: three hours at the highest phone quality. */
export const largestFile = 400 * 1024 * 1024
export const filePartBytes = 1024 * 1024
export const signatureBytes = 12

export type FileFault = 'missing' | 'unreadable' | 'tooLarge'

type Signature = { at: number; bytes: string }
const signatures: Record<string, readonly Signature[]> = {
  m4a: [{ at: 4, bytes: 'ftyp' }],
  mp4: [{ at: 4, bytes: 'ftyp' }],
  mp3: [
    { at: 0, bytes: 'ID3' },
    { at: 0, bytes: '\xff\xfb' },
    { at: 0, bytes: '\xff\xf3' },
    { at: 0, bytes: '\xff\xf2' },
    { at: 0, bytes: '\xff\xfa' },
  ],
  wav: [{ at: 0, bytes: 'RIFF' }],
  webm: [{ at: 0, bytes: '\x1a\x45\xdf\xa3' }],
  ogg: [{ at: 0, bytes: 'OggS' }],
}

export const soundFileTypes = Object.keys(signatures)
  .map((extension) => `.${extension}`)
  .join(',')

/** Checks name and first bytes: a text file may be named .wav. Decoding errors show up later. */
export function fileFault(name: string, start: Buffer): FileFault | null {
  if (start.length === 0) return 'missing'
  const extension = /\.([a-z0-9]{2,4})$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  const known = Object.hasOwn(signatures, extension) ? signatures[extension]! : []
  const isSo = known.some(({ at, bytes }) => start.toString('latin1', at, at + bytes.length) === bytes)
  return isSo ? null : 'unreadable'
}
