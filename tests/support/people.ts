import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import type { SessionToken } from '../../db/opening.ts'
import {
  people,
  staff,
  units,
  type MunicipalityKey,
  type PersonKey,
  type StaffKey,
} from '../../db/seed/people.ts'
import { storyId } from '../../db/seed/story-id.ts'

export const isStaffKey = (who: PersonKey | StaffKey): who is StaffKey => who in staff

/** The id of somebody in the stories. */
export function idOf(who: PersonKey | StaffKey): string {
  return storyId(isStaffKey(who) ? 'staff' : 'person', who)
}

/** The id of the municipality somebody belongs to. */
export function municipalityOf(who: PersonKey | StaffKey): string {
  return municipalityId(isStaffKey(who) ? units[staff[who].unit].municipality : people[who].municipality)
}

export function municipalityId(key: MunicipalityKey): string {
  return storyId('municipality', key)
}

/** Opens a session as the owner of the tables may, without a broker. */
export async function sessionFor(owner: pg.Client, who: PersonKey | StaffKey): Promise<SessionToken> {
  const token = { municipalityId: municipalityOf(who), hash: randomBytes(32) }
  await owner.query(
    `insert into session (municipality_id, token_hash, kind, subject_id, device) values ($1, $2, $3, $4, 'phone')`,
    [token.municipalityId, token.hash, isStaffKey(who) ? 'staff' : 'person', idOf(who)],
  )
  return token
}
