import { sql } from 'kysely'
import type { StaffTx } from '../../../db/connect'
import type { ServiceMethod, SignatureAct, SignatureState } from '../../../db/closed-lists'

export type StaffRequest = {
  id: string
  caseId: string
  documentId: string
  title: string
  personId: string
  personName: string
  act: SignatureAct
  state: SignatureState
  askedAt: Date
  movedAt: Date
  /** The last day to answer; null while nothing runs out. */
  answerOn: string | null
  /** When they were reminded, if they were. */
  remindedAt: Date | null
  /** Whether an answer that asks something of staff has been seen. */
  isNoted: boolean
  declinedWords: string | null
  servedHow: ServiceMethod | null
  servedOn: string | null
  /** Whose word it is that a decision was signed on paper. */
  attestedBy: string | null
  /** Nobody has answered within the municipality's hours. */
  isOverdue: boolean
  /** Of the signature as a sealed file; null while there is none. */
  packageSize: number | null
  sealedAt: Date | null
  stampedAt: Date | null
  /** The last days that run for this person. */
  lastDays: { title: string; lastDay: string }[]
  /** When an appeal of theirs came in, if one has. */
  appealedOn: string | null
}

const columns = sql`
  r.id, d.case_id as "caseId", d.id as "documentId", v.title, r.person_id as "personId",
  full_name(coalesce(p.given_name, s.given_name), coalesce(p.family_name, s.family_name)) as "personName",
  r.act, r.state, r.asked_at as "askedAt", r.moved_at as "movedAt", r.declined_words as "declinedWords",
  ((r.answer_by - interval '1 microsecond') at time zone 'Europe/Stockholm')::date as "answerOn", r.noted_at is not null as "isNoted",
  (select n.due_at from notice n where n.municipality_id = r.municipality_id and n.request_id = r.id and n.kind = 'answerReminder') as "remindedAt",
  (select g.received_on from appeal_received g where g.municipality_id = r.municipality_id and g.request_id = r.id) as "appealedOn",
  k.size as "packageSize", k.sealed_at as "sealedAt", k.stamped_at as "stampedAt",
  r.served_how as "servedHow", r.served_on as "servedOn", full_name(attester.given_name, attester.family_name) as "attestedBy",
  r.act = 'receipt' and r.state in ('asked', 'declined', 'expired')
    and (r.state <> 'asked' or r.asked_at + make_interval(hours => m.receipt_hours) <= (select app_now())) as "isOverdue",
  coalesce((select jsonb_agg(jsonb_build_object('title', q.title, 'lastDay', w.last_day) order by q.number)
              from appeal_window w join decision_part q on q.municipality_id = w.municipality_id
                   and q.document_version_id = r.document_version_id and q.number = w.part
             where w.municipality_id = r.municipality_id and w.request_id = r.id), '[]') as "lastDays"
  from signature_request r
  join municipality m on m.id = r.municipality_id
  left join sealed_package k on k.municipality_id = r.municipality_id and k.request_id = r.id
  join document_version v on v.municipality_id = r.municipality_id and v.id = r.document_version_id
  join document d on d.municipality_id = v.municipality_id and d.id = v.document_id
  left join person p on p.municipality_id = r.municipality_id and p.id = r.person_id
  left join staff_member s on s.municipality_id = r.municipality_id and s.id = r.staff_id
  left join paper_signature o on o.municipality_id = r.municipality_id and o.request_id = r.id
  left join staff_member attester on attester.municipality_id = o.municipality_id and attester.id = o.attested_by`

/** Everybody who is or was asked to sign a document, by name. */
export async function listRequests(tx: StaffTx, documentId: string): Promise<StaffRequest[]> {
  const { rows } = await sql<StaffRequest>`
    select ${columns} where d.id = ${documentId}::uuid
     order by v.number desc, r.act <> 'decision', "personName", r.act, r.asked_at`.execute(tx)
  return rows
}

/** Undefined when it is unknown or not in a case open to the staff member. */
export async function findRequest(tx: StaffTx, requestId: string): Promise<StaffRequest | undefined> {
  const { rows } = await sql<StaffRequest>`select ${columns} where r.id = ${requestId}::uuid`.execute(tx)
  return rows[0]
}

/** Receipts that nobody has given in time, in the cases open to the staff member, oldest first. */
export async function listUnserved(tx: StaffTx): Promise<StaffRequest[]> {
  const { rows } = await sql<StaffRequest>`
    select * from (select ${columns} where r.state in ('asked', 'declined', 'expired') and r.act = 'receipt') u
     where u."isOverdue" order by u."askedAt", u.id limit 50`.execute(tx)
  return rows
}

/** Answers that ask something of staff and that nobody has seen: a no, or a consent taken back. A receipt is served instead. */
export async function listUnnoted(tx: StaffTx): Promise<StaffRequest[]> {
  const { rows } = await sql<StaffRequest>`
    select ${columns} where r.state in ('declined', 'withdrawn') and r.act <> 'receipt' and r.noted_at is null
     order by r.moved_at, r.id limit 50`.execute(tx)
  return rows
}
