import { expect, test } from 'vitest'
import { fileFault } from './sound-file'

const wav = Buffer.from('RIFF\x24\0\0\0WAVEfmt ', 'latin1')

test.each([
  ['samtal.wav', wav],
  ['Samtal 3.WAV', wav],
  ['memo.m4a', Buffer.from('\0\0\0\x1cftypM4A ', 'latin1')],
  ['memo.mp3', Buffer.from('ID3\x04\0\0\0\0', 'latin1')],
  ['memo.mp3', Buffer.from([0xff, 0xfb, 0x90, 0x64])],
  ['memo.webm', Buffer.from([0x1a, 0x45, 0xdf, 0xa3])],
  ['memo.ogg', Buffer.from('OggS\0\x02', 'latin1')],
])('%s with the bytes of its kind is taken in', (name, start) => {
  expect(fileFault(name, start)).toBeNull()
})

test.each([
  ['a text file that calls itself wav', 'samtal.wav', Buffer.from('Hej hej, det här är text'), 'unreadable'],
  ['a wav file that calls itself mp3', 'samtal.mp3', wav, 'unreadable'],
  ['a picture', 'bild.png', Buffer.from('\x89PNG', 'latin1'), 'unreadable'],
  ['a name without an ending', 'samtal', wav, 'unreadable'],
  ['a name that every object has', 'x.toString', wav, 'unreadable'],
  ['nothing', 'samtal.wav', Buffer.alloc(0), 'missing'],
])('%s is refused', (_what, name, start, fault) => {
  expect(fileFault(name, start)).toBe(fault)
})
