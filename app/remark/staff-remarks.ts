import { sql } from 'kysely'
import type { StaffTx } from '../../db/connect'
import type { RemarkKind } from '../../db/roles'

export type StaffRemark = Awaited<ReturnType<typeof listStaffRemarks>>[number]

export function listStaffRemarks(tx: StaffTx, noteId: string) {
  return tx
    .selectFrom('remark as r')
    .innerJoin('person as p', 'p.id', 'r.person_id')
    .leftJoin('staff_member as s', 's.id', 'r.answered_by')
    .where('r.note_id', '=', noteId)
    .select([
      'r.id',
      sql<RemarkKind>`r.kind`.as('kind'),
      'r.text',
      'r.written_at as writtenAt',
      'p.given_name as givenName',
      'r.answer',
      'r.answered_at as answeredAt',
      's.given_name as answeredBy',
    ])
    .orderBy('r.written_at')
    .limit(100)
    .execute()
}
