import { readWavHeader, WavError } from '../speech/wav-header.ts'
import { soundFormat, type SoundFormat } from './sound-format.ts'

/** Bytes: three hours at the highest phone quality. */
export const largestFile = 400 * 1024 * 1024
export const filePartBytes = 1024 * 1024

export type FileFault = 'missing' | 'unreadable' | 'tooLarge'

const formats: Record<string, readonly SoundFormat[]> = {
  m4a: ['mp4'],
  mp4: ['mp4'],
  mp3: ['mp3'],
  wav: ['wav'],
  webm: ['webm'],
  ogg: ['opus', 'vorbis'],
  flac: ['flac'],
}

export const soundFileTypes = Object.keys(formats)
  .map((extension) => `.${extension}`)
  .join(',')

/**
 * Checks name and beginning: a text file may be named .wav. Decoding errors show up later.
 * @param start the first part of the file
 */
export function fileFault(name: string, start: Buffer): FileFault | null {
  if (start.length === 0) return 'missing'
  const extension = /\.([a-z0-9]{2,4})$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  const known = Object.hasOwn(formats, extension) ? formats[extension]! : []
  const format = soundFormat(start)
  if (!format || !known.includes(format)) return 'unreadable'
  return format === 'wav' && !isReadableWav(start) ? 'unreadable' : null
}

/** Whether its coding is read. A long list of other things may stand before its sound. */
function isReadableWav(start: Buffer): boolean {
  try {
    readWavHeader(start)
    return true
  } catch (error) {
    if (!(error instanceof WavError)) throw error
    return error.problem !== 'unsupported' && start.length >= filePartBytes
  }
}
