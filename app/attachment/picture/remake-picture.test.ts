import { expect, test } from 'vitest'
import { picture } from '../../../tests/support/pictures'
import { remakePicture } from './remake-picture'

// By its first bytes a file was taken for a picture before it came here (kind-of-bytes.ts): this is what stands behind that.
const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><rect width="4" height="4" fill="red"/></svg>'
const animation = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')

test.each([
  ['a drawing', Buffer.from(drawing)],
  ['an animation', animation],
])('%s is not read, though the library could', async (_what, bytes) => {
  expect(await remakePicture(bytes)).toEqual({ refused: 'brokenPicture' })
})

test.each(['jpeg', 'png', 'webp'] as const)('a picture in %s is read', async (format) => {
  expect(await remakePicture(await picture(format))).toHaveProperty('bytes')
})
