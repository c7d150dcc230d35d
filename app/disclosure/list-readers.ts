import { expressionBuilder, sql, type Expression } from 'kysely'
import { jsonObjectFrom } from 'kysely/helpers/postgres'
import type { StaffTx } from '../../db/connect'
import type { StaffSchema } from '../../db/roles'
import type { DisclosedItem } from './disclosed-item'
import type { DisclosureLevel } from './level'

const staff = expressionBuilder<StaffSchema>()

/**
 * A reader of the case today, with the decision in force on this note or document, if any.
 * @template Shown what of one's own draft was decided on
 * @template Part what an own text is kept as
 */
export type CaseReader<Shown = unknown, Part = unknown> = {
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
  disclosure: Disclosure<Shown, Part> | null
}

type Disclosure<Shown, Part> = {
  level: DisclosureLevel
  title: string | null
  partialText: Part[] | null
  ground: string | null
  groundTold: boolean
  harmAssessment: string | null
  /** 'YYYY-MM-DD' */
  reviewOn: string | null
  shownFrom: Date
  decidedAt: Date
  decidedBy: string
  /** The text of one's own draft that was decided on, and whether it still stands; null without such a decision. */
  basis: { shown: Shown; holds: boolean } | null
}

export async function listReaders<Shown, Part>(
  tx: StaffTx,
  caseId: string,
  item: DisclosedItem,
): Promise<CaseReader<Shown, Part>[]> {
  type Stored = StoredDisclosure<Shown, Part>
  const { rows } = await sql<Omit<CaseReader, 'disclosure'> & { disclosure: Stored | null }>`
    select r.person_id as "personId", r.role, r.given_name as "givenName", full_name(r.given_name, r.family_name) as name,
           r.age, r.is_child as "isChild", r.is_own_party as "isOwnParty", r.is_protected as "isProtected",
           r.is_blocked as "isBlocked", r.language, r.text_size as "textSize",
           ${disclosureOf(item, sql.ref('r.person_id'))} as disclosure
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

type StoredDisclosure<Shown, Part> = Omit<Disclosure<Shown, Part>, 'shownFrom' | 'decidedAt'> & {
  shownFrom: string
  decidedAt: string
}

function disclosureOf({ column, id }: DisclosedItem, personId: Expression<string>) {
  return jsonObjectFrom(
    staff
      .selectFrom('disclosure as d')
      .innerJoin('staff_member as s', 's.id', 'd.decided_by')
      .where(`d.${column}`, '=', id)
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
        basisOf({ column, id }, eb.ref('d.person_id')).as('basis'),
      ]),
  )
}

function basisOf({ column, id }: DisclosedItem, personId: Expression<string>) {
  return jsonObjectFrom(
    staff
      .selectFrom('staff_decided_text as b')
      .where(`b.${column}`, '=', id)
      .where('b.person_id', '=', personId)
      .select(['b.shown', 'b.holds']),
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
