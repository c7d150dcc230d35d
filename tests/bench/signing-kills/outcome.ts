import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import { verifyPackage } from '../../../app/signing/verifier/package.ts'
import type { Trust } from '../../../app/signing/verifier/trust.ts'
import type { Asked } from './requests.ts'
import type { Round } from './round.ts'
import type { SigningWorld } from './signing-world.ts'

/**
 * What became of signatures. Lost is what was kept, or came with somebody who was answered, and is not recorded. Wrong is a
 * request whose state, log, refusals or time to appeal are not those of one signature.
 */
export type Outcome = Record<
  'begun' | 'recorded' | 'lost' | 'doubled' | 'wrong' | 'packages' | 'accepted',
  number
>

type Row = {
  state: string
  begun: number
  kept: number
  recorded: number
  refused: number
  logged: number
  windows: string
  packages: Buffer[]
}

// Two parts of the decision concern Peter, each with three weeks from the day of the stories.
const rightWindows = '2026-10-06 2026-10-06'
// Milliseconds until what is left of killed jobs is no longer expected to be done.
const patience = 900_000

/** Waits until nothing is left to be judged, sealed or stamped. */
export async function settle({ owner }: SigningWorld, signed: readonly Asked[]): Promise<void> {
  const ids = signed.map(({ requestId }) => requestId)
  for (const begun = performance.now(); ;) {
    const { rowCount: done } = await owner.query(
      'select from sealed_package where request_id = any($1) and stamped_at is not null',
      [ids],
    )
    // What is missing is counted afterwards.
    if (done === ids.length || performance.now() - begun > patience) return
    await wait(500)
  }
}

export async function outcomeOf({ owner, trust }: SigningWorld, rounds: readonly Round[]): Promise<Outcome> {
  const sum: Outcome = { begun: 0, recorded: 0, lost: 0, doubled: 0, wrong: 0, packages: 0, accepted: 0 }
  for (const round of rounds) {
    const one = outcomeOfOne(await rowOf(owner, round), round, trust)
    for (const [name, count] of Object.entries(one)) sum[name as keyof Outcome] += count
  }
  return sum
}

function outcomeOfOne(found: Row, { answers }: Round, trust: Trust): Outcome {
  // A broker that was too slow gave no answer.
  const came = answers.filter(({ told }) => told !== 'upptagen').length
  const { state, begun, kept, recorded, refused, logged, windows, packages } = found
  const isRight = state === 'signed' && logged === 1 && refused === 0 && windows === rightWindows
  return {
    begun,
    recorded,
    lost: Math.max(kept, came) - Math.min(kept, recorded),
    doubled: Math.max(0, recorded - 1, kept - 1, logged - 1, packages.length - 1),
    wrong: isRight ? 0 : 1,
    packages: packages.length,
    accepted: packages.filter((bytes) => isAccepted(bytes, trust)).length,
  }
}

function isAccepted(bytes: Buffer, trust: Trust): boolean {
  const { holds, stampedAt, signatures } = verifyPackage(bytes, trust, new Date())
  return holds && stampedAt !== null && signatures.length === 1
}

async function rowOf(owner: pg.Pool, { requestId, documentId }: Round): Promise<Row> {
  const { rows } = await owner.query<Row>(
    `with intent as (select id from signature_intent where request_id = $1)
     select r.state,
            (select count(*)::int from intent) as begun,
            (select count(*)::int from signature_answer where intent_id in (select id from intent)) as kept,
            (select count(*)::int from signature_evidence where request_id = $1) as recorded,
            (select count(*)::int from signature_refusal where intent_id in (select id from intent)) as refused,
            (select count(*)::int from audit_event where document_id = $2 and action = 'signedDocument') as logged,
            (select string_agg(last_day::text, ' ' order by part) from appeal_window where request_id = $1) as windows,
            (select coalesce(array_agg(bytes), '{}') from sealed_package where request_id = $1) as packages
       from signature_request r where r.id = $1`,
    [requestId, documentId],
  )
  return rows[0]!
}
