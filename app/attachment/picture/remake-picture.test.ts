import sharp from 'sharp'
import { expect, test } from 'vitest'
import { phonePicture, picture } from '../../../tests/support/pictures'
import { remakePicture } from './remake-picture'

// By its first bytes a file was taken for a picture before it came here (kind-of-bytes.ts): this is what stands behind that.
const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><rect width="4" height="4" fill="red"/></svg>'
const animation = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')

test.each([
  ['a drawing', Buffer.from(drawing)],
  ['an animation', animation],
])('%s is not read, though the library could', async (_what, bytes) => {
  expect(await remakePicture(bytes, 'whole')).toEqual({ refused: 'brokenPicture' })
})

test.each(['jpeg', 'png', 'webp'] as const)('a picture in %s is read', async (format) => {
  expect(await remakePicture(await picture(format), 'whole')).toHaveProperty('bytes')
})

test.each([
  ['a picture that a phone has taken', phonePicture],
  ['a drawing with nothing behind it', () => picture('png')],
])('%s becomes a small square for a face, without anything else that came with it', async (_what, make) => {
  const face = await remakePicture(await make(), 'face')
  if ('refused' in face) throw new Error(face.refused)
  expect(face.type).toBe('image/jpeg')
  expect(face.bytes.length).toBeLessThan(20_000)
  const { width, height, exif, orientation } = await sharp(face.bytes).metadata()
  expect({ width, height, exif, orientation }).toEqual({ width: 168, height: 168 })
})
