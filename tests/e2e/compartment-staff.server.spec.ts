import { randomUUID } from 'node:crypto'
import type { APIRequestContext, APIResponse } from '@playwright/test'
import { storyId } from '../../db/seed/story-id'
import type { StaffKey } from '../../db/seed/people'
import { expect, test } from '../support/browser-test'
import { addAttachment } from '../support/added-attachment'
import { idOf } from '../support/people'
import { addressesOf, staffPatternsWithIds, type StaffIds } from '../support/portal-addresses'
import { answerOn, malformedIds } from '../support/same-answer'
import type { Town } from '../support/town'

// For every address of staff's pages with an id: a case of somebody else's, a colleague's draft in a case of one's
// own, another municipality and what does not exist get one answer, the same bytes but for the number of the request.

const nothing = (): StaffIds => ({
  caseId: randomUUID(),
  noteId: randomUUID(),
  personId: randomUUID(),
  remarkId: randomUUID(),
  recordingId: randomUUID(),
  documentId: randomUUID(),
  requestId: randomUUID(),
  meetingId: randomUUID(),
  instrumentId: randomUUID(),
  invitationId: randomUUID(),
  followUpId: randomUUID(),
  threadId: randomUUID(),
  appointmentId: randomUUID(),
  attachmentId: randomUUID(),
  readingId: randomUUID(),
  number: '0',
})

// Of a committee that nobody here sits in.
const meetingId = storyId('committee_meeting', 'compartment')

const things = {
  tindra: of('tindra', 'EK-2026-0412', 'A3', 'tindra/decision'),
  elias: of('elias', 'EK-2026-1187', 'B1', 'elias/custody'),
  alva: of('alva', 'EK-2026-0098', 'C1', 'alva/letter'),
}

function of(
  person: 'tindra' | 'elias' | 'alva',
  caseNumber: string,
  note: string,
  document: string,
): StaffIds {
  return {
    caseId: storyId('case', caseNumber),
    noteId: storyId('note', note),
    personId: idOf(person),
    remarkId: storyId('remark', `compartment ${person}`),
    recordingId: storyId('recording', `compartment ${person}`),
    documentId: storyId('document', document),
    requestId: storyId('signature_request', `compartment ${person}`),
    meetingId,
    instrumentId: 'nobodys-form',
    invitationId: storyId('survey_invitation', person),
    followUpId: storyId('follow_up', `compartment ${person}`),
    threadId: storyId('question_thread', `compartment ${person}`),
    appointmentId: storyId(
      'appointment',
      { tindra: 'tindra/wednesday', elias: 'elias/visit', alva: 'alva/once-more' }[person],
    ),
    attachmentId: storyId('attachment', `compartment ${person}`),
    readingId: storyId('read_together', `compartment ${person}`),
    number: '0',
  }
}

/** What is a colleague's alone: Samira's unfinished note in Tindra's case, with its sound. */
const samirasDraft = {
  noteId: storyId('note', 'compartment draft'),
  recordingId: storyId('recording', 'compartment draft'),
}

const notTheirs: Partial<Record<StaffKey, StaffIds[]>> = {
  mira: [things.elias],
  samira: [things.alva],
  olle: [things.tindra],
  eva: [things.tindra, things.elias, things.alva],
  nils: [things.tindra, things.elias, things.alva],
}

test.describe.configure({ mode: 'parallel' })

for (const [who, hidden] of Object.entries(notTheirs) as [StaffKey, StaffIds[]][]) {
  test(`${who} gets one and the same answer on all that is not theirs`, async ({ requestAs, town }) => {
    await addThings(town)
    const request = await requestAs(who)
    await expectSameAnswers(request, { hidden })
    expect(await readingsBy(town, who)).toBe(0)
  })
}

test('a colleague’s draft gives that answer in a case of one’s own too', async ({ requestAs, town }) => {
  await addThings(town)
  for (const who of ['mira', 'jonas'] as const) {
    const ofNotes = staffPatternsWithIds.filter((pattern) => /:(noteId|recordingId)/.test(pattern))
    await expectSameAnswers(await requestAs(who), {
      patterns: ofNotes,
      hidden: [{ ...things.tindra, ...samirasDraft }],
    })
  }
})

test('a person of another case is nobody here: not to preview for, not to read together with', async ({
  requestAs,
}) => {
  const ofPersons = staffPatternsWithIds.filter((pattern) => pattern.includes(':personId'))
  const crossed = [idOf('peter'), idOf('elias'), storyId('person', 'nobody')].map((personId) => ({
    ...things.tindra,
    personId,
  }))
  await expectSameAnswers(await requestAs('mira'), { patterns: ofPersons, hidden: crossed })
})

test('a person’s number is nobody’s to change but the team leader’s, not in a case of one’s own either', async ({
  requestAs,
}) => {
  const ofNumbers = staffPatternsWithIds.filter((pattern) => pattern.endsWith('/nummer'))
  await expectSameAnswers(await requestAs('mira'), { patterns: ofNumbers, hidden: [things.tindra] })
})

test('ids that are none get that answer too', async ({ requestAs }) => {
  const ids = malformedIds.map((text) => {
    const named = Object.keys(nothing()).filter((name) => name !== 'number')
    return { ...nothing(), ...Object.fromEntries(named.map((name) => [name, text])) }
  })
  // A post of what is no form is refused as such before anything is looked for.
  await expectSameAnswers(await requestAs('mira'), { hidden: ids, methods: readings })
})

test('nobody gets in without a staff session: every address leads to the sign-in, a person’s session or none', async ({
  requestAs,
}) => {
  for (const who of [null, 'tindra'] as const) {
    const request = await requestAs(who)
    for (const pattern of staffPatternsWithIds) {
      const [address] = addressesOf(pattern, things.tindra)
      const answer = await request.get(address!)
      expect(answer.status(), address).toBe(303)
      // An address that takes posts only leads to the first page, which leads on to the sign-in.
      expect(['/handlaggare', `/handlaggare/logga-in?till=${encodeURIComponent(address!)}`]).toContain(
        answer.headers()['location'],
      )
      expect(await answer.text()).toBe('')
    }
  }
})

type Asked = { hidden: readonly StaffIds[]; patterns?: readonly string[]; methods?: Methods }

async function expectSameAnswers(
  request: APIRequestContext,
  { hidden, patterns = staffPatternsWithIds, methods = { ...readings, ...deeds } }: Asked,
) {
  for (const pattern of patterns) {
    const [unknown = ''] = addressesOf(pattern, nothing())
    const addresses = hidden.flatMap((ids) => addressesOf(pattern, ids))
    for (const [name, ask] of Object.entries(methods)) {
      const expected = await answerOn(await ask(request, unknown), unknown)
      // 400 and 405 where an address knows no such deed, or what was sent is none, 303 where it has nothing to read:
      // they say nothing of the thing.
      expect([303, 400, 404, 405, 415], `${name} ${pattern}`).toContain(expected.status)
      for (const address of addresses) {
        expect(await answerOn(await ask(request, address), address), `${name} ${address}`).toEqual(expected)
      }
    }
  }
}

const headers = () => ({ Origin: process.env['E2E_ORIGIN']! })

type Methods = Record<string, (request: APIRequestContext, address: string) => Promise<APIResponse>>

const readings: Methods = {
  GET: (request, address) => request.get(address),
  HEAD: (request, address) => request.head(address),
  'GET for data': (request, address) => request.get(`${address}.data`),
}

const deeds: Methods = {
  POST: (request, address) =>
    request.post(address, { form: { text: 'Hej', reason: 'Fel', revision: '0' }, headers: headers() }),
  PUT: (request, address) => request.put(address, { data: Buffer.alloc(8), headers: headers() }),
}

/** A remark, a recording and a question to sign in every case, a meeting, and Samira's draft, in the test's own town. */
async function addThings({ owner, id }: Town): Promise<void> {
  const notes = Object.values(things)
  await owner.query(
    `with other as (insert into committee (municipality_id, name) values ($1, 'Byggnadsnämnden') returning *)
     insert into committee_meeting (municipality_id, id, committee_id, held_on, starts_at, place)
     select municipality_id, $2, id, '2026-09-23', '13:00', 'Rådhuset' from other`,
    [id, meetingId],
  )
  for (const ids of notes) {
    const { caseId, noteId, personId, remarkId, recordingId, documentId, requestId } = ids
    await addFollowUpAndThread({ owner, id }, ids)
    await owner.query(
      `insert into signature_request (municipality_id, id, document_version_id, person_id, act, asked_at, moved_at)
       select municipality_id, $2, id, $4, 'receipt', signed_at, signed_at from document_version
        where municipality_id = $1 and document_id = $3 order by number desc limit 1`,
      [id, requestId, documentId, personId],
    )
    await owner.query(
      `insert into remark (municipality_id, id, case_id, note_id, person_id, kind, text, form_key, written_at)
       values ($1, $2, $3, $4, $5, 'disputedFact', 'Nej.', gen_random_uuid(), '2026-09-14 20:00+02')`,
      [id, remarkId, caseId, noteId, personId],
    )
    await owner.query(
      `insert into recording (municipality_id, id, note_version_id, author_id, source, state, started_at)
       select municipality_id, $2, id, signed_by, 'live', 'transcribed', signed_at from note_version where municipality_id = $1 and note_id = $3`,
      [id, recordingId, noteId],
    )
  }
  const samira = idOf('samira')
  await owner.query(
    `insert into note (municipality_id, id, case_id, kind, event_at, author_id) values ($1, $2, $3, 'phoneCall', '2026-09-14 10:00+02', $4)`,
    [id, samirasDraft.noteId, things.tindra.caseId, samira],
  )
  const version = randomUUID()
  await owner.query(
    `insert into note_version (municipality_id, id, note_id, number, title, paragraphs, origin, written_by, draft_text)
     values ($1, $2, $3, 1, 'Samtal', '[]', 'spoken', $4, 'Utkast')`,
    [id, version, samirasDraft.noteId, samira],
  )
  await owner.query(
    `insert into recording (municipality_id, id, note_version_id, author_id, source, state, started_at)
     values ($1, $2, $3, $4, 'live', 'recording', '2026-09-14 10:00+02')`,
    [id, samirasDraft.recordingId, version, samira],
  )
}

async function addFollowUpAndThread({ owner, id }: Pick<Town, 'owner' | 'id'>, ids: StaffIds): Promise<void> {
  await owner.query(
    `with reading as (
       insert into read_together (municipality_id, id, case_id, staff_id, level, company, form_key, prepared_at, begun_at)
       values ($1, $2, $3, $4, 'easier', 'alone', gen_random_uuid(), '2026-09-14 09:00+02', '2026-09-14 09:00+02') returning *)
     insert into read_together_item (municipality_id, read_together_id, position, kind, note_id, mark, marked_at)
     select municipality_id, id, 1, 'note', $5, 'wondering', begun_at from reading`,
    [id, ids.readingId, ids.caseId, idOf('jonas'), ids.noteId],
  )
  await owner.query(
    `insert into follow_up (municipality_id, id, case_id, planned_on, held_on, outcome, shown_from)
     values ($1, $2, $3, '2026-09-01', '2026-09-01', 'held', '2026-08-01 09:00+02')`,
    [id, ids.followUpId, ids.caseId],
  )
  await owner.query(
    `insert into follow_up_record (municipality_id, follow_up_id, school, form_key, recorded_at, recorded_by)
     values ($1, $2, 'Det går bra.', gen_random_uuid(), '2026-09-01 10:00+02', $3)`,
    [id, ids.followUpId, idOf('jonas')],
  )
  await owner.query(
    `insert into question_thread (municipality_id, id, case_id, person_id, subject, started_at, kind, form_key)
     values ($1, $2, $3, $4, 'Kontakta mig', '2026-09-14 20:00+02', 'contactRequest', gen_random_uuid())`,
    [id, ids.threadId, ids.caseId, ids.personId],
  )
  await addAttachment({ owner, id }, ids)
}

async function readingsBy({ owner, id }: Town, who: StaffKey): Promise<number> {
  const { rows } = await owner.query<{ count: number }>(
    `select count(*)::int as count from audit_event where municipality_id = $1 and actor_id = $2
        and action in ('readCase', 'readNote', 'readTogether', 'readDocument', 'readFollowUp', 'readThread', 'readAttachment', 'readAppointment') and at >= '2026-09-15'`,
    [id, idOf(who)],
  )
  return rows[0]!.count
}
