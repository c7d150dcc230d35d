import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { StaffKey } from '../../db/seed/people.ts'
import { storyId } from '../../db/seed/story-id.ts'
import { idOf } from './people.ts'
import { storyTime, type Stories } from './stories.ts'

/** The custody of Nova, which waits for the chair. */
export const novasCustody = storyId('signature_request', 'nova/custody')
export const novasDocument = storyId('document', 'nova/custody')
export const novasVersion = storyId('document_version', 'nova/custody 1')
export const nextMeeting = storyId('committee_meeting', '2026-09-23')
export const earlierMeeting = storyId('committee_meeting', '2026-08-26')

/** What somebody finds to decide. */
export const toDecide = (stories: Stories, who: StaffKey, when = storyTime) =>
  stories.asStaff(
    who,
    (tx) => tx.selectFrom('staff_decision').select(['request_id', 'state', 'is_answerable']).execute(),
    when,
  )

/** @returns the intent that was begun, or null where it may not be */
export function beginDecision(
  stories: Stories,
  who: StaffKey,
  when = storyTime,
  requestId = novasCustody,
): Promise<string | null> {
  const intent = randomUUID()
  return stories.asStaff(
    who,
    async (tx) => {
      const { rows } = await sql<{ begun: boolean }>`
        select staff_begin_signature(${requestId}::uuid, ${intent}::uuid, 'det synliga', '{}', null) as begun`.execute(
        tx,
      )
      return rows[0]!.begun ? intent : null
    },
    when,
  )
}

type Asked = { version?: string; to?: StaffKey; law?: string; ground?: string; words?: string }

/** @returns the request, or null where it cannot be put to them */
export async function askForDecision(
  stories: Stories,
  who: StaffKey,
  {
    version = novasVersion,
    to = 'birgit',
    law = 'LVU 6 §',
    ground = 'LVU 2 §',
    words = 'Nämnden möts inte i dag.',
  }: Asked = {},
  when = storyTime,
): Promise<string | null> {
  return stories.asStaff(
    who,
    async (tx) => {
      const { rows } = await sql<{ id: string | null }>`
        select staff_ask_for_decision(${version}::uuid, ${idOf(to)}::uuid, ${law}, ${ground}, ${words}) as id`.execute(
        tx,
      )
      return rows[0]!.id
    },
    when,
  )
}

export async function attest(
  stories: Stories,
  who: StaffKey,
  signed: string,
  when = storyTime,
  requestId = novasCustody,
): Promise<boolean> {
  return stories.asStaff(
    who,
    async (tx) => {
      const { rows } = await sql<{ done: boolean }>`
        select staff_attest_paper(${requestId}::uuid, ${signed}::timestamptz) as done`.execute(tx)
      return rows[0]!.done
    },
    when,
  )
}

/** Gives somebody a mandate, or takes it, from and until when. */
export const appoint = ({ owner }: Stories, who: StaffKey, valid: string) =>
  owner.query(
    `insert into committee_mandate (municipality_id, committee_id, staff_id, kind, valid, decided_on, source)
     select municipality_id, id, $1, 'appointedMember', $2, '2020-01-01', 'Nämnden § 1' from committee`,
    [idOf(who), valid],
  )

export const limitMandate = ({ owner }: Stories, who: StaffKey, valid: string) =>
  owner.query('update committee_mandate set valid = $2 where staff_id = $1', [idOf(who), valid])
