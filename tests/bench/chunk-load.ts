import { randomBytes, randomUUID } from 'node:crypto'
import { Agent } from 'node:http'
import pg from 'pg'
import { numbersOf, quarter } from '../../app/dictation/recording/part-length.ts'
import { perSecond } from './at-once.ts'
import { median } from './median.ts'
import { goals, type Plan } from './plan.ts'
import { soundPart, startRecording, type Recording } from './recording.ts'
import { number, type Part } from './report.ts'
import { alternate } from './rounds.ts'
import { secondsOf, type Clip } from './speech.ts'
import type { Workplace } from './workplace.ts'

type Side = { name: string; run: (seconds: number) => Promise<number> }

// As many as the portal's own pool (db/connect.ts).
const connections = 20
// Nonce and tag of AES-GCM (app/dictation/sound-key.ts).
const bytesOfEncryption = 28

/** Seconds of sound that the portal stores when many dictate at once. */
export async function measureChunks(
  workplace: Workplace,
  { address, clip, plan }: { address: string; clip: Clip; plan: Plan },
): Promise<Part> {
  const desks = workplace.desks.slice(0, plan.dictations)
  const agent = new Agent({ keepAlive: true, maxSockets: desks.length })
  const part = soundPart(secondsOf(clip)[1]!)
  const recordings: (Recording & { next: number })[] = []
  for (const desk of desks) recordings.push({ ...(await startRecording(desk, { address, agent })), next: 0 })
  const raw = new pg.Pool({ connectionString: workplace.ownerUrl, max: connections })
  const [hash, stored] = [randomBytes(32), randomBytes(part.bytes.length + bytesOfEncryption)]
  const rows = recordings.map(() => ({ id: randomUUID(), next: 0 }))
  await raw.query('create table raw_chunk (like recording_chunk including all)')
  let turnedAway = 0
  const sides: Side[] = [
    {
      name: '**portal**',
      run: (seconds) =>
        perSecond(recordings.length, seconds, async (at) => {
          const recording = recordings[at]!
          turnedAway += await recording.send(recording.next, part)
          recording.next += numbersOf(part.bytes, quarter)
        }),
    },
    {
      name: 'bare inserts of the same rows',
      run: (seconds) =>
        perSecond(rows.length, seconds, (at) =>
          insert(raw, [workplace.municipalityId, rows[at]!.id, rows[at]!.next++, hash, stored]),
        ),
    },
  ]
  await alternate(sides, 1, ({ run }) => run(plan.warmUpSeconds))
  const [portal, bare] = await alternate(sides, plan.rounds, async ({ run }) => {
    const found = await run(plan.seconds)
    await raw.query('truncate raw_chunk')
    return found
  })
  await raw.end()
  agent.destroy()
  const ratio = median(portal!.map((found, round) => found / bare![round]!))
  return {
    section: {
      heading: `${desks.length} dictations at once`,
      about:
        `${desks.length} caseworkers, each with a session, a draft and a connection, send a second of sound as soon as ` +
        'the one before is confirmed: the portal looks up the session, encrypts and stores it in a transaction. Beside ' +
        `it the same rows (${number(stored.length)} bytes, random) inserted one by one into a table of the same form ` +
        `over ${connections} connections, as many as the portal has. ${plan.rounds} rounds of ${plan.seconds} s for each side in turn; ` +
        'medians. The worker is stopped meanwhile; the load is made on the same machine. Each dictation sends one second ' +
        `of sound a second: ${desks.length} a second keep up. Turned away as too many, to come again: ${turnedAway}.`,
      columns: ['portal to this', 'side', 'seconds of sound stored a second'],
      rows: [
        ['1', sides[0]!.name, number(median(portal!))],
        [number(ratio), sides[1]!.name, number(median(bare!))],
      ],
    },
    checks: [
      {
        name: `seconds of sound of ${desks.length} dictations stored a second`,
        found: median(portal!),
        limit: desks.length,
        rule: 'atLeast',
      },
      {
        name: 'parts of a dictation turned away in all rounds',
        found: turnedAway,
        limit: 0,
        rule: 'atMost',
      },
      {
        name: 'seconds of sound stored, to bare inserts',
        found: ratio,
        limit: goals.chunksToInserts,
        rule: 'atLeast',
      },
    ],
  }
}

async function insert(pool: pg.Pool, values: readonly unknown[]): Promise<void> {
  await pool.query({
    name: 'insert',
    text: 'insert into raw_chunk values ($1, $2, $3, $4, $5, 4)',
    values: [...values],
  })
}
