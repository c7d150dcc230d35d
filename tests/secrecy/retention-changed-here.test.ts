import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { saveDraft } from '../../app/note/draft/save-draft.ts'
import { draftOf, findReview, withGrounds, type DraftNote } from '../support/draft-note.ts'
import { aDocument, aNote } from '../support/ingest-items.ts'
import { openIngest, type IngestWorld } from '../support/ingest-world.ts'
import { idOf } from '../support/people.ts'
import { addCase, decideRetention, ekdala, judged } from '../support/retention-world.ts'

let world: IngestWorld

beforeAll(async () => {
  world = await openIngest()
  await decideRetention(world.stories, { holds: 'copies' })
})
afterAll(() => world.close())

/** A case of Mira's that Tindra reads, and nobody else. */
async function openCase(): Promise<string> {
  const id = await addCase(world.stories, { child: idOf('tindra'), closed: null })
  await world.rows(
    `insert into caseworker_assignment (municipality_id, case_id, staff_id, kind, valid) values ($1, $2, $3, 'lead', '[2026-01-10,)')`,
    [ekdala, id, idOf('mira')],
  )
  return id
}

/** The case is closed, and nobody reads it any more from April. */
async function isCopy(caseId: string): Promise<boolean> {
  await world.rows(
    `update case_file set closed_on = '2026-09-16', readable_until = '2027-03-31' where id = $1`,
    [caseId],
  )
  return (await judged(world.stories, caseId, '2027-01-01')).rule === 'portalCopy'
}

const sent = {
  eventAt: '2026-09-14T10:00:30+02:00',
  childPresent: true,
  childView: 'Jag vill vara hos mormor.',
  bbicAreas: ['safety', 'education'],
} satisfies Parameters<typeof aNote>[0]

async function receiveNote(): Promise<{ caseId: string; draft: DraftNote }> {
  const caseId = await openCase()
  const note = aNote({ caseNumber: caseId, ...sent })
  expect(await world.post('/notes', { ...note, text: 'Kuratorn ringde.' })).toMatchObject({ status: 201 })
  expect(await world.post('/notes', note)).toMatchObject({ status: 200 })
  const [received] = await world.rows<{ note_id: string }>(
    'select note_id from ingested where external_id = $1',
    [note.externalId],
  )
  return { caseId, draft: draftOf(world.stories, 'mira', received!.note_id) }
}

type Change = Parameters<DraftNote['review']>[0]

async function lookThrough({ noteId, review }: DraftNote, changes: Change = {}): Promise<void> {
  const found = await world.stories.asStaff('mira', (tx) => findReview(tx, noteId))
  const checked = found!.items.map(({ key }) => key)
  const seen = { checked, areVoicesSeen: true, isChildTextApproved: true, isReviewed: true }
  expect(await review({ ...seen, ...changes })).toEqual({ outcome: 'saved' })
}

type Decision = Parameters<DraftNote['decide']>[1]

async function sign(draft: DraftNote, ...decisions: Decision[]): Promise<void> {
  for (const decision of decisions) {
    expect(await draft.decide('tindra', decision)).toEqual({ outcome: 'saved' })
  }
  expect(await draft.sign()).toEqual({ outcome: 'signed' })
}

const save = ({ noteId }: DraftNote, change: (text: string) => string) =>
  world.stories.asStaff('mira', async (tx) => {
    const { versionId, revision, title, text, mergedTo } = (await findReview(tx, noteId))!
    expect(await saveDraft(tx, { versionId, revision, title, text: change(text), mergedTo })).not.toBeNull()
  })

/** A phrase that was taken for noise and put in nowhere. */
async function hear({ noteId }: DraftNote): Promise<string> {
  const recording = randomUUID()
  await world.rows(
    `insert into recording (municipality_id, id, note_version_id, author_id, source, state, started_at, key_encrypted)
     select municipality_id, $2, id, written_by, 'upload', 'transcribed', now(), '\\x00' from note_version where note_id = $1`,
    [noteId, recording],
  )
  await world.rows(
    `insert into transcript_segment (municipality_id, note_version_id, number, recording_id, kind, start_ms, end_ms, text, dropped_because, engine)
     select municipality_id, id, 1, $2, 'dropped', 0, 1000, 'Hon är rädd.', 'loop', 'test' from note_version where note_id = $1`,
    [noteId, recording],
  )
  return recording
}

const full = { level: 'full' } as const
const withheld = { level: 'withheld', ...withGrounds } as const
const inPart = { level: 'partial', ...withGrounds, title: 'Kort', text: 'Vi sågs.' } as const

test.each<[what: string, write: (draft: DraftNote) => Promise<unknown>]>([
  ['nobody has looked at', () => Promise.resolve()],
  [
    'its author signed as it came',
    async (draft) => {
      await lookThrough(draft)
      await sign(draft, full)
    },
  ],
  [
    'its author signed from a page that breaks lines and orders areas in its own way',
    async (draft) => {
      await save(draft, (text) => text.replaceAll('\n', '\r\n'))
      await lookThrough(draft, { bbicAreas: ['education', 'safety'] })
      await sign(draft, full)
    },
  ],
  [
    'came with its sound',
    async (draft) => {
      await world.rows(
        `insert into ingested (municipality_id, client_id, external_id, kind, case_id, recording_id, received_at)
         select municipality_id, client_id, gen_random_uuid()::text, 'recording', case_id, $2, received_at from ingested where note_id = $1`,
        [draft.noteId, await hear(draft)],
      )
    },
  ],
])('a note that %s is a copy', async (_what, write) => {
  const { caseId, draft } = await receiveNote()
  await write(draft)
  expect(await isCopy(caseId)).toBe(true)
})

const signedWith =
  (changes: Change, ...decisions: Decision[]) =>
  async (draft: DraftNote) => {
    await lookThrough(draft, changes)
    await sign(draft, ...decisions)
  }

test.each<[what: string, write: (draft: DraftNote) => Promise<unknown>]>([
  [
    'was rewritten before it was signed',
    async (draft) => {
      await save(draft, (text) => text.replace('varje dag', 'nästan varje dag'))
      await signedWith({}, full)(draft)
    },
  ],
  ['was rewritten and never signed', (draft) => save(draft, (text) => `${text}\n\nHon mår bättre.`)],
  ['got another title', signedWith({ title: 'Samtal om skolan' }, full)],
  ['says that others took part', signedWith({ participants: 'Skolkuratorn, Tindra' }, full)],
  ['was written for the child, too', signedWith({ childText: 'Vi har pratat med skolan.' }, full)],
  ['is read in part', signedWith({}, inPart)],
  ['is withheld, with the harm it would do', signedWith({}, withheld)],
  ['was withheld before all of it was opened', signedWith({}, withheld, full)],
  ['was dictated to', hear],
])('a note that %s is no copy', async (_what, write) => {
  const { caseId, draft } = await receiveNote()
  await write(draft)
  expect(await isCopy(caseId)).toBe(false)
})

const asked = `insert into signature_request (municipality_id, id, document_version_id, person_id, staff_id, act, asked_at, moved_at)
  select v.municipality_id, $2, v.id, case $3 when 'decision' then null else $4::uuid end, case $3 when 'decision' then $5::uuid end, $3, now(), now()
    from document_version v join document d on d.id = v.document_id where d.case_id = $1`
const ask = (caseId: string, act: 'receipt' | 'decision', id: string = randomUUID()) =>
  world.rows(asked, [caseId, id, act, idOf('tindra'), idOf('eva')])

test.each<[what: string, happen: (caseId: string) => Promise<unknown>, copy: boolean]>([
  ['is asked to be received', (caseId) => ask(caseId, 'receipt'), true],
  ['was put to somebody who decides', (caseId) => ask(caseId, 'decision'), false],
  [
    'was appealed by post',
    async (caseId) => {
      const [request, deadline] = [randomUUID(), randomUUID()]
      await ask(caseId, 'receipt', request)
      await world.rows(
        `insert into deadline (municipality_id, id, case_id, kind, due_on, source, shown_from)
         values ($1, $2, $3, 'appealForwarding', '2026-09-20', 'FL', 'infinity')`,
        [ekdala, deadline, caseId],
      )
      await world.rows(
        `insert into appeal_received (municipality_id, request_id, sender, way, received_on, recorded_at, recorded_by, deadline_id)
         values ($1, $2, 'party', 'post', '2026-09-15', now(), $3, $4)`,
        [ekdala, request, idOf('mira'), deadline],
      )
    },
    false,
  ],
  [
    'was withheld',
    (caseId) =>
      world.rows(
        `insert into disclosure (municipality_id, document_id, person_id, level, ground, harm_assessment, shown_from, decided_by, decided_at)
         select municipality_id, id, $2, 'withheld', 'OSL 26:1', 'Kan skada.', now(), $3, '2026-09-15' from document where case_id = $1`,
        [caseId, idOf('tindra'), idOf('mira')],
      ),
    false,
  ],
])('a document that %s: whether it is a copy', async (_what, happen, copy) => {
  const caseId = await openCase()
  expect(
    await world.post('/documents', aDocument({ caseNumber: caseId, documentType: 'decision' })),
  ).toMatchObject({
    status: 201,
  })
  await happen(caseId)
  expect(await isCopy(caseId)).toBe(copy)
})
