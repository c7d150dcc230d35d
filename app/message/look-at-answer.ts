import { sql } from 'kysely'
import type { StaffTx } from '../../db/connect'
import { listStaffAttachments } from '../attachment/list-attachments'
import { lookAtWords, type LookedWords } from '../disclosure/look-at-words'
import type { Keys } from '../disclosure/look-at-readers'

type Answer = { text: string; seen: readonly string[] }
type Asker = {
  threadId: string
  caseId: string
  personId: string
  name: string
  givenName: string
  /** Whether files wait to go with the answer. */
  hasFiles: boolean
}

/** What to check in an answer before its reader gets it, and in the names of the files that go with it. */
export async function lookAtAnswer(
  tx: StaffTx,
  { threadId, caseId, hasFiles, ...reader }: Asker,
  { text, seen }: Answer,
  keys: Keys,
): Promise<LookedWords[]> {
  const files = hasFiles ? await listStaffAttachments(tx, { threadId, isDraft: true }) : []
  const names = files.flatMap((file) => file.name?.replace(/\.[a-z]+$/, '') ?? [])
  return lookAtWords(tx, { caseId, readers: [{ ...reader, texts: [text, ...names] }], seen }, keys)
}

/** Undefined where the thread is not open to the staff member. Nothing of it is read here: sending is no reading. */
export async function findAsker(tx: StaffTx, threadId: string): Promise<Asker | undefined> {
  const { rows } = await sql<Asker>`
    select q.id as "threadId", q.case_id as "caseId", q.person_id as "personId", full_name(p.given_name, p.family_name) as name, p.given_name as "givenName",
           exists (select from staff_attachment a where a.thread_id = q.id and a.is_draft) as "hasFiles"
      from question_thread q join person p on p.municipality_id = q.municipality_id and p.id = q.person_id
     where q.id = ${threadId}::uuid`.execute(tx)
  return rows[0]
}
