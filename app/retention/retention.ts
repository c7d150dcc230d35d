import { sql } from 'kysely'
import type { StaffTx } from '../../db/connect'

/** Cases by one ground: how many, how many may go now, how many of them are late, how many may go next calendar year. */
export type GroundCount = {
  ground: 'rule' | 'open' | 'unsettled'
  rule: string | null
  source: string | null
  cases: number
  due: number
  late: number
  nextYear: number
}

/** That a case was erased. Days are 'YYYY-MM-DD'; `rows` of all tables; `inBackupsUntil` null where nobody has said. */
export type Proof = {
  id: string
  rule: string
  source: string
  erasedOn: string
  inBackupsUntil: string | null
  rows: number
}

/** What the municipality has decided on what the law leaves to it. `backupDays` null: it has not said. */
export type Setting = {
  holds: 'record' | 'copies'
  research: 'whole' | 'sample'
  atNight: boolean
  backupDays: number | null
  source: string
}

export type Retention = {
  grounds: GroundCount[]
  proofs: Proof[]
  proofCount: number
  setting: Setting | null
}

const mostProofs = 20

/** For who leads a unit, of the whole municipality; null for everybody else. Numbers alone. Logged. */
export async function openRetention(tx: StaffTx): Promise<Retention | null> {
  const leads = await tx
    .selectFrom('staff_member')
    .where('id', '=', sql<string>`(select app_subject())`)
    .where('role', '=', 'teamLeader')
    .select('id')
    .executeTakeFirst()
  if (!leads) return null
  await sql`
    insert into audit_event (municipality_id, at, actor_kind, actor_id, action)
    values ((select app_municipality()), (select app_now()), 'staff', (select app_subject()), 'readRetention')
  `.execute(tx)
  const { rows: grounds } = await sql<GroundCount>`
    select ground, rule, source, cases, due, late, next_year as "nextYear" from staff_retention order by position nulls last, ground
  `.execute(tx)
  const { rows: proofs } = await sql<Proof>`
    select id, rule, source, erased_on as "erasedOn", in_backups_until as "inBackupsUntil", rows::int as rows
      from staff_retention_proof order by erased_at desc, id limit ${mostProofs}
  `.execute(tx)
  const { rows: counted } = await sql<{ count: number }>`
    select count(*) as count from staff_retention_proof
  `.execute(tx)
  const { rows: settings } = await sql<Setting>`
    select holds, research, at_night as "atNight", backup_days as "backupDays", source from staff_retention_setting
  `.execute(tx)
  return { grounds, proofs, proofCount: counted[0]!.count, setting: settings[0] ?? null }
}
