import { expressionBuilder, type Expression, type RawBuilder } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { PersonSchema } from '../../db/roles'

const person = expressionBuilder<PersonSchema>()

/** What the reader has said of a case as a whole; on notes and documents it stands with them (db/policy/person/note-page.sql). */
export function ownRemarksOn(caseId: Expression<string>) {
  return jsonArrayFrom(
    person
      .selectFrom('person_remark')
      .where('case_id', '=', caseId)
      .where('note_id', 'is', null)
      .where('document_id', 'is', null)
      .select(['remark_id as id', 'kind', 'text', 'written_at as writtenAt'])
      .select(['answer', 'answered_at as answeredAt', 'answered_by as answeredBy'])
      .orderBy('written_at')
      .limit(50),
  )
}

export type OwnRemark = ReturnType<typeof ownRemarksOn> extends RawBuilder<(infer Remark)[]> ? Remark : never
