import { sql } from 'kysely'
import { AsrError } from '../engine/asr.ts'
import { promptOf } from '../engine/prompt-echo.ts'
import { finalPieces, type FinalPiece, type LiveSegment } from '../hearing/final-pieces.ts'
import { finalTexts, type FinalText } from '../hearing/final-texts.ts'
import { judgedResult } from '../hearing/segment.ts'
import { createSoundAhead } from '../hearing/sound-ahead.ts'
import { speechProbabilities } from '../../../app/dictation/speech/speech-spans.ts'
import { openSoundKey } from '../../../app/dictation/sound-key.ts'
import type { ServiceTx } from '../../../db/connect.ts'
import type { RecordingId } from '../../../db/jobs.ts'
import type { JobHandler } from '../job-runner.ts'
import type { RecordingParts } from './recording-parts.ts'
import { caseWords, readParts } from './recordings.ts'

type Work = { key: Buffer; partMs: number; prompt: string | null; pieces: FinalPiece[] }

export function finalPassJob(parts: RecordingParts): JobHandler<'final-pass'> {
  const { database, now } = parts
  return async (id, complete) => {
    const work = await database.asService(now(), (tx) => workOn(tx, id, parts))
    if (!work) return database.asService(now(), complete)
    const texts: FinalText[] = []
    let engine = ''
    for (const piece of work.pieces) {
      const heard = await hearPiece(piece, id, { ...parts, ...work })
      engine = heard.model
      texts.push(...finalTexts(piece, heard))
    }
    await database.asService(now(), async (tx) => {
      await sql`select service_save_final(${id.municipalityId}, ${id.recordingId}, ${engine}, ${JSON.stringify(texts)})`.execute(
        tx,
      )
      await complete(tx)
    })
  }
}

async function workOn(tx: ServiceTx, id: RecordingId, { dataKeys }: RecordingParts): Promise<Work | null> {
  const at = sql`${id.municipalityId}, ${id.recordingId}`
  const { rows } = await sql<{ key_encrypted: Buffer | null; final_pass: string; part_ms: number }>`
    select * from service_recording(${at})`.execute(tx)
  const [recording] = rows
  if (!recording?.key_encrypted || recording.final_pass === 'done') return null
  const segments = await sql<LiveSegment>`
    select number, kind, start_ms as start, end_ms as end, text, words from service_segments(${at})`.execute(
    tx,
  )
  return {
    key: openSoundKey(recording.key_encrypted, dataKeys),
    partMs: recording.part_ms,
    prompt: promptOf(await caseWords(tx, id)),
    pieces: finalPieces(segments.rows),
  }
}

async function hearPiece(piece: FinalPiece, id: RecordingId, parts: RecordingParts & Work) {
  const { database, now, engineQueue, live, final, voices, signal, key, partMs, prompt } = parts
  const from = Math.floor(piece.start / partMs)
  const most = Math.ceil(piece.end / partMs) - from
  const stored = await database.asService(now(), (tx) => readParts(tx, { ...id, key, from, most }))
  const sound = createSoundAhead(piece.start, partMs)
  for (const part of stored) sound.add(part)
  const pcm = sound.slice(piece.start, piece.end)
  // An engine can be away for hours, which would use up the retries.
  await live.ready()
  try {
    const request = { pcm, prompt, purpose: 'final', caller: id.recordingId, signal } as const
    const result = await engineQueue.run('final', signal, () => final.transcribe(request))
    const probabilities = await speechProbabilities(voices, pcm)
    return { ...judgedResult(result, probabilities), model: result.model }
  } catch (error) {
    if (error instanceof AsrError && error.failure === 'bad_audio') return { text: '', words: [], model: '' }
    throw error
  }
}
