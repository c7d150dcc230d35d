import { createHash } from 'node:crypto'
import type pg from 'pg'
import { decryptSound, openSoundKey } from '../../app/dictation/sound-key.ts'
import { parseDataKeys } from '../../app/person/data-keys.ts'
import type { PagePart } from './page-parts.ts'
import type { Take } from './spoken-take.ts'

/** What was said in a dictation: its sound, and what tells which of its phrases a stretch of the transcript has. */
export type Said = { parts: readonly PagePart[]; phrases: number; phrasesIn: (segment: Segment) => number[] }
type Segment = { kind: string; from: number; to: number; text: string }

/** What the database has of it. `doubled` counts also stretches that overlap the one before. */
export type Kept = {
  parts: number
  stray: number
  notes: number
  written: number
  doubled: number
  lost: number
}

export async function keptOf(
  owner: pg.Pool,
  { noteId, recordingId }: Take,
  { said, dataKeys }: { said: Said; dataKeys: string },
): Promise<Kept> {
  const { rows: recordings } = await owner.query<{ id: string; draft: boolean; key: Buffer }>(
    `select r.id, v.signed_at is null as draft, r.key_encrypted as key from note n
       left join note_version v on v.municipality_id = n.municipality_id and v.note_id = n.id
       left join recording r on r.municipality_id = n.municipality_id and r.note_version_id = v.id
      where n.id = $1`,
    [noteId],
  )
  const [recording] = recordings
  const isOne = recordings.length === 1 && recording?.id === recordingId && recording.draft
  const { rows: chunks } = await owner.query<{ number: number; sha256: Buffer; sound: Buffer }>(
    'select number, sha256, sound from recording_chunk where recording_id = $1',
    [recordingId],
  )
  const key = openSoundKey(recording!.key, parseDataKeys(dataKeys))
  const isSame = ({ number, sha256, sound }: (typeof chunks)[number]) => {
    const sent = said.parts.find((part) => part.number === number)?.sound
    if (!sent) return false
    return createHash('sha256').update(sent).digest().equals(sha256) && decryptSound(key, sound).equals(sent)
  }
  const parts = chunks.filter(isSame).length
  const { rows: segments } = await owner.query<Segment>(
    `select kind, start_ms as "from", end_ms as "to", text from transcript_segment where recording_id = $1 order by number`,
    [recordingId],
  )
  return { parts, stray: chunks.length - parts, notes: isOne ? 1 : 0, ...phrasesOf(segments, said) }
}

/** How the phrases that were said stand in a transcript. */
export function phrasesOf(segments: readonly Segment[], { phrases, phrasesIn }: Omit<Said, 'parts'>) {
  const heard = segments.flatMap((segment) => phrasesIn(segment))
  const times = (phrase: number) => heard.filter((each) => each === phrase).length
  const expected = Array.from({ length: phrases }, (_, phrase) => phrase)
  const overlaps = segments.filter(({ from }, at) => at > 0 && from < segments[at - 1]!.to).length
  const outOfOrder = heard.filter((phrase, at) => at > 0 && phrase < heard[at - 1]!).length
  return {
    written: heard.length,
    doubled:
      expected.reduce((sum, phrase) => sum + Math.max(0, times(phrase) - 1), 0) + overlaps + outOfOrder,
    lost: expected.filter((phrase) => times(phrase) === 0).length,
  }
}
