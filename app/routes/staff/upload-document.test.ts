import { randomUUID } from 'node:crypto'
import { createElement } from 'react'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { StaffKey } from '../../../db/seed/people'
import { tindrasCase } from '../../../tests/support/asked'
import { openDeskWorld, type DeskWorld } from '../../../tests/support/desk-world'
import { finishedPdf } from '../../../tests/support/finished-pdf'
import { wordsOf } from '../../../tests/support/html'
import { idOf } from '../../../tests/support/people'
import { qpdfWith } from '../../../tests/support/pdf-witness'
import { staffAt } from '../../addresses'
import { FinishedForm } from '../../document/finished/finished-form'
import type { FinishedFault, FinishedValues } from '../../document/finished/finished-in'
import type { FileRefusal } from '../../document/finished/look-at-file'
import { inspectUpload } from '../../document/upload/inspect-upload'
import { mostUploadBytes } from '../../document/upload/upload-limit'
import { readPdf } from '../../ingest/read-pdf'
import { holderField } from '../../ui/form/holder'
import { action, loader } from './upload-document'

let world: DeskWorld
beforeAll(async () => {
  world = await openDeskWorld()
})
afterAll(() => world.close())

const untagged = finishedPdf()
const tagged = finishedPdf({
  catalog: '/MarkInfo << /Marked true >> /StructTreeRoot 5 0 R',
  objects: ['<< /Type /StructTreeRoot >>'],
})
const script = '<< /S /J#61vaScript /#4A#53 (1) >>'
const written = {
  title: 'Läkarintyg',
  type: 'decision',
  day: '2026-09-14',
  language: 'sv',
  text: '# Intyg\nTindra mår bra.',
}

type Sent = Partial<typeof written> & { documentId?: string; mark?: string }
type File = { bytes?: Uint8Array; name?: string; type?: string }
type Told = {
  data: { values: FinishedValues; faults: FinishedFault[]; refused: FileRefusal | null; problem?: string }
  init: ResponseInit | null
} & Response

function send(who: StaffKey, sent: Sent = {}, { bytes = untagged, name = 'intyg.pdf', type }: File = {}) {
  const { documentId = randomUUID(), mark, ...fields } = { ...written, ...sent }
  const form = new FormData()
  if (mark) form.append(holderField, mark)
  form.append('documentId', documentId)
  for (const [field, value] of Object.entries(fields)) form.append(field, value)
  form.append('file', new File([Uint8Array.from(bytes)], name, { type: type ?? 'application/pdf' }))
  return world
    .ask(who, action, { params: { caseId: tindrasCase }, method: 'POST', body: form })
    .catch((thrown: unknown) => thrown) as Promise<Told>
}

const draftsOf = async (documentId: string) =>
  (
    await world.stories.owner.query<{ content: { blocks: object[] }; uploaded: Buffer; type: string }>(
      `select d.content, d.uploaded, d.uploaded_name, d.uploaded_pages, d.uploaded_is_tagged, d.written_by, x.type, x.case_id
         from document_draft d join document x on x.id = d.document_id where d.document_id = $1`,
      [documentId],
    )
  ).rows

test('a finished PDF becomes a draft of its uploader, byte for byte, and its readers are next', async () => {
  const documentId = randomUUID()
  const answer = await send('mira', { documentId })
  expect(answer.status).toBe(303)
  expect(answer.headers.get('Location')).toBe(staffAt.documentReaders(documentId))
  const [draft] = await draftsOf(documentId)
  expect(draft).toMatchObject({
    type: 'decision',
    case_id: tindrasCase,
    written_by: idOf('mira'),
    uploaded_name: 'intyg.pdf',
    uploaded_pages: 1,
    uploaded_is_tagged: false,
    content: {
      title: 'Läkarintyg',
      language: 'sv',
      issuer: { name: 'Ekdala kommun' },
      blocks: [
        { kind: 'heading', level: 2, text: 'Intyg' },
        { kind: 'paragraph', text: 'Tindra mår bra.' },
      ],
    },
  })
  expect(draft!.uploaded.equals(untagged)).toBe(true)
  // Sent twice it is begun once.
  expect((await send('mira', { documentId, title: 'Annat' })).status).toBe(303)
  expect(await draftsOf(documentId)).toEqual([draft])
})

test('a tagged file may come without its text: its page leads to it', async () => {
  const documentId = randomUUID()
  expect((await send('mira', { documentId, text: ' ' }, { bytes: tagged })).status).toBe(303)
  const [draft] = await draftsOf(documentId)
  expect(draft!.content.blocks).toEqual([{ kind: 'paragraph', text: 'Hela dokumentet finns som PDF.' }])
})

const refusals: [what: string, file: File, rule: FileRefusal, says: RegExp][] = [
  ['no file', { bytes: new Uint8Array(), name: '' }, 'missing', /Välj en PDF/],
  ['an empty file', { bytes: new Uint8Array() }, 'missing', /Välj en PDF/],
  [
    'a picture called a PDF',
    { bytes: Buffer.from('\x89PNG\r\n\x1a\n', 'latin1') },
    'notPdf',
    /ingen hel PDF/,
  ],
  ['a script by another spelling', { bytes: finishedPdf({ objects: [script] }) }, 'script', /ett skript/],
  ['a password', { bytes: qpdfWith(untagged, '--encrypt', '', 'x', '256', '--') }, 'encrypted', /lösenord/],
  [
    'a broken table',
    { bytes: Buffer.from(untagged.toString('latin1').replace(/startxref\n\d+/, 'startxref\n9'), 'latin1') },
    'broken',
    /skadad/,
  ],
  ['a byte too many', { bytes: Buffer.alloc(mostUploadBytes + 1) }, 'tooLarge', /högst 20 MB/],
]

test.each(refusals)('of %s nothing is kept, and it is said why', async (_what, file, rule, says) => {
  const documentId = randomUUID()
  const answer = await send('mira', { documentId }, file)
  expect(answer).toMatchObject({
    init: { status: 400 },
    data: { refused: rule, values: written, faults: [] },
  })
  expect(await draftsOf(documentId)).toEqual([])
  const { values, faults, refused } = answer.data
  const said = wordsOf(createElement(FinishedForm, { documentId, values, faults, refused }))
  expect(said).toMatch(says)
  expect(said).toContain('Välj filen igen')
})

test('while too many files wait to be looked into another is asked for later, and what was written is kept', async () => {
  const documentId = randomUUID()
  const waiting = Array.from({ length: 12 }, () => inspectUpload(untagged))
  const answer = await send('mira', { documentId })
  expect(answer).toMatchObject({ init: { status: 503 }, data: { refused: 'busy', values: written } })
  const { values, faults, refused } = answer.data
  expect(wordsOf(createElement(FinishedForm, { documentId, values, faults, refused }))).toContain(
    'Det granskas många filer just nu',
  )
  expect(await readPdf(untagged.toString('base64'))).toEqual({ problem: 'unavailable', errors: [] })
  await Promise.all(waiting)
  expect((await send('mira', { documentId })).status).toBe(303)
})

test('what the sender says a file is counts for nothing', async () => {
  const file = { name: 'bild.png', type: 'image/png' }
  expect((await send('mira', {}, file)).status).toBe(303)
})

test('a file without tags needs its text, and why is told beside the text', async () => {
  const documentId = randomUUID()
  const answer = await send('mira', { documentId, text: '' })
  expect(answer).toMatchObject({ init: { status: 400 }, data: { refused: 'untagged' } })
  expect(await draftsOf(documentId)).toEqual([])
  const { values, faults, refused } = answer.data
  expect(wordsOf(createElement(FinishedForm, { documentId, values, faults, refused }))).toContain(
    'Skärmläsare kan inte läsa den här filen i rätt ordning',
  )
})

test.each<[Sent, FinishedFault]>([
  [{ title: ' ' }, { field: 'title', fault: 'text.empty' }],
  [{ title: 'x'.repeat(201) }, { field: 'title', fault: 'text.tooLong' }],
  [{ type: 'gossip' }, { field: 'type', fault: 'type' }],
  [{ day: '2026-09-16' }, { field: 'day', fault: 'day' }],
  [{ day: '2026-02-30' }, { field: 'day', fault: 'day' }],
  [{ language: 'xx' }, { field: 'language', fault: 'language' }],
  [{ text: '# Bara en rubrik' }, { field: 'text', fault: 'heading.empty' }],
  [{ text: 'Ord. '.repeat(300_000) }, { field: 'text', fault: 'content.tooLong' }],
])('what is wrong beside the file is told by its field (%#)', async (sent, fault) => {
  expect(await send('mira', sent)).toMatchObject({ init: { status: 400 }, data: { faults: [fault] } })
})

const nowhere = { data: { problem: 'notFound' }, init: { status: 404 } }
const givenBack = { data: { problem: 'notTaken', kept: [written.text] }, init: { status: 404 } }

test.each<StaffKey>(['olle', 'eva', 'nils'])(
  'for %s, without the case, there is no such page, and what was written beside the file is given back',
  async (who) => {
    const documentId = randomUUID()
    expect(await send(who, { documentId })).toMatchObject(givenBack)
    const seen = world
      .ask(who, loader, { params: { caseId: tindrasCase } })
      .catch((thrown: unknown) => thrown)
    expect(await seen).toMatchObject(nowhere)
    expect(await draftsOf(documentId)).toEqual([])
  },
)

test('a form drawn for somebody else, and a colleague’s draft, are written to by nobody', async () => {
  const documentId = randomUUID()
  expect(await send('mira', { documentId, mark: world.markOf('samira') })).not.toMatchObject({ status: 303 })
  expect(await draftsOf(documentId)).toEqual([])
  await send('mira', { documentId })
  const [draft] = await draftsOf(documentId)
  expect(await send('samira', { documentId, title: 'Annat' })).toMatchObject(givenBack)
  expect(await draftsOf(documentId)).toEqual([draft])
})
