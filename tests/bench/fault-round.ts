import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import { keptOf, type Kept, type Said } from './kept.ts'
import { newTake, speak } from './spoken-take.ts'
import type { Desk } from './workplace.ts'

/** A process that can be killed and started again. */
export type Victim = { name: string; kill: () => Promise<void>; start: () => Promise<void> }
/** Null when the kill came after the last text. */
export type Round = Kept & { secondsToText: number | null }
export const isUnderWay = ({ secondsToText }: Round) => secondsToText !== null
export type RoundMeans = {
  owner: pg.Pool
  address: string
  desk: Desk
  dataKeys: string
  said: Said
  pace: number
}

type Seen = { at: number; segments: number; state: string }

// Milliseconds until a dictation that gets no text is given up.
const patience = 180_000

/**
 * One dictation in which the process is killed after so many milliseconds and started again.
 * @returns what is kept of it once it is transcribed, and how long the next text took from the kill
 */
export async function faultRound(victim: Victim, killAfter: number, means: RoundMeans): Promise<Round> {
  const { owner, address, desk, dataKeys, said, pace } = means
  const take = newTake()
  const seen: Seen[] = []
  const watching = watch(owner, take.recordingId, seen)
  const speaking = speak(take, { address, desk, parts: said.parts, pace })
  const killing = (async () => {
    await wait(killAfter)
    const before = (await look(owner, take.recordingId))?.segments ?? 0
    const killedAt = performance.now()
    await victim.kill()
    await victim.start()
    return { before, killedAt }
  })()
  const [{ before, killedAt }] = await Promise.all([killing, speaking, watching])
  const next = seen.find(({ at, segments }) => at > killedAt && segments > before)
  const kept = await keptOf(owner, take, { said, dataKeys })
  return { ...kept, secondsToText: next ? (next.at - killedAt) / 1000 : null }
}

/** Looks until the recording has all its text; the database may be away meanwhile. */
async function watch(owner: pg.Pool, recordingId: string, seen: Seen[]): Promise<void> {
  const begun = performance.now()
  while (seen.at(-1)?.state !== 'transcribed') {
    if (performance.now() - begun > patience) throw new Error(`no text for ${recordingId}`)
    const found = await look(owner, recordingId).catch(() => undefined)
    if (found) seen.push({ at: performance.now(), ...found })
    await wait(25)
  }
}

async function look(owner: pg.Pool, recordingId: string) {
  const { rows } = await owner.query<{ state: string; segments: number }>(
    `select state, (select count(*)::int from transcript_segment where recording_id = r.id) as segments
       from recording r where id = $1`,
    [recordingId],
  )
  return rows[0]
}
