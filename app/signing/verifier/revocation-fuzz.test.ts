import { afterAll, beforeAll, expect, test } from 'vitest'
import { seededRandom } from '../../../tests/bench/seeded-random.ts'
import { byteMutant } from '../../../tests/support/mutants/bytes.ts'
import { derMutant } from '../../../tests/support/mutants/der.ts'
import { judgeMutants } from '../../../tests/support/mutants/refusing.ts'
import { createRevocableWorld, type RevocableWorld } from '../../../tests/support/revocable-world.ts'
import type { Certificate } from './certificate.ts'
import { verifyPackage } from './package.ts'
import { refuse } from './refusal.ts'
import { judgeRevocation, type RevocationProof } from './revocation.ts'
import { certificatesOf } from './sealed-certificates.ts'
import { readSealed } from './sealed.ts'

const now = new Date('2026-09-15T12:00:00Z')
let world: RevocableWorld
let stamped: Buffer
let renewed: Buffer
let proofs: readonly RevocationProof[]
let chain: Certificate[]

beforeAll(async () => {
  world = await createRevocableWorld(now)
  stamped = await world.stamped()
  ;({ proofs } = await world.fetch(stamped))
  renewed = await world.renew(stamped, proofs)
  chain = certificatesOf(readSealed(stamped))
})
afterAll(() => world.close())

test.each(['OCSPs', 'CRLs'] as const)('none of 5,000 changed proofs among %s is accepted', (kind) => {
  const random = seededRandom(kind === 'OCSPs' ? 21 : 22)
  const { bytes: genuine } = proofs.find((proof) => proof.kind === kind)!
  const judge = (bytes: Buffer) =>
    judgeRevocation({ kind, bytes }, chain, [...world.trust.seal, ...world.trust.timeStamp], now)
  expect(() => judge(genuine)).not.toThrow()
  const judged = judgeMutants(5_000, () => derMutant(genuine, random), judge)
  expect(judged.let).toEqual([])
  expect(judged.rules.size).toBeGreaterThan(3)
})

test('none of 3,000 changed renewals that bring proofs is accepted', () => {
  const random = seededRandom(23)
  const [before, update] = [renewed.subarray(0, stamped.length), renewed.subarray(stamped.length)]
  const judge = (file: Buffer) => {
    const { holds, findings } = verifyPackage(file, world.trust, now)
    if (!holds) refuse(findings.find(({ rule }) => rule)!.rule!)
  }
  expect(() => judge(renewed)).not.toThrow()
  const judged = judgeMutants(3_000, () => Buffer.concat([before, byteMutant(update, random)]), judge)
  // Cut off at its beginning it leaves what was before, which holds.
  expect(judged.let.filter((file) => !file.equals(stamped))).toEqual([])
})
