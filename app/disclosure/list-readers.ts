import { sql } from 'kysely'
import type { StaffTx } from '../../db/connect'
import type { StoredParagraph } from '../../db/roles'
import type { DisclosureLevel } from './level'

/** Somebody who reads the case today, with the decision on this note that is in force, if there is one. */
export type CaseReader = {
  personId: string
  role: 'child' | 'guardian' | 'appointedCustodian'
  givenName: string
  name: string
  age: number
  isChild: boolean
  /** 15 and a party of their own (SoL 2025:400 3 kap. 4 §). */
  isOwnParty: boolean
  isProtected: boolean
  /** Closed out from the child's case by a decision. */
  isBlocked: boolean
  disclosure: Disclosure | null
}

type Disclosure = {
  level: DisclosureLevel
  title: string | null
  partialText: StoredParagraph[] | null
  ground: string | null
  groundTold: boolean
  harmAssessment: string | null
  /** 'YYYY-MM-DD' */
  reviewOn: string | null
  shownFrom: Date
  decidedAt: Date
  decidedBy: string
}

/** The readers of a case, the child first. */
export async function listReaders(tx: StaffTx, caseId: string, noteId: string): Promise<CaseReader[]> {
  const { rows } = await sql<Omit<CaseReader, 'disclosure'>>`
    select person_id as "personId", role, given_name as "givenName", given_name || ' ' || family_name as name, age,
           is_child as "isChild", is_own_party as "isOwnParty", is_protected as "isProtected", is_blocked as "isBlocked"
      from staff_reader where case_id = ${caseId}::uuid
     order by is_child desc, given_name, person_id`.execute(tx)
  const disclosures = await listDisclosures(tx, noteId)
  return rows.map((reader) => ({ ...reader, disclosure: disclosures.get(reader.personId) ?? null }))
}

async function listDisclosures(tx: StaffTx, noteId: string): Promise<Map<string, Disclosure>> {
  const rows = await tx
    .selectFrom('disclosure as d')
    .innerJoin('staff_member as s', 's.id', 'd.decided_by')
    .where('d.note_id', '=', noteId)
    .select([
      'd.person_id as personId',
      sql<DisclosureLevel>`d.level`.as('level'),
      'd.title',
      sql<StoredParagraph[] | null>`d.partial_text`.as('partialText'),
      'd.ground',
      'd.ground_told as groundTold',
      'd.harm_assessment as harmAssessment',
      'd.review_on as reviewOn',
      sql<Date>`d.shown_from`.as('shownFrom'),
      // To the millisecond, as a form hands it back.
      sql<Date>`date_trunc('milliseconds', d.decided_at)`.as('decidedAt'),
      's.given_name as decidedBy',
    ])
    .execute()
  return new Map(rows.map(({ personId, ...disclosure }) => [personId, disclosure]))
}

export type Ground = { ground: string; source: string }

/** The grounds in force today for showing less than everything. */
export async function listGrounds(tx: StaffTx): Promise<Ground[]> {
  const { rows } = await sql<Ground>`
    select ground, source from disclosure_ground where valid @> (select app_today()) order by position`.execute(
    tx,
  )
  return rows
}
