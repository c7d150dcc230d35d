import { sql } from 'kysely'
import { askToSign, type AskFault } from '../../app/signing/staff/ask-to-sign.ts'
import type { DocumentType, SignatureAct } from '../../db/closed-lists.ts'
import type { PersonKey, StaffKey } from '../../db/seed/people.ts'
import { addDocument } from './asked-documents.ts'
import { eliasCase } from './asked.ts'
import { idOf, municipalityOf } from './people.ts'
import type { Stories } from './stories.ts'

export const ekdala = municipalityOf('peter')

/** A document of a kind in Elias's case. */
export async function documentOf(
  { owner }: Stories,
  type: DocumentType,
  readers: readonly PersonKey[] = ['peter', 'sara'],
): Promise<string> {
  const { documentId } = await addDocument({
    owner,
    municipality: ekdala,
    caseId: eliasCase,
    type,
    readers,
  })
  return documentId
}

type Ask = { documentId: string; whom: PersonKey; act: SignatureAct; answerOn?: string; when?: Date }

export function ask(stories: Stories, who: StaffKey, asked: Ask): Promise<AskFault | null> {
  const { documentId, whom, act, answerOn = '2026-09-20', when } = asked
  return stories.asStaff(
    who,
    (tx) => askToSign(tx, { documentId, personId: idOf(whom), act, answerOn }),
    when,
  )
}

/** The newest request that was made of somebody in one meaning. */
export async function requestIn(
  { owner }: Stories,
  documentId: string,
  whom: PersonKey,
  act: SignatureAct,
): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(
    `select r.id from signature_request r join document_version v on v.id = r.document_version_id and v.municipality_id = r.municipality_id
      where r.municipality_id = $1 and v.document_id = $2 and r.person_id = $3 and r.act = $4 order by r.asked_at desc limit 1`,
    [ekdala, documentId, idOf(whom), act],
  )
  if (!rows[0]) throw new Error(`${whom} is not asked for ${act}`)
  return rows[0].id
}

/** Asks and finds what was asked. */
export async function askedFor(stories: Stories, who: StaffKey, asked: Ask): Promise<string> {
  const fault = await ask(stories, who, asked)
  if (fault) throw new Error(fault)
  return requestIn(stories, asked.documentId, asked.whom, asked.act)
}

/** The service's turn, at a moment. */
export function serviceCalls(
  { database }: Stories,
  name:
    | 'service_remind_signers'
    | 'service_ask_for_lines'
    | 'service_purge_intents'
    | 'service_purge_drafts'
    | 'service_erase_introductions'
    | 'service_expire_signature_requests',
  when: Date,
): Promise<number> {
  return database.asService(when, async (tx) => {
    const { rows } = await sql<{ count: number }>`select ${sql.ref(name)}() as count`.execute(tx)
    return rows[0]!.count
  })
}
