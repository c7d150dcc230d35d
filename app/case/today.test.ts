import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { storyId } from '../../db/seed/story-id.ts'
import { eliasCase, tindrasCase } from '../../tests/support/asked.ts'
import { idOf, municipalityOf } from '../../tests/support/people.ts'
import { addDisclosure, addDraft, addNote, addRecording } from '../../tests/support/staff-writes.ts'
import { openStories, type Stories } from '../../tests/support/stories.ts'
import { listDrafts } from './staff/today-drafts'
import { listDue } from './staff/today-due'
import { listWaiting } from './staff/today-waiting'

// Tuesday 15 September 2026.
let stories: Stories

beforeAll(async () => {
  stories = await openStories()
})

afterAll(() => stories.close())

test('a draft tells what it still needs, until only the signature is left', async () => {
  const draft = { noteId: randomUUID(), versionId: randomUUID() }
  await stories.asStaff('samira', async (tx) => {
    await addNote(tx, { ...draft, caseId: tindrasCase, author: 'samira' })
    await addDraft(tx, { ...draft, writer: 'samira' })
  })
  const needs = async () =>
    (await stories.asStaff('samira', listDrafts)).find(({ noteId }) => noteId === draft.noteId)?.needs
  await change(draft.versionId, `draft_text = ''`)
  expect(await needs()).toEqual(['text', 'review', 'readers', 'signature'])
  await change(draft.versionId, `draft_text = 'Vi pratade.'`)
  expect(await needs()).toEqual(['review', 'readers', 'signature'])
  await change(draft.versionId, `reviewed_at = now()`)
  expect(await needs()).toEqual(['readers', 'signature'])
  await stories.asStaff('samira', async (tx) => {
    for (const person of ['tindra', 'marie'] as const) {
      await addDisclosure(tx, { ...draft, personId: idOf(person), decidedBy: 'samira' })
    }
  })
  expect(await needs()).toEqual(['signature'])
})

test('sound that is written out waits to be reviewed by the one who spoke, and by nobody else', async () => {
  const draft = { noteId: randomUUID(), versionId: randomUUID(), recordingId: randomUUID() }
  await stories.asStaff('mira', async (tx) => {
    await addNote(tx, { ...draft, caseId: tindrasCase, author: 'mira' })
    await addDraft(tx, { ...draft, writer: 'mira' })
    await addRecording(tx, { ...draft, author: 'mira' })
  })
  const found = async (who: 'mira' | 'jonas' | 'samira') =>
    (await stories.asStaff(who, listDrafts)).find(({ noteId }) => noteId === draft.noteId)
  expect((await found('mira'))?.recording).toBeNull()
  await stories.owner.query(
    `update recording set state = 'transcribed', transcribed_to = 252000 where id = $1`,
    [draft.recordingId],
  )
  expect((await found('mira'))?.recording).toMatchObject({ ms: 252_000 })
  expect(await found('jonas')).toBeUndefined()
  expect(await found('samira')).toBeUndefined()
})

test('what falls due comes soonest first, what is overdue before it, and what is far off not at all', async () => {
  const due = await stories.asStaff('samira', listDue)
  expect(due.map(({ kind, days }) => [kind, days])).toEqual([
    ['courtSubmission', 6],
    ['disclosure', 17],
    ['followUp', 17],
    ['careApplication', 27],
  ])
  const overdue = await stories.asStaff('samira', listDue, new Date('2026-09-23T09:00:00+02:00'))
  expect(overdue.map(({ kind, days }) => [kind, days])[0]).toEqual(['courtSubmission', -2])
})

test('the day changes at midnight in Sweden', async () => {
  const [first] = await stories.asStaff('samira', listDue, new Date('2026-09-20T21:59:00Z'))
  const [then] = await stories.asStaff('samira', listDue, new Date('2026-09-20T22:00:00Z'))
  expect([first?.days, then?.days]).toEqual([1, 0])
})

test('the team leader sees whose each day and each answer is', async () => {
  const due = await stories.asStaff('jonas', listDue)
  expect(due.map(({ lead }) => lead)).toEqual(['Samira', 'Mira', 'Mira', 'Samira'])
  const own = await stories.asStaff('samira', listDue)
  expect(own.map(({ lead }) => lead)).toEqual([null, 'Mira', 'Mira', null])
})

test('who has waited longest for an answer stands first, remarks and questions alike', async () => {
  await addRemark(tindrasCase, 'tindra', '2026-09-12 21:40+02')
  await addRemark(eliasCase, 'peter', '2026-09-14 23:59+02')
  await askQuestion('2026-09-13 20:00+02')
  const seen = await stories.asStaff('jonas', (tx) => listWaiting(tx))
  // The question is Mira's to answer.
  expect(seen.map(({ fromName, what, days }) => [fromName, what, days])).toEqual([
    ['Tindra Ek', 'disputedFact', 3],
    ['Peter Brandt', 'disputedFact', 1],
  ])
  expect((await stories.asStaff('mira', (tx) => listWaiting(tx))).map(({ what }) => what)).toEqual([
    'disputedFact',
    'question',
  ])
  expect(await stories.asStaff('samira', (tx) => listWaiting(tx, { caseId: eliasCase }))).toMatchObject([
    { fromName: 'Peter Brandt', aboutChild: 'Elias', about: 'Skolan ringer om Elias', lead: null },
  ])
})

function change(versionId: string, what: string) {
  return stories.asStaff('samira', (tx) =>
    sql.raw(`update note_version set ${what} where id = '${versionId}'`).execute(tx),
  )
}

function addRemark(caseId: string, person: 'tindra' | 'peter', at: string) {
  const noteId = storyId('note', person === 'tindra' ? 'A3' : 'B1')
  return stories.owner.query(
    `insert into remark (municipality_id, case_id, note_id, person_id, kind, text, form_key, written_at)
     values ($1, $2, $3, $4, 'disputedFact', 'Nej.', gen_random_uuid(), $5)`,
    [municipalityOf(person), caseId, noteId, idOf(person), at],
  )
}

async function askQuestion(at: string) {
  const id = randomUUID()
  const municipality = municipalityOf('tindra')
  await stories.owner.query(
    'insert into question_thread (municipality_id, id, case_id, person_id, subject, started_at) values ($1, $2, $3, $4, $5, $6)',
    [municipality, id, tindrasCase, idOf('tindra'), 'Får jag byta?', at],
  )
  await stories.owner.query(
    'insert into message (municipality_id, thread_id, from_person_id, text, sent_at, readable_from) values ($1, $2, $3, $4, $5, $5)',
    [municipality, id, idOf('tindra'), 'Hej!', at],
  )
}
