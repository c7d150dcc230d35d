import { sql } from 'kysely'
import type { StaffTx } from '../../db/connect'
import type { DocumentContent } from '../document/content/content'

export type Meeting = NonNullable<Awaited<ReturnType<typeof findMeeting>>>

const meetings = (tx: StaffTx) =>
  tx
    .selectFrom('staff_meeting')
    .select([
      'meeting_id as id',
      'committee',
      'held_on as heldOn',
      sql<string>`to_char(starts_at, 'HH24.MI')`.as('startsAt'),
      'place',
      sql<boolean>`begins_at > (select app_now())`.as('isAhead'),
    ])

/** The meetings that whoever asks belongs to: the coming ones first, soonest first, then the newest of the past. */
export function listMeetings(tx: StaffTx) {
  return meetings(tx)
    .orderBy(sql`begins_at <= (select app_now())`)
    .orderBy(sql`abs(extract(epoch from begins_at - (select app_now())))`)
    .limit(50)
    .execute()
}

/** Undefined when it is unknown or of a committee that whoever asks does not sit in. */
export function findMeeting(tx: StaffTx, meetingId: string) {
  return meetings(tx).where('meeting_id', '=', meetingId).executeTakeFirst()
}

type Member = { name: string; title: string }

export type Matter = {
  caseNumber: string
  title: string
  datedOn: string
  version: number
  content: DocumentContent
  /** Null where the committee has yet to take it up: staff have put it there. */
  decidedAt: Date | null
  law: string | null
  ground: string | null
  cannotWait: string | null
  byName: string
  byTitle: string
  isOnPaper: boolean
}

export type MeetingPackage = { members: Member[]; matters: Matter[] }

/** Everything for a meeting; the database logs the opening, and each document as read. */
export async function openMeeting(tx: StaffTx, meetingId: string): Promise<MeetingPackage> {
  const { rows: members } = await sql<Member>`
    select name, title from staff_meeting_members(${meetingId}::uuid)`.execute(tx)
  const { rows: matters } = await sql<Matter>`
    select case_number as "caseNumber", title, dated_on as "datedOn", version, content, decided_at as "decidedAt", law, ground,
           cannot_wait as "cannotWait", by_name as "byName", by_title as "byTitle", is_on_paper as "isOnPaper"
      from staff_open_meeting(${meetingId}::uuid)`.execute(tx)
  return { members, matters }
}
