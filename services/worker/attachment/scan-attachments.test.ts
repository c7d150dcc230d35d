import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { listAttachments, listStaffAttachments } from '../../../app/attachment/list-attachments.ts'
import { readAttachment, readStaffAttachment } from '../../../app/attachment/read-attachment.ts'
import { createMetrics } from '../../../app/server/metrics.ts'
import { tindrasCase } from '../../../tests/support/asked.ts'
import { addedTo, attach, draftOf, pdfSaying, sent, thursday } from '../../../tests/support/attached.ts'
import { scannersTestFile, startFakeClamd, type FakeClamd } from '../../../tests/support/fake-clamd.ts'
import { testKeys } from '../../../tests/support/keys.ts'
import { openStories, storyTime, type Stories } from '../../../tests/support/stories.ts'
import { scanAttachments } from './scan-attachments.ts'

let stories: Stories
let clamd: FakeClamd
beforeEach(async () => {
  stories = await openStories()
  clamd = await startFakeClamd()
})
afterEach(async () => {
  await clamd.close()
  await stories.close()
})

const minutesLater = (minutes: number) => new Date(storyTime.getTime() + minutes * 60_000)
const scan = (when = storyTime, signal = new AbortController().signal) =>
  scanAttachments(
    { database: stories.database, now: () => when, log: pino({ level: 'silent' }), signal },
    { dataKeys: testKeys, clamd: clamd.address },
  )
const statesFor = {
  tindra: async () =>
    addedTo(await stories.asPerson('tindra', (tx) => listAttachments(tx, { threadId: thursday }))),
  mira: async () =>
    addedTo(
      await stories.asStaff('mira', (tx) => listStaffAttachments(tx, { threadId: thursday, isDraft: false })),
    ),
}
const opened = async (attachmentId: string) => [
  await stories.asPerson('tindra', (tx) =>
    readAttachment(tx, { caseId: tindrasCase, threadId: thursday, attachmentId, keys: testKeys }),
  ),
  await stories.asStaff('mira', (tx) =>
    readStaffAttachment(tx, { threadId: thursday, attachmentId, keys: testKeys }),
  ),
]

/** A file that was sent and waits. */
async function sentFile(bytes = pdfSaying('Intyg'), name = 'intyg.pdf') {
  const draft = await draftOf(stories, 'tindra')
  const { id } = await attach(stories, 'tindra', draft, { bytes, name, mustWait: true })
  await sent(stories, draft)
  return id
}

test('until the scanner has answered nobody opens a file, and only its sender knows its name', async () => {
  const id = await sentFile()
  expect(await statesFor.tindra()).toMatchObject([{ id, name: 'intyg.pdf', state: 'waiting' }])
  expect(await statesFor.mira()).toMatchObject([{ id, name: null, type: null, size: null, state: 'waiting' }])
  expect(await opened(id)).toEqual([null, null])
  await scan()
  expect(clamd.scanned.map((each) => each.equals(pdfSaying('Intyg')))).toEqual([true])
  expect(await statesFor.mira()).toMatchObject([{ id, name: 'intyg.pdf', state: 'clean' }])
  expect((await opened(id)).map((file) => file?.bytes.equals(pdfSaying('Intyg')))).toEqual([true, true])
})

test('a file in which something is found is erased, its sender is told, and nothing of it is left', async () => {
  const id = await sentFile(pdfSaying(scannersTestFile()), 'vinst.pdf')
  const clean = await sentFile()
  await scan()
  expect((await statesFor.tindra()).map(({ name, state }) => [name, state]).sort()).toEqual([
    ['intyg.pdf', 'clean'],
    ['vinst.pdf', 'infected'],
  ])
  expect(await statesFor.mira()).toContainEqual(
    expect.objectContaining({ id, name: null, state: 'infected' }) as unknown,
  )
  expect(await opened(id)).toEqual([null, null])
  expect((await opened(clean)).every(Boolean)).toBe(true)
  const { rows } = await stories.owner.query(
    `select a.sealed, e.actor_kind, e.case_id from attachment a
       join audit_event e on e.attachment_id = a.id and e.action = 'foundInfected' where a.id = $1`,
    [id],
  )
  expect(rows).toEqual([{ sealed: null, actor_kind: 'service', case_id: tindrasCase }])
})

test('while the scanner is away files wait, and are scanned when it is back', async () => {
  const ids = [await sentFile(), await sentFile(pdfSaying('Två'))]
  clamd.mode = 'garbage'
  await scan()
  await scan()
  expect((await statesFor.mira()).map(({ state }) => state)).toEqual(['waiting', 'waiting'])
  clamd.mode = 'honest'
  // Each is tried again after three minutes, not at once.
  await scan(minutesLater(2))
  expect(clamd.scanned).toEqual([])
  await scan(minutesLater(3))
  expect(clamd.scanned).toHaveLength(2)
  for (const id of ids) expect((await opened(id)).every(Boolean)).toBe(true)
})

test('a file that is more than the scanner takes waits, and the next one does not wait for it', async () => {
  const large = await sentFile(pdfSaying('x'.repeat(300_000)))
  const small = await sentFile()
  clamd.mode = { limit: 200_000 }
  await scan()
  const open = await statesFor.mira()
  expect(open.find(({ id }) => id === large)?.state).toBe('waiting')
  clamd.mode = 'honest'
  await scan(minutesLater(3))
  for (const id of [large, small]) expect((await opened(id)).every(Boolean)).toBe(true)
})

test('two workers scan each file once', async () => {
  for (const words of ['Ett', 'Två', 'Tre', 'Fyra']) await sentFile(pdfSaying(words))
  await Promise.all([scan(), scan()])
  expect(clamd.scanned).toHaveLength(4)
  expect((await statesFor.mira()).map(({ state }) => state)).toEqual(Array(4).fill('clean'))
})

test('a worker that is killed in the middle leaves its file to another', async () => {
  const id = await sentFile()
  clamd.mode = 'silent'
  const killed = new AbortController()
  const scanning = scan(storyTime, killed.signal)
  await expect
    .poll(
      async () =>
        (await stories.owner.query(`select from attachment where scan_after > $1`, [storyTime])).rowCount,
    )
    .toBe(1)
  killed.abort()
  await scanning
  clamd.mode = 'honest'
  await scan(minutesLater(3))
  expect((await opened(id)).every(Boolean)).toBe(true)
})

test('the same file in which something was found is refused when it comes again, and said to be so', async () => {
  const draft = await draftOf(stories, 'tindra')
  const found = { bytes: pdfSaying(scannersTestFile()), mustWait: true }
  await attach(stories, 'tindra', draft, found)
  await scan()
  expect(await attach(stories, 'tindra', draft, found)).toMatchObject({ outcome: 'infected' })
  expect(await attach(stories, 'tindra', draft, { bytes: pdfSaying('Intyg'), mustWait: true })).toMatchObject(
    {
      outcome: 'added',
    },
  )
})

test('a file that has waited for more than an hour is counted and listed for the operator, by id alone', async () => {
  const id = await sentFile()
  const counted = async () =>
    /^attachments_waiting .*$/m.exec(await createMetrics(stories.database).registry.metrics())?.[0]
  const listed = async () => {
    const run = promisify(execFile)
    const env = { ...process.env, DATABASE_URL: stories.portalUrl }
    return (await run('node', ['services/worker/jobs-command.ts'], { env })).stdout
  }
  const waitingSince = (minutes: number) =>
    stories.owner.query('update attachment set added_at = now() - make_interval(mins => $1)', [minutes])
  await waitingSince(50)
  expect(await counted()).toBe('attachments_waiting 0')
  expect(await listed()).not.toContain(id)
  await waitingSince(61)
  expect(await counted()).toBe('attachments_waiting 1')
  expect(await listed()).toMatch(
    new RegExp(`^${id}  attachment  municipalityId=[-0-9a-f]{36}  \\S+  notScanned\nno job`),
  )
  expect(await listed()).not.toContain('intyg')
  await scan()
  expect(await counted()).toBe('attachments_waiting 0')
})
