import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  startTimeStampService,
  timeStampPolicy,
  type TimeStampService,
} from '../../../services/broker/time-stamp/time-stamp-service.ts'
import { createSealedWorld, pemOf, type SealedWorld } from '../../../tests/support/sealed-world.ts'
import { readSealCms } from '../verifier/cms.ts'
import { readSealed } from '../verifier/sealed.ts'
import { renewSeal } from './renew-seal.ts'
import { sealPackage } from './seal-package.ts'
import { stampSeal } from './stamp-seal.ts'

const now = new Date('2026-09-15T12:00:00Z')
const folder = mkdtempSync(join(tmpdir(), 'witnesses-'))
let world: SealedWorld
let service: TimeStampService
let files: Record<'sealed' | 'stamped' | 'renewed', Buffer>

beforeAll(async () => {
  world = await createSealedWorld()
  service = await startTimeStampService({ authority: world.authority, now: () => now })
  const from = { url: service.url(), roots: world.trust.timeStamp, policy: timeStampPolicy }
  const sealed = await sealPackage(world.contents, world.key)
  const stamped = await stampSeal(sealed, from, now)
  files = { sealed, stamped, renewed: await renewSeal(stamped, world.trust.seal, from, now) }
  for (const [name, bytes] of Object.entries(files)) put(`${name}.pdf`, bytes)
  put('root.pem', world.authority.rootPem)
  put('above.pem', pemOf(world.authority.intermediate.certificate))
  run('certutil', '-N', '-d', folder, '--empty-password')
  run('certutil', '-A', '-d', folder, '-n', 'root', '-t', 'C,C,C', '-i', at('root.pem'))
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await service.close()
})

const at = (name: string) => join(folder, name)
const put = (name: string, bytes: Buffer | string) => writeFileSync(at(name), bytes)
const run = (program: string, ...args: string[]) =>
  execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })

test('pdfsig says that the seal is valid, trusted and over the whole document', () => {
  for (const name of ['sealed.pdf', 'stamped.pdf']) {
    const said = run('pdfsig', '-nssdir', folder, at(name))
    expect(said).toContain('Signature is Valid.')
    expect(said).toContain('Certificate is Trusted.')
    expect(said).toContain('Total document signed')
    expect(said).toContain('ETSI.CAdES.detached')
  }
})

test('pdfsig says of a renewed package that the seal is still valid, and the stamp over the whole document', () => {
  const [seal, stamp] = run('pdfsig', '-nssdir', folder, at('renewed.pdf')).split('Signature #2')
  expect(seal).toContain('Signature is Valid.')
  expect(seal).toContain('Not total document signed')
  expect(stamp).toContain('Total document signed')
})

test('pdfsig sees a digest that does not match', () => {
  const changed = Buffer.from(files.sealed)
  changed[changed.indexOf('Jag har tagit')] = 0x6a
  put('changed.pdf', changed)
  expect(run('pdfsig', '-nssdir', folder, at('changed.pdf'))).toContain('Digest Mismatch')
})

test.each(['sealed', 'stamped', 'renewed'])('qpdf finds nothing wrong in a package that is %s', (name) => {
  expect(run('qpdf', '--check', at(`${name}.pdf`))).toContain('No syntax or stream encoding errors found')
})

test('the tags of the signature page stand under those of the document, with the document first', () => {
  const tags = run('pdfinfo', '-struct-text', at('sealed.pdf'))
  expect(tags.indexOf('Barnet ska tas om hand.')).toBeGreaterThan(-1)
  expect(tags.indexOf('Åsa Öberg')).toBeGreaterThan(tags.indexOf('Part'))
  expect(tags.indexOf('Part')).toBeGreaterThan(tags.indexOf('Barnet ska tas om hand.'))
  expect(run('pdfinfo', at('sealed.pdf'))).toMatch(/Tagged: +yes[^]*Pages: +2/)
})

test('openssl confirms the seal over the bytes that it covers', () => {
  const { contents, before, after } = readSealed(files.stamped)
  put('covered', Buffer.concat([files.stamped.subarray(0, before), files.stamped.subarray(after)]))
  put('seal.der', contents)
  const trust = ['-CAfile', at('root.pem'), '-purpose', 'any', '-attime', String(now.getTime() / 1000)]
  const args = [
    '-verify',
    '-binary',
    '-inform',
    'DER',
    '-in',
    at('seal.der'),
    '-content',
    at('covered'),
    '-cades',
  ]
  run('openssl', 'cms', ...args, ...trust, '-out', at('out'))
})

test('openssl confirms the time stamps of the seal and of its renewal', () => {
  const trust = [
    '-CAfile',
    at('root.pem'),
    '-untrusted',
    at('above.pem'),
    '-attime',
    String(now.getTime() / 1000),
  ]
  const { token, signature } = readSealCms(readSealed(files.stamped).contents)
  const renewal = readSealed(files.renewed)
  const stamps = [
    [token!, createHash('sha256').update(signature).digest('hex')],
    [renewal.contents, renewal.digest.toString('hex')],
  ] as const
  for (const [bytes, digest] of stamps) {
    put('token.der', bytes)
    const args = ['-verify', '-token_in', '-in', at('token.der'), '-digest', digest]
    expect(run('openssl', 'ts', ...args, ...trust)).toContain('Verification: OK')
  }
})
