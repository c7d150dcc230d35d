import { randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { TogetherTx } from '../../db/connect.ts'
import type { SessionToken } from '../../db/opening.ts'
import type { StaffKey } from '../../db/seed/people.ts'
import { alvasCase } from './asked.ts'
import { idOf } from './people.ts'
import { storyTime, type Stories } from './stories.ts'

export type Chosen = { kind: 'note' | 'document' | 'plan' | 'dates'; id: string | null }
export type Prepared = { code: Buffer; id: string | null }

type Wish = {
  staff?: StaffKey
  caseId?: string
  child?: string
  key?: string
  company?: string
  companyName?: string | null
  code?: Buffer
  network?: Buffer
  when?: Date
}

/** Prepares a reading as a staff member; Olle with Alva unless said otherwise. `id` is null when it was refused. */
export async function prepare(
  { asStaff }: Stories,
  chosen: readonly Chosen[],
  {
    staff = 'olle',
    caseId = alvasCase,
    child = idOf('alva'),
    key = randomUUID(),
    company = 'alone',
    companyName = null,
    code,
    network,
    when,
  }: Wish = {},
): Promise<Prepared> {
  const hash = code ?? randomBytes(32)
  const { rows } = await asStaff(
    staff,
    (tx) =>
      sql<{ id: string | null }>`
        select staff_prepare_together(${caseId}, ${child}, ${JSON.stringify(chosen)}::jsonb, 'easier', ${company}, ${companyName}, ${key}, ${hash}, ${network ?? randomBytes(32)}) as id`.execute(
        tx,
      ),
    when,
  )
  return { code: hash, id: rows[0]!.id }
}

/** Types the code on a device. Null where it opens nothing. */
export async function type(
  { database }: Stories,
  code: Buffer,
  when: Date = storyTime,
): Promise<SessionToken | null> {
  const hash = randomBytes(32)
  const { rows } = await database.asService(when, (tx) =>
    sql<{
      municipality_id: string
    }>`select * from service_open_together(${code}, ${hash}, 'tablet', false)`.execute(tx),
  )
  return rows[0] ? { municipalityId: rows[0].municipality_id, hash } : null
}

/** Prepares and opens. */
export async function openReading(stories: Stories, chosen: readonly Chosen[], wish: Wish = {}) {
  const { code, id } = await prepare(stories, chosen, wish)
  const token = await type(stories, code, wish.when)
  if (!token || !id) throw new Error('the reading was not opened')
  return { id, token, as: asDevice(stories, token) }
}

/** Runs work as the device; null when it is no longer open. */
export const asDevice =
  ({ database }: Stories, token: SessionToken) =>
  async <T>(work: (tx: TogetherTx) => Promise<T>, when: Date = storyTime): Promise<T | null> =>
    (await database.asTogether(token, when, async (tx) => ({ value: await work(tx) })))?.value ?? null
