import { sql } from 'kysely'
import type { StaffTx } from '../../db/connect'
import { birthOf } from './birth-of-number'
import type { DataKeys } from './data-keys'
import { encryptNumber, isPersonalIdentityNumber, lookupHash } from './personal-identity-number'

export type NumberFault = 'missing' | 'notANumber' | 'same' | 'taken' | 'unseen'

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

/** What would become of the person with this number. Changes nothing. */
export async function seeNumberChange(
  tx: StaffTx,
  { personId, typed, dataKeys, now }: { personId: string; typed: string } & Known,
): Promise<NumberChange | { fault: NumberFault }> {
  const read = numberIn(typed, now)
  if ('fault' in read) return read
  const { rows } = await sql<{ outcome: string; id: string | null; name: string | null }>`
    select c.outcome, x.id, full_name(x.given_name, x.family_name) as name
      from staff_number_change(${personId}::uuid, ${lookupHash(read.number, dataKeys)}) c
      left join person x on x.id = c.other`.execute(tx)
  const seen = rows[0]
  if (seen?.outcome === 'same') return { fault: 'same' }
  // Not theirs to change, or to be made one with somebody they may not see.
  if (!seen || !['change', 'merge'].includes(seen.outcome)) return { fault: 'taken' }
  if (seen.outcome === 'merge' && seen.name === null) return { fault: 'taken' }
  const other = seen.id && seen.name !== null ? { id: seen.id, name: seen.name } : null
  return {
    number: read.number,
    other,
    cases: await listCasesOf(tx, [personId, ...(other ? [other.id] : [])]),
  }
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

type Wish = { personId: string; caseId: string; typed: string; seenOther: string | null }

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
  return { fault: outcome === 'same' || outcome === 'unseen' ? outcome : 'taken' }
}
