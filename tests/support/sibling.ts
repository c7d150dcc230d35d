import { randomUUID } from 'node:crypto'
import { newSessionToken } from '../../app/access/cookies'
import { idOf } from './people'
import type { Town } from './town'

export type Sibling = {
  id: string
  caseId: string
  /** Header of whoever has just signed in as him. */
  cookie: string
}

/** A brother of Tindra's, 15 years old, with a case of his own and the same mother and caseworkers. */
export async function addSibling({ owner, id: town }: Town): Promise<Sibling> {
  const [id, caseId] = [randomUUID(), randomUUID()]
  await owner.query(
    `insert into person (municipality_id, id, given_name, family_name, birth_date, id_number_hash, id_number_encrypted)
     select municipality_id, $2, 'Noel', family_name, '2011-02-03', sha256(uuid_send($2)), id_number_encrypted
       from person where municipality_id = $1 and id = $3`,
    [town, id, idOf('tindra')],
  )
  await owner.query(
    `insert into case_file (municipality_id, id, case_number, child_id, opened_on, unit_id)
     select municipality_id, $2, 'EK-2026-0999', $3, opened_on, unit_id from case_file
      where municipality_id = $1 and child_id = $4`,
    [town, caseId, id, idOf('tindra')],
  )
  await owner.query(
    `insert into case_party (municipality_id, case_id, person_id, role, valid, source)
     values ($1, $2, $3, 'child', '[2026-03-03,)', 'SoL'), ($1, $2, $4, 'guardian', '[2026-03-03,)', 'Folkbokföringen')`,
    [town, caseId, id, idOf('marie')],
  )
  await owner.query(
    `insert into caseworker_assignment (municipality_id, case_id, staff_id, kind, valid) values ($1, $2, $3, 'lead', '[2026-03-03,)')`,
    [town, caseId, idOf('mira')],
  )
  await owner.query(
    `insert into case_stage (municipality_id, case_id, stage, started_on, shown_from)
     values ($1, $2, 'investigation', '2026-03-16', '2026-03-16 15:00+01')`,
    [town, caseId],
  )
  const { cookie, hash } = newSessionToken(town)
  await owner.query(
    `insert into session (municipality_id, token_hash, kind, subject_id, device) values ($1, $2, 'person', $3, 'phone')`,
    [town, hash, id],
  )
  return { id, caseId, cookie: `sid=${cookie}` }
}
