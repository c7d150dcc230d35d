import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { findNote } from '../../app/note/read-note.ts'
import { lookupHash } from '../../app/person/personal-identity-number.ts'
import type { StaffTx } from '../../db/connect.ts'
import { people, type StaffKey } from '../../db/seed/people.ts'
import { storyId } from '../../db/seed/story-id.ts'
import { tindrasCase } from './asked.ts'
import { readyDraft, type DraftNote } from './draft-note.ts'
import { testKeys } from './keys.ts'
import { idOf, municipalityOf } from './people.ts'
import { addRecording } from './staff-writes.ts'
import { storyTime, type Stories } from './stories.ts'

export type StaffAttempts = ReturnType<typeof staffAttempts>

/**
 * What staff try, as they may try it: in a transaction of role staff, past every page. Mira leads Tindra's case,
 * Samira is its deputy and leads Elias's, Jonas leads their unit.
 */
export function staffAttempts(stories: Stories) {
  const as = <T>(who: StaffKey, work: (tx: StaffTx) => Promise<T>) => stories.asStaff(who, work)
  const run = (who: StaffKey, statement: ReturnType<typeof sql>) =>
    as(who, async (tx) => (await statement.execute(tx)).numAffectedRows ?? 0n)
  const draft = () => readyDraft(stories)
  const sign = ({ noteId }: DraftNote, by: StaffKey = 'mira') =>
    sql`update note_version set signed_at = app_now(), signed_by = ${id(idOf(by))} where note_id = ${id(noteId)}`
  const decide = (
    { noteId }: DraftNote,
    { by = 'mira', set = sql`ground_shown = false` }: { by?: StaffKey; set?: ReturnType<typeof sql> },
  ) =>
    sql`update disclosure set ${set}, decided_by = ${id(idOf(by))} where note_id = ${id(noteId)} and person_id = ${id(idOf('marie'))}`
  const versionOf = async ({ noteId }: DraftNote) =>
    (await stories.owner.query<{ id: string }>('select id from note_version where note_id = $1', [noteId]))
      .rows[0]!.id

  async function withRecording(state: 'recording' | 'stopped' | 'transcribed'): Promise<DraftNote> {
    const made = await draft()
    const recordingId = randomUUID()
    const versionId = await versionOf(made)
    await as('mira', (tx) => addRecording(tx, { recordingId, versionId, author: 'mira' }))
    await stories.owner.query('update recording set state = $2 where id = $1', [recordingId, state])
    return made
  }

  async function withPhrase(merged: boolean): Promise<DraftNote> {
    const made = await withRecording('transcribed')
    const versionId = await versionOf(made)
    await stories.owner.query(
      `insert into transcript_segment (municipality_id, note_version_id, number, recording_id, kind, start_ms, end_ms, text, engine)
       select municipality_id, note_version_id, 1, id, 'speech', 0, 900, 'Vi pratade.', 'engine' from recording where note_version_id = $1`,
      [versionId],
    )
    if (merged) await stories.owner.query('update note_version set merged_to = 1 where id = $1', [versionId])
    return made
  }

  async function remark(answer: string | null = null): Promise<string> {
    const remarkId = randomUUID()
    await stories.owner.query(
      `insert into remark (municipality_id, id, case_id, note_id, person_id, kind, text, form_key, written_at, answer, answered_at, answered_by)
       values ($1, $2, $3, $4, $5, 'ownComment', 'Så var det.', $2, $6::timestamptz, $7::text, case when $7::text is null then null else $6::timestamptz end,
               case when $7::text is null then null else $8::uuid end)`,
      [
        municipalityOf('tindra'),
        remarkId,
        tindrasCase,
        storyId('note', 'A3'),
        idOf('tindra'),
        storyTime,
        answer,
        idOf('samira'),
      ],
    )
    return remarkId
  }

  const isNumberOf = (who: StaffKey, whose: 'tindra' | 'peter') =>
    as(who, async (tx) => {
      const { rows } = await sql<{ isOwn: boolean }>`
        select staff_is_number_of(${id(idOf(whose))}, ${lookupHash(people[whose].number, testKeys)}) as "isOwn"`.execute(
        tx,
      )
      return rows[0]?.isOwn
    })

  const lookAs = (who: StaffKey, reader: 'tindra' | 'peter') =>
    as(who, async (tx) => {
      const { rows } = await sql<{
        looks: boolean
      }>`select staff_look_as(${id(idOf(reader))}) as looks`.execute(tx)
      if (rows[0]?.looks) throw new Error('looks')
      return false
    })

  const shownTo = (who: 'tindra', noteId: string) =>
    stories.asPerson(who, (tx) => findNote(tx, tindrasCase, noteId))

  async function datedOn(day: string): Promise<DraftNote> {
    const made = await draft()
    await stories.owner.query('update note set event_at = $2 where id = $1', [made.noteId, day])
    await made.sign()
    return made
  }

  const correct = (who: StaffKey, noteId: string) =>
    as(who, async (tx) => {
      const { rows } = await sql<{ begun: boolean }>`
        select staff_begin_correction(${id(noteId)}, ${id(randomUUID())}, 'Fel datum') as begun`.execute(tx)
      return rows[0]?.begun
    })

  return {
    as,
    run,
    draft,
    sign,
    decide,
    versionOf,
    withRecording,
    withPhrase,
    remark,
    isNumberOf,
    lookAs,
    shownTo,
    datedOn,
    correct,
  }
}

export const id = (text: string) => sql`${text}::uuid`
