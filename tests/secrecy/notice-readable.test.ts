import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noticeKinds, noticeTopics, type NoticeKind } from '../../db/closed-lists.ts'
import { people, type PersonKey } from '../../db/seed/people.ts'
import { tindrasCase } from '../support/asked.ts'
import { ekdala } from '../support/notice-world.ts'
import { book, takeOut, taking } from '../support/appointments.ts'
import { idOf, municipalityOf } from '../support/people.ts'
import { openStories, storyTime, type Stories } from '../support/stories.ts'

let stories: Stories
beforeAll(async () => {
  stories = await openStories()
  await takeOut(stories)
  await book(stories, 'mira', tindrasCase, { persons: taking(['marie']) })
})
afterAll(() => stories.close())

/** By which column a notice of each kind says what it tells of. A new kind needs its line here, and in notice-readable.sql. */
const columns: Record<NoticeKind, string> = {
  newNote: 'note_id',
  newDocument: 'document_id',
  newAnswer: 'message_id',
  newLine: 'line_id',
  askedToSign: 'request_id',
  answerReminder: 'request_id',
  surveyOffer: 'invitation_id',
  surveyReminder: 'invitation_id',
  newAppointment: 'appointment_id',
  movedAppointment: 'appointment_id',
  cancelledAppointment: 'appointment_id',
  takenOutOfAppointment: 'appointment_id',
  answeredTimeRequest: 'appointment_id',
  appointmentReminder: 'appointment_id',
}

/** Everything of the municipality that a notice could tell of, by what stands in its column. */
const things: Record<string, string> = {
  note_id: 'select id from note',
  document_id: 'select id from document',
  message_id: 'select id from message',
  line_id: 'select id from case_line',
  request_id: 'select id from signature_request where person_id = $2',
  invitation_id: 'select id from survey_invitation',
  appointment_id: 'select id from appointment',
}

/** What the reader's own pages show, by the views that they read. */
const shown: Record<string, string> = {
  note_id: 'select note_id as id from person_note',
  document_id: 'select document_id as id from person_document',
  message_id: `select m.message_id as id from person_question_thread t cross join lateral person_read_thread(t.thread_id) m where not m.is_mine`,
  line_id: 'select line_id as id from person_case_line',
  invitation_id: 'select invitation_id as id from person_survey_invitation',
  appointment_id: 'select appointment_id as id from person_appointment',
}

/** What is told of somebody's own part in a thing, and not of the thing. */
const shownOfKind: Partial<Record<NoticeKind, string>> = {
  takenOutOfAppointment: 'select appointment_id as id from person_taken_out',
}

const personKeys = (Object.keys(people) as PersonKey[]).filter((who) => municipalityOf(who) === ekdala)
const moments = [storyTime, new Date('2026-06-01T12:00:00+02:00'), new Date('2027-01-15T12:00:00+01:00')]

async function readable(kind: NoticeKind, who: PersonKey, at: Date): Promise<string[]> {
  const column = columns[kind]
  const { rows } = await stories.owner.query<{ id: string }>(
    `select x.id from (${things[column]!}) x (id)
      where notice_is_readable(jsonb_populate_record(null::notice, jsonb_build_object(
              'municipality_id', $1::text, 'person_id', $2::text, 'kind', $3::text, '${column}', x.id)), $4)`,
    [ekdala, idOf(who), kind, at],
  )
  return rows.map(({ id }) => id).toSorted()
}

describe.each(noticeKinds)('%s', (kind) => {
  test('is one of the things somebody can ask to be told of', async () => {
    const { rows } = await stories.owner.query<{ topic: string }>('select notice_topic_of($1) as topic', [
      kind,
    ])
    expect(noticeTopics).toContain(rows[0]!.topic)
  })

  const view = shownOfKind[kind] ?? shown[columns[kind]]
  // Of a time that is over, or was changed, nobody is reminded (tests of meetings).
  if (!view || kind === 'appointmentReminder') return
  test('can be sent to exactly those who see it on their pages, at any time', async () => {
    const told: string[] = []
    for (const at of moments) {
      for (const who of personKeys) {
        const own = await stories.asPerson(
          who,
          async (tx) => {
            const { sql } = await import('kysely')
            const { rows } = await sql<{ id: string }>`${sql.raw(view)}`.execute(tx)
            return rows.map(({ id }) => id).toSorted()
          },
          at,
        )
        expect(await readable(kind, who, at), `${who} at ${at.toISOString()}`).toEqual(own)
        told.push(...own)
      }
    }
    // Where the stories have one at all, somebody is told of it.
    if (kind in shownOfKind || !['line_id', 'invitation_id', 'appointment_id'].includes(columns[kind]))
      expect(told.length).toBeGreaterThan(0)
  })
})

test('a request that can be answered is told of, and one that is answered is not', async () => {
  const asked = await readable('askedToSign', 'peter', storyTime)
  expect(asked.length).toBeGreaterThan(0)
  await stories.owner.query(`update signature_request set state = 'superseded' where id = $1`, [asked[0]])
  expect(await readable('askedToSign', 'peter', storyTime)).not.toContain(asked[0])
})

test('a kind that nobody has named is told to nobody', async () => {
  const { rows } = await stories.owner.query(
    `select notice_topic_of('newThing') as topic,
            notice_is_readable(jsonb_populate_record(null::notice, '{"kind": "newThing"}'), now()) as readable`,
  )
  expect(rows).toEqual([{ topic: null, readable: false }])
})

test('a line is told of to the one it was written to, and to no other reader of the case', async () => {
  const id = crypto.randomUUID()
  await stories.owner.query(
    `insert into case_line (municipality_id, id, case_id, person_id, text, written_at, written_by)
     values ($1, $2, $3, $4, 'Jag ringer på torsdag.', $5, $6)`,
    [ekdala, id, tindrasCase, idOf('tindra'), storyTime, idOf('mira')],
  )
  expect(await readable('newLine', 'tindra', storyTime)).toEqual([id])
  for (const who of ['marie', 'peter', 'sara'] as const)
    expect(await readable('newLine', who, storyTime), who).toEqual([])
})

test.each(['newNote', 'newDocument', 'newAppointment'] as const)(
  'of %s nothing is told to whoever is shut out from the child meanwhile',
  async (kind) => {
    expect(await readable(kind, 'marie', storyTime)).not.toEqual([])
    await stories.owner.query('begin')
    await stories.owner.query(
      `insert into case_party_block (municipality_id, child_id, person_id, valid, ground, decided_by)
       values ($1, $2, $3, '[2026-09-15,)', 'LVU 14 §', $4)`,
      [ekdala, idOf('tindra'), idOf('marie'), idOf('samira')],
    )
    const shut = await readable(kind, 'marie', storyTime)
    await stories.owner.query('rollback')
    expect(shut).toEqual([])
  },
)

test('a note that is shown later is not told of before', async () => {
  const own = await readable('newNote', 'tindra', storyTime)
  const [note] = own
  const shownFrom = async (moment: Date) =>
    stories.owner.query('update disclosure set shown_from = $1 where note_id = $2 and person_id = $3', [
      moment,
      note,
      idOf('tindra'),
    ])
  await shownFrom(new Date(storyTime.getTime() + 1))
  expect(await readable('newNote', 'tindra', storyTime)).toEqual(own.slice(1))
  await shownFrom(storyTime)
  expect(await readable('newNote', 'tindra', storyTime)).toEqual(own)
})
