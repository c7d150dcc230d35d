import { randomBytes } from 'node:crypto'
import { sql, type Kysely } from 'kysely'
import { birthOf } from '../../app/person/birth-of-number.ts'
import { encryptNumber, lookupHash } from '../../app/person/personal-identity-number.ts'
import type { DataKeys } from '../../app/person/data-keys.ts'
import type { DB } from '../schema.ts'
import { insertAll } from './insert-all.ts'
import {
  ingestClients,
  municipalities,
  people,
  staff,
  units,
  type MunicipalityKey,
  type UnitKey,
} from './people.ts'
import { storyId } from './story-id.ts'
import { writeIntroduction } from './write-introduction.ts'

const municipalityId = (key: MunicipalityKey) => storyId('municipality', key)
const unitId = (key: UnitKey) => storyId('unit', key)

/** Writes municipalities, units, staff and people; their numbers encrypted, as everywhere. */
export async function writePeople(tx: Kysely<DB>, keys: DataKeys): Promise<void> {
  await insertAll(
    tx,
    'municipality',
    entriesOf(municipalities).map(([key, { name, phone, code, organisationNumber, emergency }]) => ({
      id: municipalityId(key),
      name,
      phone,
      code,
      organisation_number: organisationNumber,
      emergency_phone: emergency?.phone ?? null,
      emergency_hours: emergency?.hours ?? null,
    })),
  )
  await insertAll(
    tx,
    'message_rule',
    entriesOf(municipalities).map(([key]) => ({
      municipality_id: municipalityId(key),
      valid: '[2026-01-01,)',
      answer_days: 3,
      undo_seconds: 60,
      source: "the demo's own",
    })),
  )
  await insertAll(
    tx,
    'silence_rule',
    entriesOf(municipalities).map(([key]) => ({
      municipality_id: municipalityId(key),
      valid: '[2026-01-01,)',
      days: 30,
      source: "the demo's own",
    })),
  )
  await insertAll(tx, 'retention_setting', [
    {
      municipality_id: municipalityId('ekdala'),
      valid: '[2026-01-01,)',
      holds: 'record',
      research: 'sample',
      at_night: true,
      backup_days: 35,
      source: 'Dokumenthanteringsplan, SN 2026-03-11 § 40',
    },
  ])
  await insertAll(
    tx,
    'unit',
    entriesOf(units).map(([key, { municipality, name }]) => ({
      municipality_id: municipalityId(municipality),
      id: unitId(key),
      name,
    })),
  )
  await writeStaff(tx, keys)
  await writeIntroduction(tx, keys)
  await writePersons(tx, keys)
  await insertAll(
    tx,
    'ingest_client',
    ingestClients.map(({ municipality, clientId, name }) => ({
      municipality_id: municipalityId(municipality),
      client_id: clientId,
      name,
      valid: '[2026-01-01,)',
    })),
  )
  // Each of them may send whatever can be sent.
  await sql`
    insert into ingest_client_scope (municipality_id, client_id, scope)
    select municipality_id, client_id, scope from ingest_client cross join ingest_kind`.execute(tx)
}

async function writeStaff(tx: Kysely<DB>, keys: DataKeys): Promise<void> {
  const rows = entriesOf(staff).map(([key, member]) => ({
    municipality_id: municipalityId(units[member.unit].municipality),
    id: storyId('staff', key),
    unit_id: unitId(member.unit),
    given_name: member.givenName,
    family_name: member.familyName,
    title: member.title,
    role: member.role,
    phone: member.phone,
    phone_hours: 'vardagar 8–16',
    employed: '[2021-01-11,)',
    employee_id: member.employeeId,
    ...numberColumns(member.number, keys),
  }))
  await insertAll(tx, 'staff_member', rows)
}

async function writePersons(tx: Kysely<DB>, keys: DataKeys): Promise<void> {
  const rows = entriesOf(people).map(([key, person]) => ({
    municipality_id: municipalityId(person.municipality),
    id: storyId('person', key),
    given_name: person.givenName,
    family_name: person.familyName,
    birth_date: birthOf(person.number)!.earliest,
    ...numberColumns(person.number, keys),
  }))
  await insertAll(tx, 'person', rows)
  const protections = entriesOf(people).flatMap(([key, { municipality, protection }]) =>
    protection
      ? [
          {
            municipality_id: municipalityId(municipality),
            id: storyId('person_protection', key),
            person_id: storyId('person', key),
            kind: protection.kind,
            valid: `[${protection.since},)`,
            source: protection.source,
          },
        ]
      : [],
  )
  await insertAll(tx, 'person_protection', protections)
}

// Random bytes answer to no number: such a person cannot be found by signing in.
function numberColumns(number: string | null, keys: DataKeys) {
  return number
    ? { id_number_encrypted: encryptNumber(number, keys), id_number_hash: lookupHash(number, keys) }
    : { id_number_encrypted: randomBytes(48), id_number_hash: randomBytes(32) }
}

function entriesOf<Key extends string, Value>(record: Record<Key, Value>): [Key, Value][] {
  return Object.entries(record) as [Key, Value][]
}
