import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  startTimeStampService,
  type TimeStampService,
} from '../../../services/broker/time-stamp/time-stamp-service.ts'
import { createSealedWorld, type SealedWorld } from '../../../tests/support/sealed-world.ts'
import { verifyPackage } from '../verifier/package.ts'
import { packageEnd } from './package-end.ts'
import { renewPackage } from './renew-package.ts'
import { sealPackage } from './seal-package.ts'
import { stampSeal } from './stamp-seal.ts'

const now = new Date('2026-09-15T12:00:00Z')
const soon = new Date('2026-10-15T00:00:00Z')
const later = new Date('2036-01-01T00:00:00Z')
const inNinetyDays = { now, before: new Date('2026-12-14T12:00:00Z') }
let world: SealedWorld
let services: TimeStampService[]
let sealed: Buffer
let stamped: Buffer

beforeAll(async () => {
  world = await createSealedWorld()
  const { authority } = world
  services = await Promise.all(
    [soon, later].map((until) => startTimeStampService({ authority, now: () => now, until })),
  )
  sealed = await sealPackage(world.contents, world.key)
  stamped = await stampSeal(sealed, stampedBy(0), now)
})
afterAll(() => Promise.all(services.map((service) => service.close())))

const stampedBy = (which: number, fault?: 'down') => ({
  url: services[which]!.url(fault),
  roots: world.trust.timeStamp,
  policy: null,
})
const renew = (file: Buffer, moments = inNinetyDays, by = stampedBy(1)) =>
  renewPackage(file, world.trust, by, moments)

test('a package ends with the first certificate of its newest stamp, or of its seal while it has none', () => {
  const roots = [...world.trust.seal, ...world.trust.timeStamp]
  expect(packageEnd(sealed, roots)).toEqual(new Date('2049-12-31T23:59:59Z'))
  expect(packageEnd(stamped, roots)).toEqual(soon)
})

test('a package that ends soon is renewed, once: then it lasts as long as its new stamp', async () => {
  const renewal = await renew(stamped)
  expect(renewal).toMatchObject({ outcome: 'renewed', until: later, unheard: [] })
  const { bytes } = renewal as Extract<typeof renewal, { bytes: Buffer }>
  expect(bytes.subarray(0, stamped.length)).toEqual(stamped)
  const afterTheOldEnd = new Date('2030-01-01T00:00:00Z')
  expect(verifyPackage(bytes, world.trust, afterTheOldEnd)).toMatchObject({ holds: true, renewedAt: [now] })
  expect(verifyPackage(stamped, world.trust, afterTheOldEnd)).toMatchObject({ holds: false })
  expect(await renew(bytes)).toEqual({ outcome: 'lasts', until: later })
})

test('what does not hold, or no more, is not renewed: a stamp would make nothing true', async () => {
  const changed = Buffer.from(stamped)
  changed[100]! ^= 1
  expect(await renew(changed)).toEqual({ outcome: 'refused', rule: 'seal-digest' })
  const tooLate = { now: new Date('2026-11-01T00:00:00Z'), before: later }
  expect(await renew(stamped, tooLate)).toEqual({ outcome: 'refused', rule: 'certificate-time' })
  expect(await renew(world.contents.frozen)).toMatchObject({ outcome: 'refused' })
})

test('while no service stamps, nothing is renewed', async () => {
  await expect(renew(stamped, inNinetyDays, stampedBy(1, 'down'))).rejects.toThrow('answered 503')
})
