import type { StaffTx } from '../../db/connect'
import { listStaffAttachments } from '../attachment/list-attachments'
import { lookAtWords, type LookedWords } from '../disclosure/look-at-words'
import type { Keys } from '../disclosure/look-at-readers'
import type { StaffThread } from './staff-thread'

type Answer = { text: string; seen: readonly string[] }

/** What to check in an answer before its reader gets it, and in the names of the files that go with it. */
export async function lookAtAnswer(
  tx: StaffTx,
  { id, caseId, personId, personName: name, givenName }: StaffThread,
  { text, seen }: Answer,
  keys: Keys,
): Promise<LookedWords[]> {
  const files = await listStaffAttachments(tx, { threadId: id, isDraft: true })
  const names = files.flatMap((file) => file.name?.replace(/\.[a-z]+$/, '') ?? [])
  const texts = [text, ...names]
  return lookAtWords(tx, { caseId, readers: [{ personId, name, givenName, texts }], seen }, keys)
}
