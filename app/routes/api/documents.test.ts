import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDocument } from '../../../tests/support/ingest-items'
import { openIngest, type IngestWorld } from '../../../tests/support/ingest-world'
import { finishedPdf } from '../../../tests/support/finished-pdf'
import { qpdfWith } from '../../../tests/support/pdf-witness'
import { mostUploadBytes } from '../../document/upload/upload-limit'

let world: IngestWorld
beforeAll(async () => {
  world = await openIngest()
})
afterAll(() => world.close())

const keptOf = (externalId: string) =>
  world.rows<{ content: unknown; bytes: Buffer | null; is_tagged: boolean | null }>(
    `select v.content, f.bytes, f.is_tagged from ingested i join document_version v on v.document_id = i.document_id
       left join document_file f on f.document_version_id = v.id where i.external_id = $1 order by v.number`,
    [externalId],
  )

const untagged = finishedPdf()
const base64 = (bytes: Buffer) => bytes.toString('base64')
const table = {
  kind: 'table',
  caption: 'Tider',
  head: ['Vad', 'När'],
  rows: [['Samtal', 'Torsdag']],
} as const

test('sections become content as they always did, issued by the municipality', async () => {
  const document = aDocument({ sections: [{ heading: 'Skolan', paragraphs: ['Ett.\nTvå.'] }] })
  expect(await world.post('/documents', document)).toMatchObject({ status: 201 })
  expect(await keptOf(document.externalId)).toEqual([
    {
      content: {
        title: document.title,
        language: 'sv',
        issuer: { name: 'Ekdala kommun' },
        blocks: [
          { kind: 'heading', level: 2, text: 'Skolan' },
          { kind: 'paragraph', text: 'Ett.' },
          { kind: 'paragraph', text: 'Två.' },
        ],
      },
      bytes: null,
      is_tagged: null,
    },
  ])
  expect(await world.post('/documents', document)).toMatchObject({ status: 200 })
})

test('a document may have tables, another language and its finished PDF, which is kept byte for byte', async () => {
  const { sections, ...plain } = aDocument()
  const document = { ...plain, language: 'ar' as const, blocks: [table], pdf: base64(untagged) }
  expect(sections).toBeDefined()
  expect(await world.post('/documents', document)).toMatchObject({ status: 201 })
  const [kept] = await keptOf(document.externalId)
  expect(kept).toMatchObject({ content: { language: 'ar', blocks: [table] }, is_tagged: false })
  expect(kept!.bytes!.equals(untagged)).toBe(true)
  // The same again is the same; with other bytes, or without them, it is another signed version.
  expect(await world.post('/documents', document)).toMatchObject({ status: 200 })
  const other = base64(finishedPdf({ page: '/Rotate 90' }))
  expect(await world.post('/documents', { ...document, pdf: other })).toMatchObject({ status: 409 })
  expect(await world.post('/documents', { ...document, pdf: undefined })).toMatchObject({ status: 409 })
})

const script = '<< /S /JavaScript /JS (1) >>'

test.each([
  ['a script', base64(finishedPdf({ objects: [script] })), 'holds a script'],
  ['a password', base64(qpdfWith(untagged, '--encrypt', '', 'x', '256', '--')), 'is encrypted'],
  ['half a file', base64(untagged.subarray(0, 300)), 'is no whole PDF'],
  ['nothing', '', 'is no whole PDF'],
  ['a byte too many', base64(Buffer.alloc(mostUploadBytes + 1)), 'is larger than 20 MB'],
  ['no base64', 'Hemligt ord', 'is not in base64'],
])('a PDF with %s is refused by its rule, and nothing is kept', async (_what, pdf, detail) => {
  const document = { ...aDocument(), pdf }
  expect(await world.post('/documents', document)).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: '/pdf', detail }] },
  })
  expect(await keptOf(document.externalId)).toEqual([])
})

test.each([
  ['/sections', { sections: undefined }],
  ['/blocks', { blocks: [table] }],
  ['/blocks/0', { sections: undefined, blocks: [{ ...table, rows: [['Samtal']] }] }],
  ['/blocks/0/text', { sections: undefined, blocks: [{ kind: 'paragraph', text: 'Hemligt\nord' }] }],
  ['/language', { language: 'xx' }],
])('a text that is wrong at %s says so', async (pointer, changed) => {
  const answer = await world.post('/documents', { ...aDocument(), ...changed })
  expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer }] } })
  expect(JSON.stringify(answer.body)).not.toContain('Hemligt')
})

test('a list takes no PDF, and the body of anything but a document is as small as before', async () => {
  const data = { ...aDocument(), pdf: base64(untagged) }
  expect(await world.post('/batch', { items: [{ type: 'document', data }] })).toMatchObject({
    body: { results: [{ status: 422, problem: { errors: [{ pointer: '/pdf' }] } }] },
  })
  expect(
    await world.post('/stages', { externalId: randomUUID(), text: 'a'.repeat(1_100_000) }),
  ).toMatchObject({
    status: 413,
  })
})
