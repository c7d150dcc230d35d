import { PDF, PdfString } from '@libpdf/core'
import type { ChildProcess } from 'node:child_process'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { deflateSync } from 'node:zlib'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { writtenFrom } from '../../../tests/support/document-facts'
import { finishedPdf } from '../../../tests/support/finished-pdf'
import { qpdfFaults, qpdfWith } from '../../../tests/support/pdf-witness'
import { makePdf } from '../pdf/make-pdf'
import { endPdfMaker } from '../pdf/pdf-maker'
import { inspectUpload } from './inspect-upload'
import { lookInside } from './look-inside'
import { mostUploadBytes } from './upload-limit'

afterAll(endPdfMaker)

const link = (action: string) => ({
  page: `/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A ${action} >>]`,
})
const annotation = (kind: string) => ({
  page: `/Annots [<< /Type /Annot /Subtype /${kind} /Rect [0 0 9 9] >>]`,
})
const whole = finishedPdf()
const latin = (bytes: Buffer) => bytes.toString('latin1')

test('a finished PDF is taken, and said to be untagged', async () => {
  expect(qpdfFaults(whole)).toBe('')
  expect(await inspectUpload(whole)).toEqual({ pages: 1, isTagged: false, language: null })
})

test('our own PDF is taken, with its tags and its language', async () => {
  const { bytes, pages } = await makePdf(writtenFrom('custodyLvu'), new Date('2026-09-14T16:05:00Z'))
  expect(await lookInside(bytes)).toEqual({ pages, isTagged: true, language: 'sv' })
})

test.each([
  ['whole', whole],
  ['in streams of objects', qpdfWith(whole, '--object-streams=generate')],
  ['made for the web', qpdfWith(whole, '--linearize')],
])('what is taken can be written on behind: a file %s', async (_how, bytes) => {
  expect(await lookInside(bytes)).toMatchObject({ pages: 1 })
  const pdf = await PDF.load(bytes, { lenient: false })
  pdf.getCatalog().set('Lang', PdfString.fromString('sv'))
  const longer = Buffer.from(await pdf.save({ incremental: true }))
  expect(longer.subarray(0, bytes.length).equals(bytes)).toBe(true)
  expect(qpdfFaults(longer)).toBe('')
})

test.each([
  ['the web', '<< /S /URI /URI (https://www.ekdala.se) >>'],
  ['a letter', '<< /S /URI /URI (mailto:x@ekdala.se) >>'],
  ['a place in itself', '<< /S /GoTo /D [3 0 R /Fit] >>'],
])('a link to %s may stay', async (_where, action) => {
  expect(await lookInside(finishedPdf(link(action)))).toMatchObject({ pages: 1 })
})

const script = '<< /S /JavaScript /JS (app.alert\\(1\\)) >>'
test.each([
  ['a script when opened', finishedPdf({ catalog: `/OpenAction ${script}` }), 'script'],
  [
    'a script by another spelling',
    finishedPdf({ catalog: '/OpenAction << /S /J#61vaScript /#4A#53 (1) >>' }),
    'script',
  ],
  [
    'a script that only its key tells',
    finishedPdf({ catalog: '/OpenAction << /S /X /#4aS (1) >>' }),
    'script',
  ],
  [
    'a script among names',
    finishedPdf({ catalog: `/Names << /JavaScript << /Names [(a) 5 0 R] >> >>`, objects: [script] }),
    'script',
  ],
  ['a script in an object nobody uses', finishedPdf({ objects: [script] }), 'script'],
  [
    'a script after another action',
    finishedPdf(link(`<< /S /GoTo /D [3 0 R /Fit] /Next [${script}] >>`)),
    'script',
  ],
  [
    'a kind of action in an object of its own',
    finishedPdf({ ...link('<< /S 5 0 R >>'), objects: ['/Launch'] }),
    'action',
  ],
  ['a program to start', finishedPdf(link('<< /S /Launch /F (cmd.exe) >>')), 'action'],
  ['a program by another spelling', finishedPdf(link('<< /S /L#61unch /F (cmd.exe) >>')), 'action'],
  ['another file', finishedPdf(link('<< /S /GoToR /F (a.pdf) /D [0 /Fit] >>')), 'action'],
  ['a thread in another file', finishedPdf(link('<< /S /Thread /F (a.pdf) /D 0 >>')), 'action'],
  [
    'a link that shows what was hidden',
    finishedPdf(link('<< /S /SetOCGState /State [/ON 5 0 R] >>')),
    'action',
  ],
  [
    'what it shows in another file',
    finishedPdf({ objects: ['<< /Length 0 /F (b.bin) >>\nstream\n\nendstream'] }),
    'action',
  ],
  [
    'a page of another file',
    finishedPdf({
      objects: [
        '<< /Type /XObject /Subtype /Form /Ref << /F (b.pdf) /Page 0 >> /Length 0 >>\nstream\n\nendstream',
      ],
    }),
    'action',
  ],
  ['a form that sends itself', finishedPdf(link('<< /S /SubmitForm /F (https://x.se) >>')), 'action'],
  ['a link to a file', finishedPdf(link('<< /S /URI /URI (file:///etc/passwd) >>')), 'action'],
  ['a link that is a script', finishedPdf(link('<< /S /URI /URI (javascript:alert\\(1\\)) >>')), 'action'],
  [
    'something done when its page turns',
    finishedPdf({ page: '/AA << /O << /S /Named /N /Print >> >>' }),
    'action',
  ],
  ['a file inside', finishedPdf({ catalog: '/Names << /EmbeddedFiles << /Names [] >> >>' }), 'embeddedFile'],
  [
    'a file by its stream',
    finishedPdf({ objects: ['<< /Type /EmbeddedFile /Length 0 >>\nstream\n\nendstream'] }),
    'embeddedFile',
  ],
  ['a file pinned to a page', finishedPdf(annotation('FileAttachment')), 'embeddedFile'],
  [
    'a form',
    finishedPdf({ catalog: '/AcroForm << /Fields [5 0 R] >>', objects: ['<< /FT /Tx /T (a) >>'] }),
    'form',
  ],
  ['a field of a form', finishedPdf(annotation('Widget')), 'form'],
  ['a form of the other kind', finishedPdf({ catalog: '/AcroForm << /XFA (a) /Fields [] >>' }), 'form'],
  ['a film', finishedPdf(annotation('RichMedia')), 'media'],
  ['a thing in three dimensions', finishedPdf(annotation('3D')), 'media'],
  [
    'a script packed away',
    qpdfWith(finishedPdf({ catalog: `/OpenAction ${script}` }), '--object-streams=generate'),
    'script',
  ],
  ['a password', qpdfWith(whole, '--encrypt', 'hemligt', 'hemligt', '256', '--'), 'encrypted'],
  ['a password that is empty', qpdfWith(whole, '--encrypt', '', 'hemligt', '256', '--'), 'encrypted'],
  [
    'no page',
    Buffer.from(latin(whole).replace('/Kids [3 0 R] /Count 1', '/Kids []      /Count 0'), 'latin1'),
    'noPages',
  ],
  [
    'a table that points elsewhere',
    Buffer.from(latin(whole).replace(/startxref\n\d+/, 'startxref\n9'), 'latin1'),
    'broken',
  ],
  ['no table', Buffer.from(latin(whole).replace('xref\n0', 'xxxx\n0'), 'latin1'), 'broken'],
  [
    'objects beside their places',
    Buffer.from(latin(whole).replaceAll(/^0000000(\d{3}) 00000 n/gm, '0000000999 00000 n'), 'latin1'),
    'broken',
  ],
  ['half a file', whole.subarray(0, whole.length >> 1), 'notPdf'],
  ['something behind its end', Buffer.concat([whole, Buffer.from('more')]), 'notPdf'],
  ['something before its start', Buffer.concat([Buffer.from('x'), whole]), 'notPdf'],
  ['another format', Buffer.from('\x89PNG\r\n\x1a\n'), 'notPdf'],
  ['nothing', Buffer.alloc(0), 'notPdf'],
  ['a byte too many', Buffer.alloc(mostUploadBytes + 1), 'tooLarge'],
])('a file with %s is refused by name', async (_what, bytes, rule) => {
  await expect(lookInside(bytes)).rejects.toMatchObject({ name: 'UploadRefusal', rule })
})

test('the same is said by the process that looks', async () => {
  await expect(inspectUpload(finishedPdf({ objects: [script] }))).rejects.toMatchObject({ rule: 'script' })
  await expect(inspectUpload(Buffer.alloc(mostUploadBytes + 1))).rejects.toMatchObject({ rule: 'tooLarge' })
})

test('two files are looked into at once and ten wait; more are refused by name until there is room', async () => {
  const begun: ChildProcess[] = []
  const note = (message: unknown) => void begun.push((message as { process: ChildProcess }).process)
  // One that has answered is told to end before the next begins, and ends in its own time.
  const working = () => begun.filter(({ killed, exitCode }) => !killed && exitCode === null).length
  subscribe('child_process', note)
  onTestFinished(() => void unsubscribe('child_process', note))
  const taken = Array.from({ length: 12 }, () => inspectUpload(whole))
  expect(working()).toBe(2)
  await expect(inspectUpload(whole)).rejects.toMatchObject({ rule: 'busy' })
  await Promise.race(taken)
  const later = inspectUpload(whole)
  expect(working()).toBeLessThanOrEqual(2)
  expect(new Set((await Promise.all([...taken, later])).map(({ pages }) => pages))).toEqual(new Set([1]))
})

test('a file that unfolds without end is too heavy, and ends nobody but its process', async () => {
  const packed = deflateSync(Buffer.alloc(400_000_000)).toString('latin1')
  const head = `<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${packed.length} >>`
  const twice = `${head}\nstream\n${packed}\nendstream`
  await expect(inspectUpload(packedObject(twice))).rejects.toMatchObject({ rule: 'tooHeavy' })
})

/** A file whose catalog lies in the stream of objects that is given. */
function packedObject(stream: string): Buffer {
  let written = '%PDF-1.7\n'
  const first = written.length
  written += `1 0 obj\n${stream}\nendobj\n`
  const second = written.length
  const row = (kind: number, place: number, index: number) => {
    const bytes = Buffer.alloc(7)
    bytes.writeUInt8(kind, 0)
    bytes.writeUInt32BE(place, 1)
    bytes.writeUInt16BE(index, 5)
    return bytes
  }
  const table = Buffer.concat([row(0, 0, 65535), row(1, first, 0), row(1, second, 0), row(2, 1, 0)])
  written += `2 0 obj\n<< /Type /XRef /Size 4 /W [1 4 2] /Root 3 0 R /Length ${table.length} >>\nstream\n`
  return Buffer.concat([
    Buffer.from(written, 'latin1'),
    table,
    Buffer.from(`\nendstream\nendobj\nstartxref\n${second}\n%%EOF\n`),
  ])
}
