import { expressionBuilder, sql, type Expression } from 'kysely'
import { jsonObjectFrom } from 'kysely/helpers/postgres'
import type { StaffTx } from '../../db/connect'
import type { StaffSchema, StoredParagraph } from '../../db/roles'
import type { DisclosureLevel } from './level'
import type { VersionText } from './version-text'

const staff = expressionBuilder<StaffSchema>()

/** A reader of the case today, with the decision on this note in force, if any. */
export type CaseReader = {
  personId: string
  role: 'child' | 'guardian' | 'appointedCustodian'
  givenName: string
  name: string
  /** Null while it cannot be told. */
  age: number | null
  isChild: boolean
  /** 15, or may be, and a party of their own (SoL 2025:400 3 kap. 4 §). */
  isOwnParty: boolean
  isProtected: boolean
  /** A decision bars them from the child's case. */
  isBlocked: boolean
  language: string
  textSize: string
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
  /** The text of one's own draft that was decided on, and whether it still stands; null without such a decision. */
  basis: { shown: ShownDraft; holds: boolean } | null
}

/** As draft_shown gives it (db/policy/staff/disclosure-basis.sql). */
type ShownDraft = VersionText & { text: string | null; source: string | null }

export async function listReaders(tx: StaffTx, caseId: string, noteId: string): Promise<CaseReader[]> {
  const { rows } = await sql<Omit<CaseReader, 'disclosure'> & { disclosure: StoredDisclosure | null }>`
    select r.person_id as "personId", r.role, r.given_name as "givenName", full_name(r.given_name, r.family_name) as name,
           r.age, r.is_child as "isChild", r.is_own_party as "isOwnParty", r.is_protected as "isProtected",
           r.is_blocked as "isBlocked", r.language, r.text_size as "textSize",
           ${disclosureOf({ noteId, personId: sql.ref('r.person_id') })} as disclosure
      from staff_reader r where r.case_id = ${caseId}::uuid
     order by r.is_child desc, r.given_name, r.person_id`.execute(tx)
  return rows.map(({ disclosure, ...reader }) => ({
    ...reader,
    disclosure: disclosure && {
      ...disclosure,
      shownFrom: new Date(disclosure.shownFrom),
      // To the millisecond, as the form returns it.
      decidedAt: new Date(disclosure.decidedAt),
    },
  }))
}

type StoredDisclosure = Omit<Disclosure, 'shownFrom' | 'decidedAt'> & { shownFrom: string; decidedAt: string }

function disclosureOf({ noteId, personId }: { noteId: string; personId: Expression<string> }) {
  return jsonObjectFrom(
    staff
      .selectFrom('disclosure as d')
      .innerJoin('staff_member as s', 's.id', 'd.decided_by')
      .where('d.note_id', '=', noteId)
      .where('d.person_id', '=', personId)
      .select((eb) => [
        'd.level',
        'd.title',
        'd.partial_text as partialText',
        'd.ground',
        'd.ground_shown as groundTold',
        'd.harm_assessment as harmAssessment',
        'd.review_on as reviewOn',
        'd.shown_from as shownFrom',
        'd.decided_at as decidedAt',
        's.given_name as decidedBy',
        basisOf(eb.ref('d.person_id'), noteId).as('basis'),
      ]),
  )
}

function basisOf(personId: Expression<string>, noteId: string) {
  return jsonObjectFrom(
    staff
      .selectFrom('staff_decided_text as b')
      .innerJoin('staff_draft as v', 'v.id', 'b.note_version_id')
      .where('v.note_id', '=', noteId)
      .where('b.person_id', '=', personId)
      .select([sql<ShownDraft>`b.shown`.as('shown'), 'b.holds']),
  )
}

export type Ground = { ground: string; source: string }

export async function listGrounds(tx: StaffTx): Promise<Ground[]> {
  const { rows } = await sql<Ground>`
    select ground, source from disclosure_ground where valid @> (select app_today()) order by position`.execute(
    tx,
  )
  return rows
}
