import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testKeysText } from '../../../tests/support/keys'
import { createAuthority, type Authority } from '../../broker/bankid/authority'
import { writeKeyFile } from '../../demo/key-file'
import { readWorkerSettings } from '../settings'

const folder = mkdtempSync(join(tmpdir(), 'seal-settings-'))
const password = 'lösenord till stämpeln'
let authority: Authority
let good: Record<string, string>

beforeAll(async () => {
  authority = await createAuthority('Seal')
  const root = put('root.pem', authority.rootPem)
  good = {
    DATABASE_URL: 'postgres://portal:portal@127.0.0.1:5432/mina',
    DATA_KEYS: testKeysText,
    BANKID_ROOTS: root,
    BANKID_SERVICE: 'cn=Mina sidor',
    SEAL_KEY: await keyFile('seal.p12'),
    SEAL_KEY_PASSWORD: password,
    TSA_URL: 'http://127.0.0.1:3010/',
    TIME_STAMP_ROOTS: root,
    WORKER_JOBS: 'signing',
  }
})
afterAll(() => rmSync(folder, { recursive: true }))

function put(name: string, content: string | Buffer): string {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

async function keyFile(name: string, validity: { validFrom?: Date; validTo?: Date } = {}): Promise<string> {
  const subject = [['commonName', 'Testebo kommun']] as const
  const { key, certificate } = await authority.issue({ purpose: 'seal', subject, ...validity })
  const certificates = [certificate, authority.intermediate.certificate]
  return `file:${put(name, await writeKeyFile({ key, certificates }, password))}`
}

async function faults(changed: Record<string, string>, production = false) {
  const read = await readWorkerSettings({ NODE_ENV: 'test', ...good, ...changed }, production)
  return 'faults' in read ? read.faults.map(({ name, fault }) => `${name}: ${fault}`) : []
}

test('a key, a time-stamp service and whom to believe make a worker that seals', async () => {
  expect(await faults({})).toEqual([])
  expect(await faults({ TSA_URL: '', TIME_STAMP_ROOTS: '' })).toEqual([])
})

test('where people sign there must be a key to seal with, and where nobody does there need be none', async () => {
  const none = { SEAL_KEY: '', SEAL_KEY_PASSWORD: '', TSA_URL: '' }
  expect(await faults(none)).toEqual(['SEAL_KEY: is missing', 'SEAL_KEY_PASSWORD: is missing'])
  expect(await faults({ ...none, BANKID_ROOTS: '' })).toEqual([])
})

test('what is wrong with a key is said by name, and its password is not', async () => {
  const found = [
    ...(await faults({ SEAL_KEY_PASSWORD: 'ett annat ord' })),
    ...(await faults({ SEAL_KEY: `file:${join(folder, 'none.p12')}` })),
    ...(await faults({ SEAL_KEY: 'seal.p12' })),
    ...(await faults({ SEAL_KEY: 'pkcs11:token=a;object=b?module-path=/c.so' })),
    ...(await faults({ SEAL_KEY: await keyFile('old.p12', { validTo: new Date('2024-12-31T12:00:00Z') }) })),
    ...(await faults({
      SEAL_KEY: await keyFile('next.p12', { validFrom: new Date('2049-01-01T12:00:00Z') }),
    })),
  ]
  expect(found).toEqual([
    'SEAL_KEY: the key file cannot be opened with this password',
    'SEAL_KEY: the key file cannot be read',
    'SEAL_KEY: must begin with file:/ or pkcs11:',
    'SEAL_KEY: needs the certificates of the key in a file of their own',
    'SEAL_KEY: a certificate of the key ended on 2024-12-31',
    'SEAL_KEY: a certificate of the key is valid from 2049-01-01',
  ])
  expect(found.join()).not.toMatch(/ett annat ord|lösenord/)
})

test('a time-stamp service needs an address on the web and certificates to judge it by', async () => {
  expect(await faults({ TSA_URL: 'ftp://127.0.0.1' })).toEqual(['TSA_URL: Invalid URL'])
  expect(await faults({ TIME_STAMP_ROOTS: '' })).toEqual(['TIME_STAMP_ROOTS: is missing'])
  expect(await faults({ TIME_STAMP_ROOTS: put('none.pem', 'inga certifikat') })).toEqual([
    'TIME_STAMP_ROOTS: has no certificates in PEM',
  ])
})

test('production takes neither a key nor a time-stamp service of a test', async () => {
  expect(await faults({ BANKID_ROOTS: '' }, true)).toEqual([
    'SEAL_KEY: is a key for tests',
    'TIME_STAMP_ROOTS: refused: test-root',
  ])
})
