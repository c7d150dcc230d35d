import { createHash } from 'node:crypto'
import type { ActionFunctionArgs } from '@remix-run/node'
import { asStaff } from '../../access/guard'
import { idFrom } from '../../access/id'
import { notFound } from '../../page/problem'
import { nothingToRead, withoutPage } from '../../access/without-page'
import { largestChunk, storeChunk } from '../../dictation/recording/store-chunk'

export const loader = nothingToRead

/**
 * A second of a dictation or less. 204: stored, X-Next-Number is the lowest missing; 202: stored, but an earlier one is
 * missing; 409: other sound has this number; 410: the recording is closed.
 */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const sound = Buffer.from(await request.arrayBuffer())
  const work = asStaff({ request, context }, async (tx) => {
    const recordingId = idFrom(params['recordingId'])
    const number = numberFrom(params['number'])
    const fault = faultOf(request, sound)
    if (fault) return new Response(null, { status: fault })
    const digest = createHash('sha256').update(sound).digest()
    if (digest.toString('hex') !== request.headers.get('X-Sound-SHA256'))
      return new Response(null, { status: 400 })
    const { dataKeys } = context
    const { outcome, nextNumber } = await storeChunk(tx, { recordingId, number, sound, digest, dataKeys })
    if (outcome === 'unknown') throw notFound()
    const headers = { 'X-Next-Number': String(nextNumber) }
    if (outcome === 'conflict') return new Response(null, { status: 409, headers })
    if (outcome === 'closed') return new Response(null, { status: 410, headers })
    return new Response(null, { status: nextNumber <= number ? 202 : 204, headers })
  })
  return withoutPage(work)
}

function numberFrom(text: string | undefined): number {
  if (!/^\d{1,6}$/.test(text ?? '')) throw notFound()
  return Number(text)
}

function faultOf(request: Request, sound: Buffer): 413 | 415 | 400 | null {
  if (request.headers.get('Content-Type') !== 'application/octet-stream') return 415
  if (sound.length > largestChunk) return 413
  return sound.length === 0 || sound.length % 2 === 1 ? 400 : null
}
