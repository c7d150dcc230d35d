import { createHash } from 'node:crypto'
import type { ActionFunctionArgs } from '@remix-run/node'
import { heldToken } from '../../access/admission'
import { asStaff, sayUnavailable } from '../../access/guard'
import { isSameMark, postedMarkOf } from '../../access/holder-mark'
import { idFrom } from '../../access/id'
import { notFound } from '../../page/problem'
import { nothingToRead, withoutPage } from '../../access/without-page'
import { dropKey, keepKey, keptKey } from '../../dictation/recording/kept-keys'
import { largestChunk, storeChunk, storing, type StoreOutcome } from '../../dictation/recording/store-chunk'

export const loader = nothingToRead

/**
 * A second of a dictation or less. 204: stored, X-Next-Number is the lowest missing; 202: stored, but an earlier one is
 * missing; 409: other sound has this number; 410: the recording is closed.
 */
export async function action(args: ActionFunctionArgs) {
  const sound = Buffer.from(await args.request.arrayBuffer())
  const sent = { sound, digest: createHash('sha256').update(sound).digest() }
  return withoutPage(storeNext(args, sent).then((answer) => answer ?? store(args, sent)))
}

type Sent = { sound: Buffer; digest: Buffer }

/**
 * A part that follows others is stored in one write, by the key that was found for them.
 * @returns null when nothing was asked, or nobody is signed in any more
 */
async function storeNext(
  { request, context, params }: ActionFunctionArgs,
  sent: Sent,
): Promise<Response | null> {
  const { recordingId = '' } = params
  const token = heldToken({ request, context }, 'staff')
  const place = placeOf(token, recordingId)
  const kept = keptKey(place)
  if (!token || !kept || !isSameMark(postedMarkOf(request, undefined), kept.holder)) return null
  const number = numberFrom(params['number'])
  if (number === null || faultOf(request, sent)) return null
  const question = storing({ recordingId, number, ...sent }, kept.key)
  const answer = await context.database.ask('staff', token, context.now(), question).catch(sayUnavailable)
  const [stored] = answer?.rows ?? []
  if (stored?.outcome !== 'stored') dropKey(place)
  return stored ? answerOf(stored, number) : null
}

function store({ request, context, params }: ActionFunctionArgs, sent: Sent): Promise<Response> {
  return asStaff({ request, context }, async (tx) => {
    const recordingId = idFrom(params['recordingId'])
    const number = numberFrom(params['number'])
    if (number === null) throw notFound()
    const fault = faultOf(request, sent)
    if (fault) return new Response(null, { status: fault })
    const { dataKeys, visitor } = context
    const { key, ...stored } = await storeChunk(tx, { recordingId, number, ...sent, dataKeys })
    if (key && visitor.holder && stored.outcome === 'stored') {
      const place = placeOf(heldToken({ request, context }, 'staff'), recordingId)
      keepKey(place, { key, holder: visitor.holder })
    }
    return answerOf(stored, number)
  })
}

function answerOf({ outcome, nextNumber }: StoreOutcome, number: number): Response {
  if (outcome === 'unknown') throw notFound()
  const headers = { 'X-Next-Number': String(nextNumber) }
  if (outcome === 'conflict') return new Response(null, { status: 409, headers })
  if (outcome === 'closed') return new Response(null, { status: 410, headers })
  return new Response(null, { status: nextNumber <= number ? 202 : 204, headers })
}

function placeOf(token: ReturnType<typeof heldToken>, recordingId: string): string {
  return `${token?.municipalityId} ${token?.hash.toString('base64url')} ${recordingId}`
}

function numberFrom(text: string | undefined): number | null {
  return /^\d{1,6}$/.test(text ?? '') ? Number(text) : null
}

function faultOf(request: Request, { sound, digest }: Sent): 413 | 415 | 400 | null {
  if (request.headers.get('Content-Type') !== 'application/octet-stream') return 415
  if (sound.length > largestChunk) return 413
  if (sound.length === 0 || sound.length % 2 === 1) return 400
  return digest.toString('hex') === request.headers.get('X-Sound-SHA256') ? null : 400
}
