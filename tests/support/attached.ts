import { randomUUID } from 'node:crypto'
import { addAttachment, addStaffAttachment } from '../../app/attachment/add-attachment.ts'
import { newAttachment, type NewAttachment } from '../../app/attachment/new-attachment.ts'
import { fridayPaper, pitch } from '../../db/seed/tindra/files.ts'
import type { PersonKey, StaffKey } from '../../db/seed/people.ts'
import { storyId } from '../../db/seed/story-id.ts'
import { tindrasCase } from './asked.ts'
import { finishedPdf } from './finished-pdf.ts'
import { testKeys } from './keys.ts'
import { idOf, municipalityOf } from './people.ts'
import { storyTime, type Stories } from './stories.ts'

export const thursday = storyId('question_thread', 'tindra/thursday')

const filesOfStories = [pitch, fridayPaper].map(({ name }, index) =>
  storyId('attachment', `tindra/thursday ${index + 1} ${name}`),
)

/** What a test has added to the thread; the stories have files of their own in it. */
export const addedTo = <Listed extends { id: string }>(files: readonly Listed[]): Listed[] =>
  files.filter(({ id }) => !filesOfStories.includes(id))

/** A PDF like no other of other words. */
export const pdfSaying = (words: string): Buffer =>
  finishedPdf({ objects: [`<< /Length ${words.length} >>\nstream\n${words}\nendstream`] })

/** A file as it arrives, looked into and sealed. */
export async function made(bytes: Buffer, fileName = 'intyg.pdf'): Promise<NewAttachment> {
  const whole = (async function* () {
    yield await Promise.resolve(bytes)
  })()
  const attachment = await newAttachment({ fileName, file: whole, isCut: () => false }, testKeys)
  if ('refused' in attachment) throw new Error(attachment.refused)
  return attachment
}

type Writing = { caseId?: string; threadId?: string | null; id?: string }

/** What somebody has begun to write, without a word. */
export async function draftOf(
  { owner }: Stories,
  who: PersonKey | StaffKey,
  { caseId = tindrasCase, threadId = thursday, id = randomUUID() }: Writing = {},
): Promise<string> {
  await owner.query(
    `insert into message_draft (municipality_id, id, case_id, from_person_id, from_staff_id, thread_id, saved_at)
     select $1, $2, $3, p.id, s.id, $4, $5 from (select) x
       left join person p on p.municipality_id = $1 and p.id = $6
       left join staff_member s on s.municipality_id = $1 and s.id = $6`,
    [municipalityOf(who), id, caseId, threadId, storyTime, idOf(who)],
  )
  return id
}

/** Puts a file on a draft of a person's, as the portal does. */
export async function attach(
  stories: Stories,
  who: PersonKey,
  draftId: string,
  { caseId = tindrasCase, bytes = pdfSaying('Intyg'), name = 'intyg.pdf', mustWait = false } = {},
) {
  const attachment = await made(bytes, name)
  const outcome = await stories.asPerson(who, (tx) =>
    addAttachment(tx, { caseId, draftId, attachment, mustWait }),
  )
  return { id: attachment.id, outcome }
}

/** The same, on what staff write in a thread. */
export async function attachAsStaff(
  stories: Stories,
  who: StaffKey,
  threadId: string,
  { bytes = pdfSaying('Kallelse'), name = 'kallelse.pdf', mustWait = false } = {},
) {
  const attachment = await made(bytes, name)
  const outcome = await stories.asStaff(who, (tx) =>
    addStaffAttachment(tx, { threadId, attachment, mustWait }),
  )
  return { id: attachment.id, outcome }
}

/** A draft becomes the message of its id, which the other side reads from then on. */
export async function sent(
  { owner }: Stories,
  draftId: string,
  threadId = thursday,
  readableFrom = storyTime,
) {
  await owner.query('begin')
  await owner.query(
    `insert into message (municipality_id, id, thread_id, from_person_id, from_staff_id, text, sent_at, readable_from)
     select municipality_id, id, $2, from_person_id, from_staff_id, 'Se filen.', $3, $4 from message_draft where id = $1`,
    [draftId, threadId, storyTime, readableFrom],
  )
  await owner.query('delete from message_draft where id = $1', [draftId])
  await owner.query('commit')
}
