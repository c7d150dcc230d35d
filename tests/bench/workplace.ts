import { randomUUID } from 'node:crypto'
import { newSessionToken } from '../../app/access/cookies.ts'
import { scaleReaders } from '../../db/seed/scale.ts'
import type { LocalPostgres } from '../../db/local/embedded.ts'
import { asOwner, caseDatabase } from './case-database.ts'

/** A caseworker at the desk: signed in, with a draft open. */
export type Desk = { caseId: string; noteId: string; cookie: string }

/** A database of a municipality at work, made anew for each run. */
export type Workplace = { portalUrl: string; ownerUrl: string; municipalityId: string; desks: Desk[] }

// As the scale seed has it (db/seed/scale.sql).
const casesOfACaseworker = 20

/** Copies a seeded database, signs in so many caseworkers and begins a note for each in a case of theirs. */
export async function openWorkplace(
  postgres: LocalPostgres,
  name: string,
  caseworkers: number,
): Promise<Workplace> {
  const cases = caseworkers * casesOfACaseworker
  const template = await caseDatabase(postgres, cases)
  await asOwner(postgres.ownerUrl('postgres'), (owner) => owner.query(`drop database if exists ${name}`))
  await postgres.createDatabase(name, template.name)
  // A copy has no rights of its own (db/policy/context.sql).
  await asOwner(postgres.ownerUrl(name), (owner) =>
    owner.query(`revoke temporary on database ${name} from public`),
  )
  const { municipalityId } = scaleReaders(cases)
  const ownerUrl = postgres.ownerUrl(name)
  return {
    portalUrl: postgres.portalUrl(name),
    ownerUrl,
    municipalityId,
    desks: await openDesks(ownerUrl, municipalityId),
  }
}

async function openDesks(ownerUrl: string, municipalityId: string): Promise<Desk[]> {
  return asOwner(ownerUrl, async (owner) => {
    const { rows } = await owner.query<{ staffId: string; caseId: string }>(
      `select staff_id as "staffId", min(case_id::text) as "caseId" from caseworker_assignment
        where municipality_id = $1 and kind = 'lead' group by staff_id order by staff_id`,
      [municipalityId],
    )
    const desks: Desk[] = []
    for (const { staffId, caseId } of rows) {
      const noteId = randomUUID()
      const { cookie, hash } = newSessionToken(municipalityId)
      await owner.query(
        `insert into note (municipality_id, id, case_id, kind, event_at, recorded_at, author_id)
           values ($1, $2, $3, 'meeting', now(), now(), $4)`,
        [municipalityId, noteId, caseId, staffId],
      )
      await owner.query(
        `insert into note_version (municipality_id, id, note_id, number, title, paragraphs, origin, written_by, draft_text)
           values ($1, gen_random_uuid(), $2, 1, 'Möte', '[]', 'typed', $3, '')`,
        [municipalityId, noteId, staffId],
      )
      await owner.query(
        `insert into session (municipality_id, token_hash, kind, subject_id, device) values ($1, $2, 'staff', $3, 'computer')`,
        [municipalityId, hash, staffId],
      )
      // Over https the cookie's name carries __Host- (app/access/cookies.ts).
      desks.push({ caseId, noteId, cookie: `__Host-staff-sid=${cookie}` })
    }
    return desks
  })
}
