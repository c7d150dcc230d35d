import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  startTimeStampService,
  timeStampPolicy,
  type TimeStampFault,
  type TimeStampService,
} from '../../../services/broker/time-stamp/time-stamp-service.ts'
import { createSealedWorld, type SealedWorld } from '../../../tests/support/sealed-world.ts'
import { verifyPackage } from '../verifier/package.ts'
import { renewSeal } from './renew-seal.ts'
import { sealPackage } from './seal-package.ts'
import { stampSeal } from './stamp-seal.ts'

const now = new Date('2026-09-15T12:00:00Z')
let world: SealedWorld
let service: TimeStampService
let sealed: Buffer

beforeAll(async () => {
  world = await createSealedWorld()
  service = await startTimeStampService({ authority: world.authority, now: () => now })
  sealed = await sealPackage(world.contents, world.key)
})
afterAll(() => service.close())

const asked = (fault?: TimeStampFault) => ({
  url: service.url(fault),
  roots: world.trust.timeStamp,
  policy: timeStampPolicy,
})

test.each([
  ['otherDigest', 'refused: time-stamp-imprint'],
  ['otherNonce', 'refused: time-stamp-nonce'],
  ['withoutNonce', 'refused: time-stamp-nonce'],
  ['otherPolicy', 'refused: time-stamp-policy'],
  ['fromTheFuture', 'refused: time-stamp-time'],
  ['withoutPurpose', 'refused: time-stamp-purpose'],
  ['purposeAndMore', 'refused: time-stamp-purpose'],
  ['purposeUncritical', 'refused: time-stamp-purpose-critical'],
  ['rejects', 'refused: time-stamp-status'],
  ['endless', 'refused: time-stamp-size'],
  ['down', 'the time-stamp service answered 503'],
] satisfies [TimeStampFault, string][])(
  'an answer with the fault %s stamps nothing',
  async (fault, message) => {
    await expect(stampSeal(sealed, asked(fault), now)).rejects.toThrow(message)
    await expect(renewSeal(sealed, world.trust.seal, asked(fault), now)).rejects.toThrow(message)
  },
)

test('a seal made while the service is down holds, and is stamped later without another change', async () => {
  await expect(stampSeal(sealed, asked('down'), now)).rejects.toThrow('503')
  expect(verifyPackage(sealed, world.trust, now)).toMatchObject({ holds: true, stampedAt: null })
  const stamped = await stampSeal(sealed, asked(), now)
  expect(verifyPackage(stamped, world.trust, now)).toMatchObject({ holds: true, stampedAt: now })
  const differing = [...stamped.keys()].filter((at) => stamped[at] !== sealed[at])
  const room = sealed.lastIndexOf('/Contents <')
  expect(stamped.length).toBe(sealed.length)
  expect(Math.min(...differing)).toBeGreaterThan(room)
  expect(Math.max(...differing)).toBeLessThan(sealed.lastIndexOf('endobj'))
})

test('a seal that has a time stamp keeps it, without asking again', async () => {
  const stamped = await stampSeal(sealed, asked(), now)
  expect(await stampSeal(stamped, asked('down'), now)).toEqual(stamped)
})

test('a stamp from a service that is not trusted stamps nothing', async () => {
  await expect(stampSeal(sealed, { ...asked(), roots: [] }, now)).rejects.toThrow('refused: unknown-root')
})

test('a seal outlives its certificate by its time stamp, and the time stamp by a renewal', async () => {
  const years = (count: number) => new Date(now.getTime() + count * 365.25 * 86_400_000)
  const stamped = await stampSeal(sealed, asked(), now)
  const renewed = await renewSeal(stamped, world.trust.seal, asked(), now)
  const rulesAt = (file: Buffer, at: Date) =>
    verifyPackage(file, world.trust, at).findings.flatMap(({ part, rule }) =>
      rule ? [`${part}: ${rule}`] : [],
    )
  // The certificates of the test authority end with 2049.
  expect(rulesAt(sealed, years(30))).toEqual(['seal: certificate-time'])
  expect(rulesAt(stamped, years(30))).toEqual(['time-stamp: certificate-time', 'seal: certificate-time'])
  expect(rulesAt(renewed, years(30))).toEqual([
    'renewal: certificate-time',
    'time-stamp: certificate-time',
    'seal: certificate-time',
  ])
  expect(rulesAt(renewed, years(20))).toEqual([])
})
