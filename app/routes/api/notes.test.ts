import { afterAll, beforeAll, expect, test } from 'vitest'
import { titleOfKind } from '../../note/title-of-kind'
import { aNote } from '../../../tests/support/ingest-items'
import { openIngest, type IngestWorld } from '../../../tests/support/ingest-world'
import { tindrasCase } from '../../../tests/support/asked'
import { idOf } from '../../../tests/support/people'

let world: IngestWorld

beforeAll(async () => {
  world = await openIngest()
})

afterAll(() => world.close())

const noteOf = (externalId: string) =>
  world.rows(
    `select n.*, v.title, v.paragraphs, v.draft_text, v.origin, v.written_by, v.signed_at, v.dictation_seconds, v.number
       from ingested i join note n on n.id = i.note_id join note_version v on v.note_id = n.id where i.external_id = $1`,
    [externalId],
  )

test('a note becomes a draft of its author, with everything it said', async () => {
  const note = aNote({
    childView: 'Jag vill att mamma är glad.',
    assessment: 'Skolgången har blivit bättre.',
    dictated: true,
    dictationSeconds: 94,
    childNotHeardReason: 'Tindra var i skolan',
  })
  const { status, body, headers } = await world.post('/notes', note)
  expect(status).toBe(201)
  expect(headers.get('Location')).toBe(`/api/v1/notes/${note.externalId}`)
  expect(body).toEqual({
    externalId: note.externalId,
    kind: 'note',
    state: 'received',
    receivedAt: '2026-09-15T07:00:00+00:00',
    waitingFor: 'caseworker',
    flags: [],
  })
  expect(await noteOf(note.externalId)).toMatchObject([
    {
      case_id: tindrasCase,
      author_id: idOf('mira'),
      written_by: idOf('mira'),
      kind: 'phoneCall',
      source: 'Skolkuratorn, telefonsamtal',
      participants: 'Skolkuratorn, Mira Sandell',
      child_present: false,
      child_not_heard_reason: 'Tindra var i skolan',
      bbic_areas: ['education'],
      origin: 'spoken',
      dictation_seconds: 94,
      number: 1,
      signed_at: null,
      draft_text:
        'Tindra har varit i skolan varje dag i två veckor.\n\nHon äter lunch med Saga.\n\nJag vill att mamma är glad.\n\nSkolgången har blivit bättre.',
      paragraphs: [
        { voice: 'fact' },
        { voice: 'fact' },
        { voice: 'statement', speaker: 'Tindra', speakerId: idOf('tindra') },
        { voice: 'assessment' },
      ],
    },
  ])
})

test('a note that came in is seen by its author and by no person, nor by other staff', async () => {
  const { externalId } = aNote()
  await world.post('/notes', aNote({ externalId }))
  const [note] = await noteOf(externalId)
  const id = String(note!['id'])
  const drafts = (who: 'mira' | 'olle') =>
    world.stories.asStaff(who, (tx) =>
      tx.selectFrom('staff_draft').select('draft_text').where('note_id', '=', id).execute(),
    )
  expect(await drafts('mira')).toHaveLength(1)
  expect(await drafts('olle')).toEqual([])
  for (const who of ['tindra', 'marie'] as const) {
    const seen = await world.stories.asPerson(who, (tx) =>
      tx.selectFrom('person_note').select('note_id').where('note_id', '=', id).execute(),
    )
    expect(seen).toEqual([])
  }
  expect(await world.rows('select from disclosure where note_id = $1', [id])).toEqual([])
})

test('the same name again writes an untouched draft anew, and a touched or signed one not', async () => {
  const { externalId } = aNote()
  await world.post('/notes', aNote({ externalId }))
  expect(await world.post('/notes', aNote({ externalId, text: 'Nytt.' }))).toMatchObject({
    status: 200,
    body: { state: 'received' },
  })
  const [note] = await noteOf(externalId)
  expect(note).toMatchObject({ draft_text: 'Nytt.' })
  await world.stories.asStaff('mira', (tx) =>
    tx
      .updateTable('note_version')
      .set({ draft_text: 'Nytt. Mitt.', revision: 9 })
      .where('note_id', '=', String(note!['id']))
      .execute(),
  )
  const refused = await world.post('/notes', aNote({ externalId }))
  expect(refused).toMatchObject({ status: 409, body: { title: 'The caseworker has changed it since' } })
  expect(await world.get(`/notes/${externalId}`)).toMatchObject({
    status: 200,
    body: { state: 'inReview', waitingFor: 'caseworker' },
  })
  await world.rows(
    `update note_version set signed_at = '2026-09-15T09:30:00+02:00', signed_by = written_by where note_id = $1`,
    [note!['id']],
  )
  expect(await world.post('/notes', aNote({ externalId }))).toMatchObject({
    status: 409,
    body: { title: 'It is signed and cannot be changed' },
  })
  const { body } = await world.get(`/notes/${externalId}`)
  expect(body).toMatchObject({ state: 'signed', signedAt: '2026-09-15T07:30:00+00:00' })
  expect(body).not.toHaveProperty('waitingFor')
  expect(await noteOf(externalId)).toMatchObject([{ draft_text: 'Nytt. Mitt.' }])
})

test('a draft that was thrown away is told of and does not come back', async () => {
  const { externalId } = aNote()
  await world.post('/notes', aNote({ externalId }))
  const [note] = await noteOf(externalId)
  await world.stories.asStaff('mira', (tx) =>
    tx.deleteFrom('note').where('id', '=', String(note!['id'])).execute(),
  )
  expect(await world.post('/notes', aNote({ externalId }))).toMatchObject({ status: 409 })
  expect(await world.get(`/notes/${externalId}`)).toMatchObject({ status: 200, body: { state: 'discarded' } })
})

test('an author outside the case, and an author who has left, cannot be given a draft', async () => {
  expect(await world.post('/notes', aNote({ author: 'EK-103' }))).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: '/author' }] },
  })
  expect(await world.post('/notes', aNote({ author: 'EK-105' }))).toMatchObject({ status: 422 })
  expect(await world.post('/notes', aNote({ author: 'EK-104' }))).toMatchObject({
    status: 201,
    body: { waitingFor: 'teamLeader' },
  })
})

test('somebody else’s number in a text is taken in and flagged; the child’s own is not', async () => {
  const flags = async (text: string) => (await world.post('/notes', aNote({ text }))).body['flags']
  expect(await flags('Mamma är 19850101-2382.')).toEqual(['otherPersonsNumber'])
  expect(await flags('Tindra är 20100101-2382.')).toEqual([])
})

test('a note without a title is called by its kind and day', async () => {
  const { externalId, ...note } = aNote()
  delete note.title
  await world.post('/notes', { externalId, ...note })
  expect(await noteOf(externalId)).toMatchObject([
    { title: titleOfKind('phoneCall', new Date(note.eventAt)) },
  ])
})

test('a text from a system is kept as one that was typed: its letters whole, its lines ended by one sign', async () => {
  const note = aNote({ text: 'Hon a\u030ar pa\u030a Sjo\u0308bo.\r\nHon a\u030at.\rSen.' })
  const parts = JSON.stringify(note).replace('pa\u030a', 'pa\\u030a')
  expect((await world.post('/notes', JSON.parse(parts) as typeof note)).status).toBe(201)
  expect(await noteOf(note.externalId)).toMatchObject([{ draft_text: 'Hon år på Sjöbo.\nHon åt.\nSen.' }])
})

test('a name in an address that the database cannot read is the name of nothing', async () => {
  expect((await world.get('/notes/a%00b')).status).toBe(404)
})
