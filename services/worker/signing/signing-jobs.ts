import { sql } from 'kysely'
import { bankIdSettings } from '../../../app/server/bankid-setting.ts'
import type { BankIdTrust } from '../../../app/oidc/bankid-trust.ts'
import { parseDataKeys, type DataKeys } from '../../../app/person/data-keys.ts'
import { judgeAnswer } from '../../../app/signing/evidence/judge-answer.ts'
import type { JobSet, RunningJobs, WorkerParts } from '../job-set.ts'

const JUDGE_EVERY_MS = 10_000
const EXPIRE_EVERY_MS = 60_000

/** What is left when a portal ended between an answer and its judgement, and what nobody answered in time. */
export const signingJobs: JobSet<'signing'> = (source) => {
  const dataKeys = source.take('DATA_KEYS', parseDataKeys)
  const bankId = source.optional('BANKID_ROOTS') ? bankIdSettings(source.take, source.production) : null
  return Promise.resolve(dataKeys ? (parts) => startSigningJobs(parts, dataKeys, bankId ?? null) : null)
}

function startSigningJobs(
  worker: WorkerParts,
  dataKeys: DataKeys,
  bankId: BankIdTrust | null,
): RunningJobs<'signing'> {
  return {
    handlers: {},
    atIntervals: [
      { everyMs: EXPIRE_EVERY_MS, work: () => expireRequests(worker) },
      ...(bankId
        ? [{ everyMs: JUDGE_EVERY_MS, work: () => judgeWaiting(worker, { dataKeys, bankId }) }]
        : []),
    ],
  }
}

async function expireRequests({ database, now, log }: WorkerParts): Promise<void> {
  const count = await database.asService(now(), async (tx) => {
    const { rows } = await sql<{
      moved: number
    }>`select service_expire_signature_requests() as moved`.execute(tx)
    return rows[0]!.moved
  })
  if (count > 0) log.info({ count }, 'signature requests ended')
}

/** A portal that lives judges its answers at once: what has waited longer was left behind. */
export async function judgeWaiting(
  { database, now, log }: Pick<WorkerParts, 'database' | 'now' | 'log'>,
  { dataKeys, bankId }: { dataKeys: DataKeys; bankId: BankIdTrust },
): Promise<void> {
  const { rows } = await database.asService(now(), (tx) =>
    sql<{ municipality_id: string; intent_id: string }>`
      select * from service_waiting_signature_answers(interval '10 seconds')`.execute(tx),
  )
  for (const { municipality_id: municipalityId, intent_id: intentId } of rows) {
    // One that cannot be judged must not keep the others waiting.
    await judgeAnswer({ database, now, dataKeys, bankId }, { municipalityId, intentId }).then(
      (rule) => log.info({ intentId, rule }, 'a signature that was left behind has been judged'),
      (error: unknown) => log.error({ intentId, error }, 'a signature that was left behind cannot be judged'),
    )
  }
}
