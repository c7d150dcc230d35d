import sharp from 'sharp'
import { expect, test } from 'vitest'
import { finishedPdf } from '../../tests/support/finished-pdf'
import {
  archive,
  heicPicture,
  phonePicture,
  picture,
  unfoldingPng,
  vastPng,
} from '../../tests/support/pictures'
import { mostUploadBytes } from '../document/upload/upload-limit'
import { isArchiveToo, kindOfBytes } from './kind-of-bytes'
import { lookAtAttachment } from './look-at-attachment'

const kept = async (bytes: Buffer) => {
  const looked = await lookAtAttachment(bytes)
  if ('refused' in looked) throw new Error(looked.refused)
  return { ...looked, bytes: Buffer.from(looked.bytes) }
}

test('of a phone’s picture its pixels are kept, the right way up, and not where it was taken or with what', async () => {
  const taken = await phonePicture()
  expect(taken.includes('Telefonmaker')).toBe(true)
  const before = await sharp(taken).metadata()
  expect(before).toMatchObject({ width: 40, height: 20, orientation: 6 })
  expect(before.exif).toBeDefined()

  const { bytes, type } = await kept(taken)
  expect(type).toBe('image/jpeg')
  const after = await sharp(bytes).metadata()
  expect(after).toMatchObject({ format: 'jpeg', width: 20, height: 40 })
  expect([after.exif, after.icc, after.xmp, after.iptc, after.orientation]).toEqual(Array(5).fill(undefined))
  for (const word of ['Telefonmaker', 'T-1000', 'Exif', 'GPS']) expect(bytes.includes(word), word).toBe(false)
})

test.each([
  ['jpeg', 'image/jpeg'],
  ['png', 'image/png'],
  ['webp', 'image/png'],
] as const)('a picture in %s is read and kept as %s', async (format, type) => {
  const looked = await kept(await picture(format))
  expect(looked.type).toBe(type)
  expect(await sharp(looked.bytes).metadata()).toMatchObject({ width: 40, height: 20 })
})

test('a large picture is made smaller, by its longer side', async () => {
  const large = await sharp({ create: { width: 6000, height: 3000, channels: 3, background: '#246' } })
    .jpeg()
    .toBuffer()
  expect(await sharp((await kept(large)).bytes).metadata()).toMatchObject({ width: 4096, height: 2048 })
})

test('of a picture that is something else too the picture alone is kept', async () => {
  const hidden = Buffer.concat([await picture('jpeg'), finishedPdf(), archive('nyttolast.exe')])
  const { bytes } = await kept(hidden)
  expect(bytes.includes('nyttolast.exe')).toBe(false)
  expect(bytes.includes('%PDF')).toBe(false)
})

test('a PDF is kept as it came', async () => {
  const pdf = finishedPdf()
  expect(await kept(pdf)).toEqual({ bytes: pdf, type: 'application/pdf' })
})

const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
const script = '<< /S /JavaScript /JS (app.alert\\(1\\)) >>'

test.each<[string, () => Buffer | Promise<Buffer>, string]>([
  ['nothing', () => Buffer.alloc(0), 'empty'],
  ['an iPhone’s picture', heicPicture, 'heic'],
  ['a drawing with a script', () => Buffer.from(svg), 'kind'],
  ['a drawing that says it is XML', () => Buffer.from(`<?xml version="1.0"?>${svg}`), 'kind'],
  ['an archive', () => archive('a.txt'), 'kind'],
  ['an animation of another kind', () => Buffer.from('GIF89a\x01\0\x01\0'), 'kind'],
  ['a page', () => Buffer.from('<!doctype html><script>1</script>'), 'kind'],
  ['a PDF that can be unpacked', () => pdfAndArchive(), 'twoKinds'],
  ['a PDF with a script', () => finishedPdf({ objects: [script] }), 'script'],
  ['a PDF behind something else', () => Buffer.concat([Buffer.from('x'), finishedPdf()]), 'kind'],
  ['half a PDF', () => finishedPdf().subarray(0, 200), 'notPdf'],
  [
    'a byte too many',
    () => Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(mostUploadBytes)]),
    'tooLarge',
  ],
  ['half a picture', async () => (await picture('jpeg')).subarray(0, 250), 'brokenPicture'],
  [
    'no picture behind its first bytes',
    () => Buffer.from('\x89PNG\r\n\x1a\nhello', 'latin1'),
    'brokenPicture',
  ],
  ['a picture of 900 million pixels', () => vastPng(30_000, 30_000), 'tooManyPixels'],
])('of %s nothing is kept, and why is said by name', async (_what, bytes, refused) => {
  expect(await lookAtAttachment(await bytes())).toEqual({ refused })
})

test('a picture that unfolds into more memory than any needs ends nobody but its process: others are looked at', async () => {
  const [heavy, ordinary] = [await unfoldingPng(), await picture('png')]
  expect(heavy.length).toBeLessThan(5_000_000)
  const looked = lookAtAttachment(heavy)
  expect(await lookAtAttachment(ordinary)).toMatchObject({ type: 'image/png' })
  expect(await looked).toEqual({ refused: 'tooHeavy' })
})

test('two pictures are made at once and twenty wait; more are asked for later', async () => {
  const bytes = await picture('png')
  const taken = Array.from({ length: 22 }, () => lookAtAttachment(bytes))
  expect(await lookAtAttachment(bytes)).toEqual({ refused: 'busy' })
  for (const looked of await Promise.all(taken)) expect(looked).toMatchObject({ type: 'image/png' })
})

test('what stands at the end by chance makes no archive of a file', () => {
  expect(isArchiveToo(Buffer.from('%PDF-1.7\nPK\x05\x06' + '\0'.repeat(40), 'latin1'))).toBe(false)
  expect(isArchiveToo(archive('a'))).toBe(true)
})

test('a kind is told by the first bytes alone', () => {
  expect(kindOfBytes(Buffer.from('\0\0\0\x1cftypavif', 'latin1'))).toBe('other')
  expect(kindOfBytes(Buffer.from('%PD'))).toBe('other')
})

/** The list of the archive counts its length from the end, and whatever opens PDF looks for the beginning. */
function pdfAndArchive(): Buffer {
  const [pdf, zip] = [finishedPdf(), archive('nyttolast.exe')]
  const end = Buffer.from('\n%%EOF\n')
  const longer = Buffer.from(zip)
  longer.writeUInt16LE(end.length, zip.length - 2)
  return Buffer.concat([pdf, longer, end])
}
