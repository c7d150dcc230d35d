import { sql } from 'kysely'
import { bankIdSettings } from '../../../app/server/bankid-setting.ts'
import type { BankIdTrust } from '../../../app/oidc/bankid-trust.ts'
import { parseDataKeys, type DataKeys } from '../../../app/person/data-keys.ts'
import { judgeAnswer } from '../../../app/signing/evidence/judge-answer.ts'
import { endPdfMaker } from '../../../app/document/pdf/pdf-maker.ts'
import type { Interval, JobSet, RunningJobs, WorkerParts } from '../job-set.ts'
import { remindSigners } from './remind-signers.ts'
import { readSealSettings, type SealSettings } from './seal-settings.ts'
import { sealSignatureJob } from './seal-signature.ts'
import { sendLeftOver } from './send-left-over.ts'
import { stampSealJob } from './stamp-package.ts'

const JUDGE_EVERY_MS = 10_000
const EXPIRE_EVERY_MS = 60_000
const REMIND_EVERY_MS = 60_000
const LEFT_OVER_EVERY_MS = 5 * 60_000

type Settings = { dataKeys: DataKeys; bankId: BankIdTrust | null; seal: SealSettings | null }

/**
 * What is left when a portal ended between an answer and its judgement, what nobody answered in time, and the sealing of
 * what was signed. Where people sign there must be a key to seal with.
 */
export const signingJobs: JobSet<'signing'> = async (source) => {
  const dataKeys = source.take('DATA_KEYS', parseDataKeys)
  const bankId = source.optional('BANKID_ROOTS') ? bankIdSettings(source.take, source.production) : null
  const seals = source.optional('BANKID_ROOTS') ?? source.optional('SEAL_KEY')
  const seal = seals ? await readSealSettings(source) : null
  return dataKeys ? (parts) => startSigningJobs(parts, { dataKeys, bankId: bankId ?? null, seal }) : null
}

function startSigningJobs(worker: WorkerParts, { dataKeys, bankId, seal }: Settings): RunningJobs<'signing'> {
  const stampedBy = seal?.stampedBy
  return {
    handlers: {
      'seal-signature': seal ? sealSignatureJob(worker, { ...seal, dataKeys }) : null,
      'stamp-seal': stampedBy ? stampSealJob(worker, stampedBy) : null,
    },
    atIntervals: [
      { everyMs: EXPIRE_EVERY_MS, work: () => expireRequests(worker) },
      { everyMs: REMIND_EVERY_MS, work: () => remindSigners(worker) },
      ...(bankId
        ? [{ everyMs: JUDGE_EVERY_MS, work: () => judgeWaiting(worker, { dataKeys, bankId }) }]
        : []),
      ...(seal ? [leftOver(worker, 'seal-signature')] : []),
      ...(stampedBy ? [leftOver(worker, 'stamp-seal')] : []),
    ],
    end: endPdfMaker,
  }
}

function leftOver(worker: WorkerParts, queue: 'seal-signature' | 'stamp-seal'): Interval {
  return { everyMs: LEFT_OVER_EVERY_MS, work: () => sendLeftOver(worker, queue) }
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
