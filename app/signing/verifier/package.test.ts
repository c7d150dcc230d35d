import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  startTimeStampService,
  type TimeStampService,
} from '../../../services/broker/time-stamp/time-stamp-service.ts'
import {
  createSealedWorld,
  sealName,
  signedAt,
  type SealedWorld,
} from '../../../tests/support/sealed-world.ts'
import { renewSeal } from '../seal/renew-seal.ts'
import { sealPackage } from '../seal/seal-package.ts'
import { stampSeal } from '../seal/stamp-seal.ts'
import { verifyPackage } from './package.ts'

const now = new Date('2026-09-15T12:00:00Z')
let world: SealedWorld
let service: TimeStampService
let sealed: Buffer
let stamped: Buffer
let renewed: Buffer

beforeAll(async () => {
  world = await createSealedWorld()
  service = await startTimeStampService({ authority: world.authority, now: () => now })
  sealed = await sealPackage(world.contents, world.key)
  stamped = await stampSeal(sealed, serviceOf(), now)
  renewed = await renewSeal(stamped, world.trust.seal, serviceOf(), now)
})
afterAll(() => service.close())

const serviceOf = () => ({ url: service.url(), roots: world.trust.timeStamp, policy: null })
const verdictOn = (file: Buffer) => verifyPackage(file, world.trust, now)

test('a sealed package holds, and says who sealed and who signed what', () => {
  const { holds, findings, sealedBy, signatures, stampedAt, document } = verdictOn(sealed)
  expect(findings.map(({ part, rule }) => `${part}: ${rule}`)).toEqual([
    'file: null',
    'contents: null',
    'seal: null',
    'document: null',
    'signature: null',
  ])
  expect({ holds, sealedBy, stampedAt }).toEqual({ holds: true, sealedBy: sealName, stampedAt: null })
  expect(signatures).toEqual([
    {
      signer: '199001012385',
      name: 'Åsa Öberg',
      act: 'receipt',
      at: signedAt,
      visibleText: 'Jag har tagit emot beslutet.',
    },
  ])
  expect(document?.bytes).toBe(world.contents.frozen.length)
})

test('a stamped and a renewed package hold with the times that others vouch for', () => {
  expect(verdictOn(stamped)).toMatchObject({ holds: true, stampedAt: now, renewedAt: [] })
  expect(verdictOn(renewed)).toMatchObject({ holds: true, stampedAt: now, renewedAt: [now] })
})

test('a package renewed twice holds, and its newest stamp covers the older one', async () => {
  const twice = await renewSeal(renewed, world.trust.seal, serviceOf(), now)
  expect(verdictOn(twice)).toMatchObject({ holds: true, renewedAt: [now, now] })
})
