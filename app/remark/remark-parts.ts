import { expressionBuilder, type Expression, type RawBuilder } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { PersonSchema } from '../../db/roles'

const person = expressionBuilder<PersonSchema>()

export function ownRemarksOf(on: { column: 'note_id' | 'document_id' | 'case_id'; id: Expression<string> }) {
  const remarks = person
    .selectFrom('person_remark')
    .where(on.column, '=', on.id)
    .select(['remark_id as id', 'kind', 'text', 'written_at as writtenAt'])
    .select(['answer', 'answered_at as answeredAt', 'answered_by as answeredBy'])
    .orderBy('written_at')
    .limit(50)
  return jsonArrayFrom(
    on.column === 'case_id' ? remarks.where('note_id', 'is', null).where('document_id', 'is', null) : remarks,
  )
}

export type OwnRemark = ReturnType<typeof ownRemarksOf> extends RawBuilder<(infer Remark)[]> ? Remark : never
