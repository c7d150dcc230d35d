import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { createAuthority } from '../../services/broker/bankid/authority.ts'
import { testKeysText } from '../../tests/support/keys.ts'
import { connectionShareOf } from './processes/connection-share.ts'
import { processCountOf } from './processes/process-count.ts'
import { readSettings } from './settings.ts'

const key = JSON.stringify({ kty: 'EC', crv: 'P-256', x: 'x', y: 'y', d: 'secret-half', kid: 'k1' })
const whole = {
  ORIGIN: 'https://minasidor.example.se',
  DATABASE_URL: 'postgres://portal:hidden@db.example.se/mina_sidor',
  DATA_KEYS: testKeysText,
  OIDC_ISSUER: 'https://broker.example.se',
  OIDC_CLIENT_ID: 'mina-sidor',
  OIDC_CLIENT_KEY: key,
  STAFF_OIDC_ISSUER: 'https://staff.example.se',
  STAFF_OIDC_CLIENT_ID: 'mina-sidor-staff',
  STAFF_OIDC_CLIENT_SECRET: 'hidden-too',
} as const

const env = (changed: Record<string, string>) => ({ ...whole, ...changed }) as unknown as NodeJS.ProcessEnv

test('whole settings are read', () => {
  const read = readSettings(env({}), true)
  expect(read).toMatchObject({
    settings: { production: true, port: 3000, clock: null, person: { broker: 'oidc-sweden' } },
  })
})

test.each(['abc', '0', '-1', '1.5', '65', '10000', ' 2'])('%j is no number of processes', (text) => {
  const faults = [{ name: 'WEB_PROCESSES', fault: 'must be a whole number from 1 to 64' }]
  expect(readSettings(env({ WEB_PROCESSES: text }), true)).toEqual({ faults })
})

test.each([
  // Cores, processes, and how many connections each may hold.
  [1, 1, 20],
  [2, 1, 20],
  [4, 3, 6],
  [8, 7, 4],
  [96, 64, 4],
])('on %i cores there are %i processes with %i connections each', (cores, processes, connections) => {
  expect(processCountOf(undefined, cores)).toBe(processes)
  expect(processCountOf('', cores)).toBe(processes)
  expect(connectionShareOf(undefined, processes)).toBe(connections)
})

test('connections to the database are shared among the processes, two each or more', () => {
  const read = (connections: string) =>
    readSettings(env({ WEB_PROCESSES: '3', DATABASE_CONNECTIONS: connections }), true)
  expect(read('20')).toMatchObject({ settings: { processes: 3, connections: 6 } })
  expect(read('6')).toMatchObject({ settings: { connections: 2 } })
  const fault = 'must be a whole number from 6 (two for each of WEB_PROCESSES) to 1000'
  for (const wrong of ['5', 'many', '-6', '6.5', '1001'])
    expect(read(wrong)).toEqual({ faults: [{ name: 'DATABASE_CONNECTIONS', fault }] })
})

test('no system may send anything unless an issuer vouches for it', () => {
  const issuer = { INGEST_ISSUER: 'https://issuer.example.se/ingest' }
  expect(readSettings(env({}), true)).toMatchObject({ settings: { ingestIssuer: null } })
  expect(readSettings(env(issuer), true)).toMatchObject({ settings: { ingestIssuer: issuer.INGEST_ISSUER } })
})

test('nothing can be signed until BankID’s roots and our name there are told', async () => {
  const roots = await rootsFile('Bank')
  expect(readSettings(env({}), true)).toMatchObject({ settings: { bankId: null } })
  const read = readSettings(env({ BANKID_ROOTS: roots, BANKID_SERVICE: 'cn=Ekdala' }), false)
  expect(read).toMatchObject({ settings: { bankId: { serviceName: 'cn=Ekdala' } } })
  expect('settings' in read && read.settings.bankId?.roots).toHaveLength(1)
  const nameless = readSettings(env({ BANKID_ROOTS: roots }), false)
  expect(nameless).toMatchObject({ faults: [{ name: 'BANKID_SERVICE' }] })
})

test('production refuses BankID’s roots for tests, and whatever is no root', async () => {
  const refused = (path: string) =>
    readSettings(env({ BANKID_ROOTS: path, BANKID_SERVICE: 'cn=Ekdala' }), true)
  const testRoot = { name: 'BANKID_ROOTS', fault: 'refused: test-root' }
  expect(refused(await rootsFile('Bank'))).toEqual({ faults: [testRoot] })
  for (const path of ['/nowhere/roots.pem', await fileWith('no certificate')]) {
    expect(refused(path)).toMatchObject({ faults: [{ name: 'BANKID_ROOTS' }] })
  }
})

test('no file can be checked until it is told whom to believe, and test roots count for nothing in production', async () => {
  const roots = await rootsFile('Seal')
  const told = {
    SEAL_ROOTS: roots,
    TIME_STAMP_ROOTS: roots,
    BANKID_ROOTS: roots,
    BANKID_SERVICE: 'cn=Ekdala',
  }
  expect(readSettings(env({}), true)).toMatchObject({ settings: { packageTrust: null } })
  expect(readSettings(env(told), false)).toMatchObject({
    settings: { packageTrust: { serviceName: 'cn=Ekdala' } },
  })
  expect(readSettings(env({ ...told, TIME_STAMP_ROOTS: '' }), false)).toMatchObject({
    faults: [{ name: 'TIME_STAMP_ROOTS' }],
  })
  expect('faults' in readSettings(env(told), true)).toBe(true)
})

test('our own survey forms are there without a setting, and production asks none with unchecked answers', () => {
  const read = readSettings(env({}), true)
  expect(read).toMatchObject({ settings: { surveys: { allowUnverified: false } } })
  expect('settings' in read && read.settings.surveys.instruments.map(({ id }) => id)).toContain('child')
  const allowed = env({ SURVEY_ALLOW_UNVERIFIED: 'yes' })
  expect(readSettings(allowed, false)).toMatchObject({ settings: { surveys: { allowUnverified: true } } })
  expect(readSettings(allowed, true)).toMatchObject({ faults: [{ name: 'SURVEY_ALLOW_UNVERIFIED' }] })
})

test('a survey form with a fault stops the start, every fault by file, place and language', async () => {
  const path = await fileWith('{ "id": "local"', 'local.json')
  const folder = dirname(path)
  await writeFile(join(folder, 'child.json'), await withoutArabic())
  expect(readSettings(env({ SURVEY_FOLDER: folder }), true)).toEqual({
    faults: [
      { name: `${folder}/child.json /title`, fault: 'is missing in ar' },
      { name: `${folder}/local.json`, fault: expect.stringContaining('is not JSON') as string },
    ],
  })
  expect(readSettings(env({ SURVEY_FOLDER: join(folder, 'nowhere') }), true)).toEqual({
    faults: [{ name: 'SURVEY_FOLDER', fault: 'is no folder that can be read' }],
  })
})

async function withoutArabic(): Promise<string> {
  const form = JSON.parse(await readFile('surveys/child.json', 'utf8')) as { title: Record<string, string> }
  return JSON.stringify({ ...form, title: { ...form.title, ar: undefined } })
}

async function rootsFile(title: string): Promise<string> {
  return fileWith((await createAuthority(title)).rootPem)
}

async function fileWith(text: string, name = 'roots.pem'): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'settings-')), name)
  await writeFile(path, text)
  return path
}

test('files wait for a scanner where one is told of, on this machine or another', () => {
  expect(readSettings(env({}), true)).toMatchObject({ settings: { scansFiles: false } })
  for (const CLAMD_URL of ['tcp://127.0.0.1:3310', 'tcp://[::1]:3310', 'unix:/run/clamav/clamd.ctl'])
    expect(readSettings(env({ CLAMD_URL }), true)).toMatchObject({ settings: { scansFiles: true } })
})

test('several e-IDs of one broker are offered in the order of the setting', () => {
  const read = readSettings(env({ OIDC_EIDS: 'freja=urn:freja, bankid=urn:bankid' }), true)
  expect('settings' in read && Object.entries(read.settings.person.eIds ?? {})).toEqual([
    ['freja', 'urn:freja'],
    ['bankid', 'urn:bankid'],
  ])
})

test('every missing setting is listed at once', () => {
  const read = readSettings({} as NodeJS.ProcessEnv, true)
  expect('faults' in read && read.faults.map((fault) => fault.name)).toEqual([
    'ORIGIN',
    'DATABASE_URL',
    'DATA_KEYS',
    'OIDC_ISSUER',
    'OIDC_CLIENT_ID',
    'OIDC_CLIENT_KEY',
    'STAFF_OIDC_ISSUER',
    'STAFF_OIDC_CLIENT_ID',
    'STAFF_OIDC_CLIENT_KEY',
  ])
})

test.each([
  ['a plain http origin', { ORIGIN: 'http://minasidor.example.se' }, 'ORIGIN'],
  ['an origin with a path', { ORIGIN: 'https://minasidor.example.se/portal' }, 'ORIGIN'],
  ['the demo broker', { OIDC_ISSUER: 'http://localhost:3001' }, 'OIDC_ISSUER'],
  ['a broker on this machine', { OIDC_ISSUER: 'https://127.0.0.1:3001' }, 'OIDC_ISSUER'],
  ['a broker without https', { STAFF_OIDC_ISSUER: 'http://broker.example.se' }, 'STAFF_OIDC_ISSUER'],
  ['the demo’s issuer for systems', { INGEST_ISSUER: 'http://localhost:3001/ingest' }, 'INGEST_ISSUER'],
  ['an issuer for systems without https', { INGEST_ISSUER: 'http://issuer.example.se' }, 'INGEST_ISSUER'],
  ['an issuer that is no address', { INGEST_ISSUER: 'issuer' }, 'INGEST_ISSUER'],
  ['the demo key', { OIDC_CLIENT_KEY: key.replace('k1', 'demo-person') }, 'OIDC_CLIENT_KEY'],
  ['a public key', { OIDC_CLIENT_KEY: key.replace('"d"', '"e"') }, 'OIDC_CLIENT_KEY'],
  ['a moved clock', { CLOCK: '2026-09-15T09:00' }, 'CLOCK'],
  ['short data keys', { DATA_KEYS: 'lookup=AAAA,a=AAAA' }, 'DATA_KEYS'],
  ['data keys without a look-up key', { DATA_KEYS: `a=${Buffer.alloc(32).toString('base64')}` }, 'DATA_KEYS'],
  ['an unknown broker', { OIDC_BROKER: 'somebody' }, 'OIDC_BROKER'],
  ['an e-ID nobody knows', { OIDC_EIDS: 'bankid=a,passport=b' }, 'OIDC_EIDS'],
  ['an e-ID without a name', { OIDC_EIDS: 'bankid=' }, 'OIDC_EIDS'],
  ['a scanner that is a page', { CLAMD_URL: 'https://clamd.example.se' }, 'CLAMD_URL'],
  ['a scanner without a port', { CLAMD_URL: 'tcp://127.0.0.1' }, 'CLAMD_URL'],
  ['a scanner by a path of nowhere', { CLAMD_URL: 'unix:clamd.ctl' }, 'CLAMD_URL'],
  ['settings of the test broker', { BROKER_CONFIG: '/etc/broker.json' }, 'BROKER_CONFIG'],
])('production refuses %s', (_what, changed, name) => {
  const read = readSettings(env(changed), true)
  expect('faults' in read && read.faults.map((fault) => fault.name)).toEqual([name])
})

test('a fault never repeats a secret', () => {
  const read = readSettings(
    env({ DATA_KEYS: 'top-secret', OIDC_CLIENT_KEY: '{"kty":"EC","d":"secret-half"' }),
    true,
  )
  expect(JSON.stringify(read)).not.toMatch(/top-secret|secret-half/)
})

test.each([
  ['2026-09-15T09:00', '2026-09-15T07:00:00.000Z'],
  ['2026-12-15T09:00', '2026-12-15T08:00:00.000Z'],
  ['2026-09-15T07:00:00.000Z', '2026-09-15T07:00:00.000Z'],
])('the clock %s is Swedish time unless it says otherwise', (text, utc) => {
  const read = readSettings(env({ CLOCK: text }), false)
  expect('settings' in read && read.settings.clock?.toISOString()).toBe(utc)
})
