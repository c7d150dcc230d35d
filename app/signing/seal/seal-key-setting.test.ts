import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { softHsmModule } from '../../../tests/support/programs.ts'
import { createSealedWorld, pemOf, type SealedWorld } from '../../../tests/support/sealed-world.ts'
import { createAuthority, type Keyed } from '../../../services/broker/bankid/authority.ts'
import { verifyPackage } from '../verifier/package.ts'
import { keyInModule } from './key-module.ts'
import { openSealKey } from './seal-key-setting.ts'
import { sealKeyOf } from './seal-key.ts'
import { sealPackage } from './seal-package.ts'

const now = new Date('2026-09-15T12:00:00Z')
const folder = mkdtempSync(join(tmpdir(), 'seal-key-'))
const at = (name: string) => join(folder, name)
const run = (program: string, ...args: string[]) =>
  execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
let world: SealedWorld
let sealer: Keyed
let chain: Buffer[]

beforeAll(async () => {
  world = await createSealedWorld()
  sealer = await world.authority.issue({ purpose: 'seal', subject: [['commonName', 'Stämpel']] })
  chain = [sealer.certificate, world.authority.intermediate.certificate]
  writeFileSync(at('key.pem'), sealer.key.export({ type: 'pkcs8', format: 'pem' }))
  writeFileSync(at('leaf.pem'), pemOf(sealer.certificate))
  writeFileSync(at('above.pem'), pemOf(world.authority.intermediate.certificate) + world.authority.rootPem)
  writeFileSync(at('all.pem'), chain.map(pemOf).join(''))
})
afterAll(() => rmSync(folder, { recursive: true }))

function keyFile(name: string, ...options: string[]): string {
  const inputs = ['-inkey', at('key.pem'), '-in', at('leaf.pem'), '-certfile', at('above.pem')]
  run('openssl', 'pkcs12', '-export', ...inputs, '-passout', 'pass:hemlig', '-out', at(name), ...options)
  return `file:${at(name)}`
}

test('a key file seals, with the chain up to the root and without it', async () => {
  const key = await openSealKey({ key: keyFile('seal.p12'), password: 'hemlig', certificates: null })
  expect(key.certificates).toEqual(chain)
  const sealed = await sealPackage(world.contents, key)
  expect(verifyPackage(sealed, world.trust, now)).toMatchObject({ holds: true, sealedBy: 'Stämpel' })
})

test('a key file with another password, or that is none, is refused without the password in the message', async () => {
  const open = (key: string) => openSealKey({ key, password: 'annat-ord', certificates: null })
  const message = (key: string) => open(key).then(String, (error: unknown) => (error as Error).message)
  expect(await message(keyFile('seal.p12'))).toBe('the key file cannot be opened with this password')
  writeFileSync(at('none.p12'), 'ingen fil')
  expect(await message(`file:${at('none.p12')}`)).toBe('the key file cannot be opened with this password')
  expect(await message('seal.p12')).toBe('must begin with file:/ or pkcs11:')
})

test('the program that asks the module knows where its settings are and the PIN, and nothing else of ours', async () => {
  const bin = at('bin')
  mkdirSync(bin)
  const says = `#!/usr/bin/env node
const { writeFileSync } = require('node:fs')
writeFileSync(process.argv[process.argv.indexOf('--output-file') + 1], JSON.stringify(process.env))`
  writeFileSync(join(bin, 'pkcs11-tool'), says, { mode: 0o755 })
  vi.stubEnv('PATH', `${bin}:${process.env['PATH']}`)
  vi.stubEnv('SOFTHSM2_CONF', 'softhsm2.conf')
  vi.stubEnv('DATA_KEYS', 'the keys of everybody')
  vi.stubEnv('SEAL_KEY_PASSWORD', 'another')
  try {
    const place = { module: 'm', token: 't', object: 'o', pin: '1234', mechanism: 'SHA256-RSA-PKCS' }
    const told = await keyInModule(place, []).sign(Buffer.from('x'))
    const { PATH, SEAL_PIN, SOFTHSM2_CONF, ...others } = JSON.parse(told.toString()) as Record<string, string>
    expect({ SEAL_PIN, SOFTHSM2_CONF }).toEqual({ SEAL_PIN: '1234', SOFTHSM2_CONF: 'softhsm2.conf' })
    expect(PATH).toContain(bin)
    expect(Object.keys(others).filter((name) => name !== 'HOME' && name !== 'LD_LIBRARY_PATH')).toEqual([])
  } finally {
    vi.unstubAllEnvs()
  }
})

test('a key that is not the one of the certificate is refused', async () => {
  const other = await createAuthority('Other')
  const { certificate } = await other.issue({ purpose: 'seal', subject: [['commonName', 'Annan']] })
  await expect(sealPackage(world.contents, sealKeyOf(sealer.key, [certificate]))).rejects.toThrow(
    'seal-signature',
  )
})

test('a key in a module seals with the same bytes as the key in a file, and never leaves it', async () => {
  const module = softHsmModule()
  mkdirSync(at('tokens'))
  writeFileSync(at('softhsm2.conf'), `directories.tokendir = ${at('tokens')}\nobjectstore.backend = file\n`)
  const before = process.env['SOFTHSM2_CONF']
  process.env['SOFTHSM2_CONF'] = at('softhsm2.conf')
  try {
    run(
      'softhsm2-util',
      '--init-token',
      '--free',
      '--label',
      'min sida',
      '--pin',
      '123456',
      '--so-pin',
      '123456',
    )
    const into = ['--token', 'min sida', '--label', 'stämpel', '--id', '01', '--pin', '123456']
    run('softhsm2-util', '--import', at('key.pem'), ...into)
    const uri = `pkcs11:token=min%20sida;object=st%C3%A4mpel?module-path=${module}`
    const setting = { key: uri, password: '123456', certificates: at('all.pem') }
    const sealed = await sealPackage(world.contents, await openSealKey(setting))
    expect(sealed).toEqual(await sealPackage(world.contents, sealKeyOf(sealer.key, chain)))
    await expect(openSealKey({ ...setting, password: '999999' })).rejects.toThrow(/^the module did not sign$/)
  } finally {
    if (before === undefined) delete process.env['SOFTHSM2_CONF']
    else process.env['SOFTHSM2_CONF'] = before
  }
})
