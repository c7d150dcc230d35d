import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createRevocableWorld, type RevocableWorld } from '../../../tests/support/revocable-world.ts'
import { verifyPackage } from '../verifier/package.ts'
import { certificatesOf } from '../verifier/sealed-certificates.ts'
import { readSealed } from '../verifier/sealed.ts'
import { pemOf } from '../../../tests/support/sealed-world.ts'

const now = new Date('2026-09-15T12:00:00Z')
let world: RevocableWorld
let stamped: Buffer

beforeAll(async () => {
  world = await createRevocableWorld(now)
  stamped = await world.stamped()
})
afterAll(() => world.close())

const kindsOf = async (file: Buffer) => (await world.fetch(file)).proofs.map(({ kind }) => kind)

test('each certificate of the seal and of its stamp is asked about, and what all tell once is kept once', async () => {
  expect(await kindsOf(stamped)).toEqual(['OCSPs', 'CRLs', 'OCSPs'])
  expect((await world.fetch(stamped)).unheard).toEqual([])
})

test('a package renewed with what was told holds, again and again', async () => {
  const once = await world.renew(stamped)
  const twice = await world.renew(once)
  expect(await kindsOf(once)).toEqual(['OCSPs', 'CRLs'])
  expect(verifyPackage(twice, world.trust, now)).toMatchObject({ holds: true, renewedAt: [now, now] })
  expect(once.toString('latin1')).toMatch(/\/OCSPs \[\d+ 0 R \d+ 0 R\]/)
  expect(once.toString('latin1')).toMatch(/\/CRLs \[\d+ 0 R\]/)
})

test.each([
  ['revoked', 'refused: revocation-revoked'],
  ['old', 'refused: revocation-time'],
  ['another', 'refused: revocation-certificate'],
] as const)('an answer that is wrong (%s) stops the renewal by its rule', async (fault, message) => {
  await expect(world.renew(await world.stamped(fault))).rejects.toThrow(message)
})

test.each(['down', 'endless'] as const)(
  'who does not answer (%s) is told by name, and the others are heard',
  async (fault) => {
    const { proofs, unheard } = await world.fetch(await world.stamped(fault))
    expect(proofs.map(({ kind }) => kind)).toEqual(['CRLs', 'OCSPs'])
    expect(unheard).toEqual([expect.stringMatching(/^127\.0\.0\.1:\d+$/)])
  },
)

test('openssl confirms what was told', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'revocation-'))
  const at = (name: string) => join(folder, name)
  const run = (...args: string[]) =>
    execFileSync('openssl', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  const { root, intermediate } = world.authority
  const { proofs } = await world.fetch(stamped)
  writeFileSync(at('root.pem'), pemOf(root))
  writeFileSync(at('above.pem'), pemOf(intermediate.certificate))
  writeFileSync(at('sealer.pem'), pemOf(certificatesOf(readSealed(stamped))[0]!.raw))
  writeFileSync(at('answer.der'), proofs.find(({ kind }) => kind === 'OCSPs')!.bytes)
  writeFileSync(at('list.der'), proofs.find(({ kind }) => kind === 'CRLs')!.bytes)
  const time = ['-attime', String(now.getTime() / 1000)]
  const trust = ['-CAfile', at('root.pem'), '-verify_other', at('above.pem')]
  const about = ['-issuer', at('above.pem'), '-cert', at('sealer.pem')]
  // Its answer is of the day of this test, which openssl compares with today.
  const answer = run(
    'ocsp',
    '-respin',
    at('answer.der'),
    ...about,
    ...trust,
    ...time,
    '-validity_period',
    '999999999',
  )
  expect(answer).toContain(': good')
  run('crl', '-inform', 'DER', '-in', at('list.der'), '-CAfile', at('root.pem'), '-noout')
  rmSync(folder, { recursive: true })
})
