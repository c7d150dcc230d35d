import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  startTimeStampService,
  type TimeStampService,
} from '../../../services/broker/time-stamp/time-stamp-service.ts'
import { seededRandom } from '../../../tests/bench/seeded-random.ts'
import { byteMutant } from '../../../tests/support/mutants/bytes.ts'
import { derMutant } from '../../../tests/support/mutants/der.ts'
import { judgeMutants } from '../../../tests/support/mutants/refusing.ts'
import { createSealedWorld, type SealedWorld } from '../../../tests/support/sealed-world.ts'
import { renewSeal } from '../seal/renew-seal.ts'
import { sealPackage } from '../seal/seal-package.ts'
import { stampSeal } from '../seal/stamp-seal.ts'
import { pathToRoot } from './certificate-path.ts'
import { judgeSealCms } from './cms.ts'
import { verifyPackage } from './package.ts'
import { refuse } from './refusal.ts'
import { sha256 } from './seal-form.ts'
import { bytesOfContents, readSealed, type Sealed } from './sealed.ts'
import { judgeTimeStamp } from './time-stamp.ts'

const now = new Date('2026-09-15T12:00:00Z')
let world: SealedWorld
let service: TimeStampService
let stamped: Buffer
let renewed: Buffer
let seal: Sealed

beforeAll(async () => {
  world = await createSealedWorld()
  service = await startTimeStampService({ authority: world.authority, now: () => now })
  const from = { url: service.url(), roots: world.trust.timeStamp, policy: null }
  stamped = await stampSeal(await sealPackage(world.contents, world.key), from, now)
  renewed = await renewSeal(stamped, world.trust.seal, from, now)
  seal = readSealed(stamped)
})
afterAll(() => service.close())

/** The same rules as for the whole package, of the one part that the seal does not cover. */
function judgeContents(digits: string): void {
  const { certificates, signature, token } = judgeSealCms(bytesOfContents(digits), seal.digest)
  const { at } = judgeTimeStamp(token ?? refuse('no-token'), sha256(signature), world.trust.timeStamp, now)
  pathToRoot(certificates, world.trust.seal, at)
}

test('none of 20,000 changed signatures in the room of the seal is accepted', () => {
  const random = seededRandom(11)
  const room = (seal.after - seal.before - 2) / 2
  const mutant = () =>
    derMutant(seal.contents, random)
      .toString('hex')
      .padEnd(room * 2, '0')
  const genuine = seal.contents.toString('hex').padEnd(room * 2, '0')
  expect(() => judgeContents(genuine)).not.toThrow()
  const judged = judgeMutants(20_000, mutant, judgeContents)
  expect(judged.let).toEqual([])
  expect(judged.rules.size).toBeGreaterThan(15)
})

test('none of 2,000 other ways to write the same signature is accepted', () => {
  const random = seededRandom(12)
  const digits = stamped.subarray(seal.before + 1, seal.after - 1)
  const mutant = () => byteMutant(digits, random)
  const isSame = (bytes: Buffer) =>
    bytes.equals(digits) ? refuse('same') : judgeContents(bytes.toString('latin1'))
  // What comes after the room moves with its length: there, only as many digits can stand.
  const judged = judgeMutants(2_000, mutant, (bytes) =>
    bytes.length === digits.length ? isSame(bytes) : refuse('room'),
  )
  expect(judged.let).toEqual([])
})

test('none of 5,000 changed packages is accepted', () => {
  const random = seededRandom(13)
  const mutant = () => byteMutant(random() < 0.5 ? stamped : renewed, random)
  const judge = (file: Buffer) => {
    const { holds, findings } = verifyPackage(file, world.trust, now)
    if (!holds) refuse(findings.find(({ rule }) => rule)!.rule!)
  }
  const judged = judgeMutants(5_000, mutant, judge)
  // An update cut off at its beginning leaves what was before: the stamped package, which holds.
  expect(judged.let.filter((file) => !file.equals(stamped))).toEqual([])
})

test('none of 2,000 changed updates after the seal is accepted', () => {
  const random = seededRandom(14)
  const [before, update] = [renewed.subarray(0, stamped.length), renewed.subarray(stamped.length)]
  const judge = (file: Buffer) => {
    const { holds, findings } = verifyPackage(file, world.trust, now)
    if (!holds) refuse(findings.find(({ rule }) => rule)!.rule!)
  }
  const judged = judgeMutants(2_000, () => Buffer.concat([before, byteMutant(update, random)]), judge)
  expect(judged.let.filter((file) => !file.equals(stamped))).toEqual([])
})
