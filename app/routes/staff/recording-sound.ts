import type { LoaderFunctionArgs } from '@remix-run/node'
import { asStaff } from '../../access/guard'
import { idFrom } from '../../access/id'
import { notFound } from '../../page/problem'
import { withoutPage } from '../../access/without-page'
import { findSound, logPlaying, readSound } from '../../dictation/recording/read-sound'
import { rangeOf } from '../../dictation/recording/sound-layout'
import { textsIn } from '../../i18n/texts.server'

/** About eight seconds of sound per database read. */
const pieceBytes = 256 * 1024

/** A wav file, whole or a range; 410 with a text when the sound has been erased. */
export function loader(args: LoaderFunctionArgs) {
  return withoutPage(soundOf(args))
}

async function soundOf({ request, context, params }: LoaderFunctionArgs): Promise<Response> {
  const arrival = { request, context }
  const recordingId = idFrom(params['recordingId'])
  const found = await asStaff(arrival, async (tx) => {
    const sound = await findSound(tx, recordingId)
    if (!sound) throw notFound()
    const range = rangeOf(request.headers.get('Range'), sound.size)
    // A player asks for the beginning once, then for more pieces, so only the beginning is logged.
    if (sound.keyEncrypted && (!range || range.from === 0)) await logPlaying(tx, recordingId, sound.noteId)
    return { sound, range }
  })
  const { sound, range } = found
  const { keyEncrypted, size, parts } = sound
  if (!keyEncrypted) return gone(context.visitor.language)
  if (range === null)
    return new Response(null, { status: 416, headers: { 'Content-Range': `bytes */${size}` } })
  const { from, to } = range ?? { from: 0, to: size - 1 }
  const wanted = { recordingId, keyEncrypted, dataKeys: context.dataKeys, parts, size }
  const body = piecesOf(from, to, (piece) => asStaff(arrival, (tx) => readSound(tx, wanted, piece)))
  return new Response(body, {
    status: range ? 206 : 200,
    headers: {
      'Content-Type': 'audio/wav',
      'Content-Length': String(to - from + 1),
      'Accept-Ranges': 'bytes',
      'Cache-Control': 'no-store, no-transform',
      ...(range ? { 'Content-Range': `bytes ${from}-${to}/${size}` } : {}),
    },
  })
}

type Piece = { from: number; to: number }

function piecesOf(
  from: number,
  to: number,
  read: (piece: Piece) => Promise<Buffer>,
): ReadableStream<Uint8Array> {
  let next = from
  return new ReadableStream({
    pull: async (controller) => {
      const piece = { from: next, to: Math.min(next + pieceBytes - 1, to) }
      controller.enqueue(await read(piece))
      next = piece.to + 1
      if (next > to) controller.close()
    },
  })
}

function gone(language: Parameters<typeof textsIn>[0]): Response {
  return new Response(textsIn(language)('dictation:sound.erased'), {
    status: 410,
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  })
}
