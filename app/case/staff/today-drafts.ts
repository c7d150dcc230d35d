import { sql } from 'kysely'
import type { StaffTx } from '../../../db/connect'

type DraftNeed = 'text' | 'review' | 'readers' | 'signature'

type DraftRow = {
  noteId: string
  caseId: string
  childName: string
  kind: string
  eventAt: Date
  title: string
  hasText: boolean
  isReviewed: boolean
  undecidedReaders: boolean
  /** When the transcribed recording was made, while it waits for review. */
  recordedAt: Date | null
  recordedMs: number | null
}

export type Draft = ReturnType<typeof draftOf>

/** The reader's own drafts, oldest event first. Length of sound is in milliseconds. */
export async function listDrafts(tx: StaffTx): Promise<Draft[]> {
  const { rows } = await sql<DraftRow>`
    select n.id as "noteId", n.case_id as "caseId", full_name(child.given_name, child.family_name) as "childName", n.kind, n.event_at as "eventAt", v.title,
           coalesce(v.draft_text, '') <> '' or jsonb_array_length(v.paragraphs) > 0 as "hasText",
           v.reviewed_at is not null as "isReviewed",
           exists (select from case_party p
                    where p.municipality_id = n.municipality_id and p.case_id = n.case_id and p.valid @> (select app_today())
                      and reads_case_of_note(n.municipality_id, n.id, p.person_id)
                      and not exists (select from disclosure d where d.municipality_id = n.municipality_id
                                         and d.note_id = n.id and d.person_id = p.person_id)) as "undecidedReaders",
           r.at as "recordedAt", r.ms as "recordedMs"
      from staff_draft v
      join note n on n.municipality_id = v.municipality_id and n.id = v.note_id
      join case_file c on c.municipality_id = n.municipality_id and c.id = n.case_id
      join person child on child.municipality_id = c.municipality_id and child.id = c.child_id
      left join lateral (select min(x.started_at) as at, sum(x.transcribed_to)::int as ms from recording x
                          where x.municipality_id = v.municipality_id and x.note_version_id = v.id
                            and x.state = 'transcribed') r on true
     order by n.event_at, n.id
     limit 50`.execute(tx)
  return rows.map(draftOf)
}

function draftOf({ hasText, isReviewed, undecidedReaders, recordedAt, recordedMs, ...draft }: DraftRow) {
  const needs: DraftNeed[] = ['signature']
  if (undecidedReaders) needs.unshift('readers')
  if (!isReviewed) needs.unshift('review')
  if (!hasText && recordedAt === null) needs.unshift('text')
  const recording = recordedAt && !isReviewed ? { at: recordedAt, ms: recordedMs ?? 0 } : null
  return { ...draft, needs, recording }
}
