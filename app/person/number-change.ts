import { sql } from 'kysely'
import type { StaffTx } from '../../db/connect'
import { birthOf } from './birth-of-number'
import type { DataKeys } from './data-keys'
import { encryptNumber, isPersonalIdentityNumber, lookupHash } from './personal-identity-number'

export type NumberFault = 'missing' | 'notANumber' | 'same' | 'twoPeople' | 'taken' | 'unseen'

/** `other` is who has the number already, and who the person then becomes one with. */
export type NumberChange = {
  number: string
  other: { id: string; name: string } | null
  /** Those open to the staff member, the person's first. */
  cases: { name: string; caseNumbers: string[] }[]
}

type Known = { dataKeys: DataKeys; now: Date }

/** Twelve digits as they were typed: spaces and hyphens do not count. */
function numberIn(typed: string, now: Date): { number: string } | { fault: NumberFault } {
  const number = typed.replace(/[\s\u2010-\u2015-]/g, '')
  if (number === '') return { fault: 'missing' }
  return isPersonalIdentityNumber(number, now) ? { number } : { fault: 'notANumber' }
}

type Asked = { personId: string; caseId: string; typed: string }

/** What would become of the person with this number. Changes nothing; the database writes in the log that it was asked. */
export async function seeNumberChange(
  tx: StaffTx,
  { personId, caseId, typed, dataKeys, now }: Asked & Known,
): Promise<NumberChange | { fault: NumberFault }> {
  const read = numberIn(typed, now)
  if ('fault' in read) return read
  const { rows } = await sql<{ outcome: string | null; id: string | null; name: string | null }>`
    select c.outcome, x.id, full_name(x.given_name, x.family_name) as name
      from staff_number_change(${personId}::uuid, ${caseId}::uuid, ${lookupHash(read.number, dataKeys)}) c
      left join person x on x.id = c.other`.execute(tx)
  const { outcome, id, name } = rows[0]!
  if (outcome !== 'change' && outcome !== 'merge') return { fault: faultOf(outcome) }
  const other = id !== null && name !== null ? { id, name } : null
  return {
    number: read.number,
    other,
    cases: await listCasesOf(tx, [personId, ...(other ? [other.id] : [])]),
  }
}

const told = ['same', 'twoPeople', 'unseen'] as const

function faultOf(outcome: string | null): NumberFault {
  return told.find((fault) => fault === outcome) ?? 'taken'
}

async function listCasesOf(tx: StaffTx, personIds: string[]): Promise<NumberChange['cases']> {
  const { rows } = await sql<NumberChange['cases'][number]>`
    select full_name(x.given_name, x.family_name) as name, array_agg(distinct c.case_number) as "caseNumbers"
      from person x
      join case_party p on p.municipality_id = x.municipality_id and p.person_id = x.id
      join case_file c on c.municipality_id = p.municipality_id and c.id = p.case_id
     where x.id = any(${personIds}::uuid[])
     group by x.id, x.given_name, x.family_name
     order by array_position(${personIds}::uuid[], x.id)`.execute(tx)
  return rows
}

type Wish = Asked & { seenOther: string | null }

/** Does it, if it is still what was seen. The database ends the sessions and writes the log. */
export async function changeNumber(
  tx: StaffTx,
  { personId, caseId, typed, seenOther, dataKeys, now }: Wish & Known,
): Promise<'change' | 'merge' | { fault: NumberFault }> {
  const read = numberIn(typed, now)
  if ('fault' in read) return read
  const { number } = read
  const { earliest, latest } = birthOf(number)!
  const { rows } = await sql<{ outcome: string | null }>`
    select staff_change_number(${personId}::uuid, ${caseId}::uuid, ${lookupHash(number, dataKeys)}, ${encryptNumber(number, dataKeys)},
                               ${earliest}::date, ${latest}::date, ${seenOther}::uuid) as outcome`.execute(tx)
  const outcome = rows[0]?.outcome
  if (outcome === 'change' || outcome === 'merge') return outcome
  return { fault: faultOf(outcome ?? null) }
}
