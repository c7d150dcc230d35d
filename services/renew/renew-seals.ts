import { sql } from 'kysely'
import { renewPackage, type Renewal } from '../../app/signing/seal/renew-package.ts'
import type { TimeStampService } from '../../app/signing/seal/time-stamp-client.ts'
import type { Trust } from '../../app/signing/verifier/trust.ts'
import type { Database } from '../../db/connect.ts'

type Parts = { database: Database; trust: Trust; service: TimeStampService; now: () => Date }
type Told = Renewal['outcome'] | 'changed' | 'failed'
type Counts = Record<Told, number>
type Kept = { municipality_id: string; request_id: string; bytes: Buffer }

/**
 * Goes through the sealed files and renews those that end within so many days. Stopped and begun again it goes on where
 * there is something left: what was renewed lasts.
 * @param tell a line about each file that was to be renewed
 */
export async function renewSeals(parts: Parts, days: number, tell: (line: string) => void): Promise<Counts> {
  const counts: Counts = { lasts: 0, renewed: 0, refused: 0, changed: 0, failed: 0 }
  for (let kept = await packageAfter(parts, null); kept; kept = await packageAfter(parts, kept)) {
    const { told, line } = await renewOne(parts, kept, days)
    counts[told]++
    if (line) tell(`${kept.request_id}  ${line}`)
  }
  return counts
}

async function renewOne(parts: Parts, kept: Kept, days: number): Promise<{ told: Told; line?: string }> {
  const { trust, service } = parts
  const now = parts.now()
  const before = new Date(now.getTime() + days * 24 * 60 * 60_000)
  const renewal = await renewPackage(kept.bytes, trust, service, { now, before }).catch(() => null)
  if (!renewal) return { told: 'failed', line: 'failed: the time-stamp service gave no answer that holds' }
  if (renewal.outcome === 'lasts') return { told: 'lasts' }
  if (renewal.outcome === 'refused') return { told: 'refused', line: `refused: ${renewal.rule}` }
  if (!(await keep(parts, kept, renewal.bytes)))
    return { told: 'changed', line: 'changed meanwhile, left as it is' }
  const { until, unheard } = renewal
  const lack = unheard.length > 0 ? `, without an answer from ${unheard.join(', ')}` : ''
  return { told: 'renewed', line: `renewed until ${until.toISOString().slice(0, 10)}${lack}` }
}

function packageAfter({ database, now }: Parts, last: Kept | null): Promise<Kept | undefined> {
  return database.asService(now(), async (tx) => {
    const { rows } = await sql<Kept>`
      select * from service_package_after(${last?.municipality_id ?? null}::uuid, ${last?.request_id ?? null}::uuid)`.execute(
      tx,
    )
    return rows[0]
  })
}

function keep({ database, now }: Parts, kept: Kept, bytes: Buffer): Promise<boolean> {
  return database.asService(now(), async (tx) => {
    const { rows } = await sql<{ isKept: boolean }>`
      select service_keep_renewed_package(${kept.municipality_id}::uuid, ${kept.request_id}::uuid, ${kept.bytes}, ${bytes}) as "isKept"`.execute(
      tx,
    )
    return rows[0]!.isKept
  })
}
