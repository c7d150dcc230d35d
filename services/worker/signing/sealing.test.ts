import { afterEach, beforeEach, expect, test } from 'vitest'
import type pg from 'pg'
import { pino } from 'pino'
import { openSealKey } from '../../../app/signing/seal/seal-key-setting'
import { verifyPackage } from '../../../app/signing/verifier/package'
import { listDeadLetters, retryDeadLetter } from '../../../db/dead-letters'
import { testKeys } from '../../../tests/support/keys'
import { pdfSignatures, pdfText, qpdfFaults } from '../../../tests/support/pdf-witness'
import {
  openSignedWorld,
  sealPassword,
  type Signed,
  type SignedWorld,
} from '../../../tests/support/signed-world'
import { storyTime } from '../../../tests/support/stories'
import { end, forkWorker, untilItWorks } from '../../../tests/support/worker-process'
import { startTimeStampService, type TimeStampFault } from '../../broker/time-stamp/time-stamp-service'
import { sealSignatureJob } from './seal-signature'
import { sendLeftOver } from './send-left-over'

const contact = 'elias/place-and-contact'
const until = { timeout: 120_000, interval: 50 }
const long = { timeout: 600_000 }

let world: SignedWorld

beforeEach(async () => {
  world = await openSignedWorld()
})
afterEach(() => world.close())

const query = <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) =>
  world.stories.owner.query<Row>(text, values)

type Kept = { bytes: Buffer; stamped_at: Date | null; document: Buffer }

async function packages(): Promise<Kept[]> {
  const { rows } = await query<Kept>(
    `select k.bytes, k.stamped_at, f.bytes as document from sealed_package k
       join signature_request r on r.id = k.request_id
       join document_file f on f.document_version_id = r.document_version_id`,
  )
  return rows
}

const jobs = async (queue: string) =>
  (
    await query<{ state: string }>('select state from pgboss.job where name = $1 order by created_on', [
      queue,
    ])
  ).rows.map(({ state }) => state)

const startWorker = (settings: Record<string, string> = {}) =>
  untilItWorks(
    forkWorker({
      WORKER_JOBS: 'signing',
      DATABASE_URL: world.stories.portalUrl,
      CLOCK: storyTime.toISOString(),
      ...world.settings,
      ...settings,
    }),
  )

const stampService = () => startTimeStampService({ authority: world.authority, now: () => new Date() })

test('what is signed is sealed with the document as its beginning, and judged to hold', long, async () => {
  await world.sign('peter', contact)
  expect(await jobs('seal-signature')).toEqual(['created'])
  const worker = await startWorker()
  await expect.poll(packages, until).toHaveLength(1)
  await end(worker, 'SIGTERM')

  const [{ bytes, document }] = (await packages()) as [Kept]
  expect(bytes.subarray(0, document.length)).toEqual(document)
  const verdict = verifyPackage(bytes, world.trust, new Date())
  expect(verdict.findings.filter(({ rule }) => rule)).toEqual([])
  expect(verdict).toMatchObject({
    holds: true,
    stampedAt: null,
    signatures: [
      { signer: '198512312391', visibleText: expect.stringContaining('Jag har fått handlingen.') as string },
    ],
  })
  expect(qpdfFaults(bytes)).toBe('')
  const said = pdfSignatures(bytes, world.authority.rootPem)
  for (const good of ['Signature is Valid.', 'Certificate is Trusted.', 'Total document signed']) {
    expect(said).toContain(good)
  }
  const { rows } = await query('select actor_kind from audit_event where action = $1', ['sealedSignature'])
  expect(rows).toEqual([{ actor_kind: 'service' }])
})

test(
  'the page behind the document says who, what, when and which, and no number and nobody else',
  long,
  async () => {
    await world.sign('peter', contact)
    await world.sign('sara', contact)
    const worker = await startWorker()
    await expect.poll(packages, until).toHaveLength(2)
    await end(worker, 'SIGTERM')
    const [own] = (await packages()).filter(({ bytes }) => bytes.includes('198512312391')) as [Kept]
    const text = pdfText(own.bytes)
    const page = text.slice(text.lastIndexOf('Bevis om underskrift'))
    expect(text).toContain('Bevis om underskrift')
    for (const said of [
      'Peter Brandt',
      'Kvitto på att du har fått beslutet',
      '”Jag har fått handlingen. Det betyder inte att jag håller med.”',
      'EK-2026-1187',
    ]) {
      expect(text.slice(text.indexOf('Bevis om underskrift'))).toContain(said)
    }
    // When it came: before it was judged, and the tests' clock stands still meanwhile.
    expect(text).toMatch(/När 15 september 2026 klockan 0(8\.59|9\.00) /)
    expect(page).not.toContain('198512312391')
    expect(page).not.toContain('Sara')
    expect(own.bytes.includes('198801012389')).toBe(false)
  },
)

test(
  'a death before the file is kept leaves nothing; made again it is the same, and it is kept once',
  long,
  async () => {
    const id = await world.sign('peter', contact)
    const key = await openSealKey({
      key: world.settings['SEAL_KEY']!,
      password: sealPassword,
      certificates: null,
    })
    const { database } = world.stories
    const job = sealSignatureJob(
      { database, now: () => storyTime },
      { key, stampedBy: null, dataKeys: testKeys },
    )
    const dies = () => Promise.reject(new Error('died'))
    const run = (made: Signed, ending: () => Promise<void>) => job(made, ending)
    await expect(run(id, dies)).rejects.toThrow('died')
    expect(await packages()).toEqual([])

    await Promise.all([run(id, () => Promise.resolve()), run(id, () => Promise.resolve())])
    const [first, ...more] = await packages()
    expect(more).toEqual([])
    await query('alter table sealed_package disable trigger sealed_package_stays')
    await query('delete from sealed_package')
    await run(id, () => Promise.resolve())
    expect((await packages())[0]!.bytes.equals(first!.bytes)).toBe(true)
  },
)

test('signatures from before there was a key are sealed when there is one', long, async () => {
  await world.sign('peter', contact)
  await query(`delete from pgboss.job where name = 'seal-signature'`)
  const worker = await startWorker()
  await expect.poll(packages, until).toHaveLength(1)
  await end(worker, 'SIGTERM')
  expect(await jobs('seal-signature')).toEqual(['completed'])
})

test(
  'while the time-stamp service is away the seal holds without a stamp, and gets one when it is back',
  long,
  async () => {
    await world.sign('peter', contact)
    const service = await stampService()
    const asked = (fault?: TimeStampFault) => ({ TSA_URL: service.url(fault) })
    const before = await startWorker(asked('down'))
    await expect.poll(() => jobs('stamp-seal'), until).toEqual(['retry'])
    await end(before, 'SIGTERM')
    const [sealed] = await packages()
    expect(verifyPackage(sealed!.bytes, world.trust, new Date())).toMatchObject({
      holds: true,
      stampedAt: null,
    })
    expect(sealed!.stamped_at).toBeNull()
    const { rows } = await query<{ seconds: number }>(
      `select retry_delay as seconds from pgboss.job where name = 'stamp-seal'`,
    )
    expect(rows).toEqual([{ seconds: 30 }])

    await query(`update pgboss.job set start_after = now() where name = 'stamp-seal'`)
    const worker = await startWorker(asked())
    await expect.poll(async () => (await packages())[0]!.stamped_at, until).not.toBeNull()
    await end(worker, 'SIGTERM')
    const [stamped] = await packages()
    const verdict = verifyPackage(stamped!.bytes, world.trust, new Date())
    expect(verdict).toMatchObject({ holds: true, stampedAt: expect.any(Date) as Date })
    expect(stamped!.bytes.subarray(0, stamped!.document.length)).toEqual(stamped!.document)
    await service.close()
  },
)

test(
  'a stamp that is never given is shown with its reason, and an operator sends it again',
  long,
  async () => {
    await world.sign('peter', contact)
    await query(`update pgboss.queue set retry_limit = 0 where name = 'stamp-seal'`)
    const service = await stampService()
    const before = await startWorker({ TSA_URL: service.url('otherDigest') })
    const letters = () => world.stories.database.asService(storyTime, listDeadLetters)
    await expect
      .poll(letters, until)
      .toMatchObject([{ queue: 'stamp-seal', errorCode: 'time-stamp-imprint' }])
    await end(before, 'SIGTERM')
    await sendLeftOver(
      { ...world.stories, now: () => storyTime, log: pino({ level: 'silent' }) },
      'stamp-seal',
    )
    expect(await jobs('stamp-seal')).toEqual(['failed'])

    const [letter] = await letters()
    await world.stories.database.asService(storyTime, (tx) => retryDeadLetter(tx, letter!.id))
    const worker = await startWorker({ TSA_URL: service.url() })
    await expect.poll(async () => (await packages())[0]!.stamped_at, until).not.toBeNull()
    await end(worker, 'SIGTERM')
    await service.close()
  },
)

test(
  'a key whose certificate has ended seals nothing, says why, and the job is tried again',
  long,
  async () => {
    const id = await world.sign('peter', contact)
    const { key, certificate } = await world.authority.issue({
      purpose: 'seal',
      subject: [['commonName', 'Förra årets stämpel']],
      validTo: new Date('2025-12-31T00:00:00Z'),
    })
    const file = await world.keyFile('old.p12', key, [certificate, world.authority.intermediate.certificate])
    const old = await openSealKey({ key: file, password: sealPassword, certificates: null })
    const { database } = world.stories
    const job = sealSignatureJob(
      { database, now: () => storyTime },
      { key: old, stampedBy: null, dataKeys: testKeys },
    )
    await expect(job(id, () => Promise.resolve())).rejects.toMatchObject({
      code: 'seal_key_out_of_time',
      message: 'a certificate of the key ended on 2025-12-31',
    })
    expect(await packages()).toEqual([])
    expect(await jobs('seal-signature')).toEqual(['created'])
  },
)
