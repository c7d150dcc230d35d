import sharp from 'sharp'
import type { AttachmentRule } from '../attachment-refusal.ts'

/** A picture made anew: its pixels, turned the right way up, and nothing else that came with it. */
type Remade = { bytes: Uint8Array; type: 'image/jpeg' | 'image/png' }
/** `whole`: as it was, if not too large. `face`: a small square from its middle. */
export type PictureShape = 'whole' | 'face'
export type Remaking = Remade | { refused: AttachmentRule }

// The most that phones of today take is 200 million; those come as 12 to 50 unless somebody asks for more.
const mostPixels = 120_000_000
const largestSide = 4096
/** A drawing or a screenshot stays sharp as PNG; a photograph as PNG grows beyond what can be sent. */
const mostPngBytes = 8 * 1024 * 1024

/** Shown as a disc of 56 pixels, on screens with three for each. */
const face = { width: 168, height: 168, fit: 'cover', position: 'centre' } as const
const whole = {
  width: largestSide,
  height: largestSide,
  fit: 'inside',
  withoutEnlargement: true,
} as const

const reading = { limitInputPixels: mostPixels, failOn: 'error', pages: 1 } as const

// Only the three kinds that are taken in are ever read, whatever a file makes the library guess.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
})
sharp.cache(false)
sharp.concurrency(1)

/**
 * Decodes a picture and writes it anew without anything but its pixels: no place, no camera, no small picture, no colour
 * profile (its colours become sRGB), no text, nothing behind its end. Turned by what the camera said before that goes.
 * Slow and hungry for what is made to be so: see remake-apart.ts.
 */
export async function remakePicture(bytes: Uint8Array, shape: PictureShape): Promise<Remaking> {
  try {
    const { width, height, format } = await sharp(bytes, { ...reading, limitInputPixels: false }).metadata()
    if (width * height > mostPixels) return { refused: 'tooManyPixels' }
    const picture = sharp(bytes, reading)
      .autoOrient()
      .resize(shape === 'face' ? face : whole)
    if (shape === 'whole' && format !== 'jpeg') {
      const png = await picture.clone().png().toBuffer()
      if (png.length <= mostPngBytes) return { bytes: png, type: 'image/png' }
    }
    const jpeg = await picture.flatten({ background: '#fff' }).jpeg({ quality: 85 }).toBuffer()
    return { bytes: jpeg, type: 'image/jpeg' }
  } catch {
    return { refused: 'brokenPicture' }
  }
}
