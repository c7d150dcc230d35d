import { expect, test } from 'vitest'
import { encodeWav } from '../speech/wav'
import { fileFault } from './sound-file'

const wav = Buffer.from(encodeWav(new Float32Array(9)))
const withCoding = (code: number, bits: number) => {
  const bytes = Buffer.from(wav)
  bytes.writeUInt16LE(code, 20)
  bytes.writeUInt16LE(bits, 34)
  return bytes
}
const rf64 = Buffer.from(wav)
rf64.write('RF64', 'latin1')
const mp3 = Buffer.from([0xff, 0xfb, 0x90, 0x64])
const ogg = (head: string) => Buffer.from(`OggS\0\x02${'\0'.repeat(22)}${head}`, 'latin1')

test.each([
  ['samtal.wav', wav],
  ['Samtal 3.WAV', wav],
  ['memo.m4a', Buffer.from('\0\0\0\x1cftypM4A ', 'latin1')],
  ['memo.mp3', Buffer.from('ID3\x04\0\0\0\0', 'latin1')],
  ['memo.mp3', mp3],
  ['memo.mp3', Buffer.concat([Buffer.alloc(70_000), mp3])],
  ['telefon.wav', withCoding(6, 8)],
  ['telefon.wav', withCoding(7, 8)],
  ['lang.wav', rf64],
  ['memo.mp4', Buffer.from('\0\0\0\x18ftypiso5', 'latin1')],
  ['memo.webm', Buffer.from([0x1a, 0x45, 0xdf, 0xa3])],
  ['memo.ogg', ogg('OpusHead')],
  ['memo.ogg', ogg('\x01vorbis')],
])('%s with the bytes of its kind is taken in', (name, start) => {
  expect(fileFault(name, start)).toBeNull()
})

test.each([
  ['a text file that calls itself wav', 'samtal.wav', Buffer.from('Hej hej, det här är text'), 'unreadable'],
  ['a wav file that calls itself mp3', 'samtal.mp3', wav, 'unreadable'],
  ['a wav of a coding that is not read (ADPCM)', 'samtal.wav', withCoding(2, 4), 'unreadable'],
  ['a wav without sound', 'samtal.wav', Buffer.from(encodeWav(new Float32Array(0))), 'unreadable'],
  [
    'a film that begins as a wav does',
    'film.wav',
    Buffer.from('RIFF\x24\0\0\0AVI LIST', 'latin1'),
    'unreadable',
  ],
  ['an ogg of a coding that is not read', 'samtal.ogg', ogg('\x7fFLAC'), 'unreadable'],
  ['a text that begins as an mp3 does', 'text.mp3', Buffer.from('\ufeffHej', 'utf16le'), 'unreadable'],
  ['empty bytes', 'tom.mp3', Buffer.alloc(5_000), 'unreadable'],
  ['a picture', 'bild.png', Buffer.from('\x89PNG', 'latin1'), 'unreadable'],
  ['a name without an ending', 'samtal', wav, 'unreadable'],
  ['a name that every object has', 'x.toString', wav, 'unreadable'],
  ['nothing', 'samtal.wav', Buffer.alloc(0), 'missing'],
])('%s is refused', (_what, name, start, fault) => {
  expect(fileFault(name, start)).toBe(fault)
})
