import { exportJWK, generateKeyPair, type JWK } from 'jose'
import pg from 'pg'
import { pino } from 'pino'
import { createIdentityProviders, type ProviderSettings } from '../../app/oidc/identity-provider.ts'
import { lookupHash } from '../../app/person/personal-identity-number.ts'
import type { RequestContext } from '../../app/context.ts'
import { readInstruments } from '../../app/survey/read-instruments.ts'
import { connect } from '../../db/connect.ts'
import { testDatabase } from './database.ts'
import { testKeys } from './keys.ts'

/** Skatteverket's published test numbers, by the part they play here. */
export const numbers = {
  /** Sixteen, a party of her own in Ekdala. */
  tindra: '201001012382',
  /** Eleven: too young to sign in by herself. */
  alva: '201501022386',
  /** Guardian with a case in Ekdala and another in Grannby. */
  marie: '198501012382',
  /** In the register of Ekdala, without a case. */
  henrik: '198112312395',
  nobody: '197501079292',
  /** Caseworker in Ekdala. */
  mira: '199501012380',
} as const

export type LogLine = Record<string, unknown> & { level: number; event?: string }

export type SignInWorld = {
  context: RequestContext
  /** What the portal has logged since it was last emptied. */
  log: LogLine[]
  query: <Row extends pg.QueryResultRow>(text: string, values?: unknown[]) => Promise<Row[]>
  close: () => Promise<void>
}

export const origin = 'https://minasidor.example'

/** The keys of our client at a broker: the private one as a setting, the public one for the broker. */
export async function clientKeys(): Promise<{ setting: string; publicKey: JWK & { kid: string } }> {
  const pair = await generateKeyPair('ES256', { extractable: true })
  const [secret, publicKey] = await Promise.all([exportJWK(pair.privateKey), exportJWK(pair.publicKey)])
  return { setting: JSON.stringify({ ...secret, kid: 'portal' }), publicKey: { ...publicKey, kid: 'portal' } }
}

/** A portal's inside without its pages: an own database with a few people, real brokers, a log to look into. */
export async function signInWorld(brokers: {
  person: ProviderSettings
  staff: ProviderSettings
}): Promise<SignInWorld> {
  const { ownerUrl, portalUrl } = await testDatabase()
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 2 })
  await owner.query(
    people,
    Object.values(numbers).map((number) => lookupHash(number, testKeys)),
  )
  const database = connect(portalUrl, () => undefined)
  const log: LogLine[] = []
  const logger = pino({ base: null }, { write: (line: string) => void log.push(JSON.parse(line) as LogLine) })
  return {
    context: {
      requestId: 'a1b2c3d4e5',
      now: () => new Date('2026-09-15T07:00:00Z'),
      machineNow: () => new Date(),
      origin,
      database,
      identityProviders: createIdentityProviders({ origin, production: false, ...brokers }, logger),
      recordingWatch: { watch: () => () => undefined, close: () => Promise.resolve() },
      scripts: {
        desk: '/islands/desk.js',
        keepAnswer: '/islands/keep-answer.js',
        recorder: '/islands/recorder.js',
      },
      closed: new AbortController().signal,
      dataKeys: testKeys,
      bankId: null,
      packageTrust: null,
      scansFiles: false,
      surveys: { instruments: readInstruments(null).instruments, allowUnverified: true },
      notices: { channels: ['email', 'sms', 'push'], pushKey: null },
      ingestTokens: null,
      log: logger,
      callerKey: Buffer.alloc(32, 7),
      device: 'phone',
      visitor: {
        language: 'sv',
        textSize: 'normal',
        signedIn: null,
        municipalityName: null,
        secondsLeft: null,
        holder: null,
      },
      deliver: () => undefined,
    },
    log,
    query: async <Row extends pg.QueryResultRow>(text: string, values?: unknown[]) =>
      (await owner.query<Row>(text, values)).rows,
    close: async () => {
      await database.close()
      await owner.end()
    },
  }
}

// $1…$6 are the hashes of the numbers above, in their order.
const people = `
with municipality as (
  insert into municipality (name, phone) values ('Ekdala kommun', '0555-010 00'), ('Grannby kommun', '0555-020 00') returning *),
made_unit as (insert into unit (municipality_id, name) select id, 'Barn och unga' from municipality returning *),
made_person as (
  insert into person (municipality_id, given_name, family_name, birth_date, id_number_encrypted, id_number_hash)
  select m.id, p.given_name, p.family_name, p.birth_date::date, ''::bytea, p.hash
    from municipality m
    join (values ('Ekdala', 'Tindra', 'Ek', '2010-01-01', $1::bytea), ('Ekdala', 'Alva', 'Ström', '2015-01-02', $2),
                 ('Ekdala', 'Marie', 'Ek', '1985-01-01', $3), ('Grannby', 'Marie', 'Ek', '1985-01-01', $3),
                 ('Ekdala', 'Henrik', 'Ström', '1981-12-31', $4)) p (town, given_name, family_name, birth_date, hash)
      on m.name like p.town || '%'
   where $5::bytea is not null
  returning *),
made_staff as (
  insert into staff_member (municipality_id, unit_id, given_name, family_name, title, role, phone, phone_hours,
                            id_number_encrypted, id_number_hash, employed)
  select m.id, u.id, 'Mira', 'Sandell', 'socialsekreterare', 'caseworker', '0555-010 10', '9-11', ''::bytea, $6, '[2020-01-01,)'
    from municipality m join made_unit u on u.municipality_id = m.id where m.name like 'Ekdala%'),
made_case as (
  insert into case_file (municipality_id, unit_id, child_id, case_number, opened_on)
  select p.municipality_id, u.id, p.id, 'EK-' || p.given_name, '2026-03-03'
    from made_person p join made_unit u on u.municipality_id = p.municipality_id where p.given_name <> 'Henrik'
  returning *)
insert into case_party (municipality_id, case_id, person_id, role, valid, source)
select c.municipality_id, c.id, c.child_id, 'child', '[2026-03-03,)', 'test' from made_case c`
