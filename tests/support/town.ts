import { randomInt, randomUUID } from 'node:crypto'
import type pg from 'pg'
import { newSessionToken } from '../../app/access/cookies'
import { holderMarkOf } from '../../app/access/holder-mark'
import type { Language } from '../../app/i18n/languages'
import { lookupHash } from '../../app/person/personal-identity-number'
import { parseDataKeys } from '../../app/person/data-keys'
import type { TextSize } from '../../app/visitor/visitor'
import type { PersonKey, StaffKey } from '../../db/seed/people'
import { idOf, isStaffKey, municipalityId, municipalityOf } from './people'

/**
 * A municipality of a test's own: Ekdala with all its stories and ids, under another municipality id. What one
 * test writes, no other sees, though all share one portal.
 */
export type Town = {
  id: string
  name: string
  owner: pg.Client
  /** Number by which somebody of the town identifies at the broker. */
  number: (who: PersonKey | StaffKey) => Promise<string>
  /** Cookie of a new session, as after a sign-in. */
  session: (who: PersonKey | StaffKey) => Promise<{ name: string; value: string }>
  /** Whom forms are drawn for when somebody is signed in. */
  mark: (who: PersonKey | StaffKey) => string
  /** What everybody in the town has chosen in the settings. */
  setLook: (language: Language, textSize: TextSize) => Promise<void>
  remove: () => Promise<void>
}

export async function foundTown(owner: pg.Client): Promise<Town> {
  const id = randomUUID()
  const name = `Provköping ${id.slice(0, 8)}`
  await unchecked(owner, async () => {
    await owner.query(
      `insert into municipality select (jsonb_populate_record(m, jsonb_build_object('id', $1::text, 'name', $2::text))).*
         from municipality m where id = $3`,
      [id, name, municipalityId('ekdala')],
    )
    for (const table of await townTables(owner)) {
      const columns = await writtenColumns(owner, table)
      await owner.query(
        `insert into ${table} (${columns}) select ${columns}
           from (select (jsonb_populate_record(t, jsonb_build_object('municipality_id', $1::text))).*
                   from ${table} t where municipality_id = $2) copied`,
        [id, municipalityId('ekdala')],
      )
    }
    // Nobody is known in two towns, but by a number of their own in each.
    for (const table of ['person', 'staff_member']) {
      await owner.query(
        `update ${table} set id_number_hash = sha256(uuid_send(gen_random_uuid())) where municipality_id = $1`,
        [id],
      )
    }
  })
  // Who belongs elsewhere stays there: Leo is of Grannby.
  const townOf = (who: PersonKey | StaffKey) =>
    municipalityOf(who) === municipalityId('ekdala') ? id : municipalityOf(who)
  return {
    id,
    name,
    owner,
    number: (who) => giveNumber(owner, id, who),
    session: (who) => openSession(owner, townOf(who), who),
    mark: (who) =>
      holderMarkOf(
        isStaffKey(who) ? 'staff' : 'person',
        { municipalityId: townOf(who), subjectId: idOf(who) },
        dataKeys(),
      ),
    setLook: (language, textSize) => setLook(owner, id, language, textSize),
    remove: () => removeTown(owner, id),
  }
}

async function setLook(
  owner: pg.Client,
  town: string,
  language: Language,
  textSize: TextSize,
): Promise<void> {
  await owner.query('update person set language = $1, text_size = $2 where municipality_id = $3', [
    language,
    textSize,
    town,
  ])
  await owner.query('update staff_member set language = $1 where municipality_id = $2', [language, town])
}

async function giveNumber(owner: pg.Client, town: string, who: PersonKey | StaffKey): Promise<string> {
  const number = testNumber()
  const table = isStaffKey(who) ? 'staff_member' : 'person'
  await owner.query(`update ${table} set id_number_hash = $1 where municipality_id = $2 and id = $3`, [
    lookupHash(number, dataKeys()),
    town,
    idOf(who),
  ])
  return number
}

const dataKeys = () => parseDataKeys(process.env['E2E_DATA_KEYS'] ?? '')

/** Opens a session as after a sign-in. Gives its cookie. */
export async function openSession(owner: pg.Client, town: string, who: PersonKey | StaffKey) {
  const { cookie, hash } = newSessionToken(town)
  const kind = isStaffKey(who) ? 'staff' : 'person'
  await owner.query(
    `insert into session (municipality_id, token_hash, kind, subject_id, device, previous_visit_at) values ($1, $2, $3, $4, 'phone',
       (select max(at) from audit_event where municipality_id = $1 and actor_id = $4 and action = 'signedIn'))`,
    [town, hash, kind, idOf(who)],
  )
  return { name: kind === 'staff' ? 'staff-sid' : 'sid', value: cookie }
}

function removeTown(owner: pg.Client, town: string): Promise<void> {
  return unchecked(owner, async () => {
    for (const table of [...ofSurvey, ...(await townTables(owner)), ...ofVisits]) {
      await owner.query(`delete from ${table} where municipality_id = $1`, [town])
    }
    await owner.query('delete from municipality where id = $1', [town])
  })
}

/** What comes with a visit is of its town alone. */
const ofVisits = ['session', 'sign_in_choice', 'pending_identification']

/** Answers are of nobody, so that nothing of them is copied. */
const ofSurvey = ['draft', 'envelope', 'response', 'free_text', 'ticket'].map((table) => `survey.${table}`)

async function townTables(owner: pg.Client): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'municipality_id'
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> all ($1)`,
    [ofVisits],
  )
  return rows.map(({ name }) => name)
}

async function writtenColumns(owner: pg.Client, table: string): Promise<string> {
  const { rows } = await owner.query<{ columns: string }>(
    `select string_agg(quote_ident(attname), ', ') as columns from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [table],
  )
  return rows[0]!.columns
}

// The references are right as they are copied; checked one by one, the tables would have to come in their order.
async function unchecked(owner: pg.Client, work: () => Promise<void>): Promise<void> {
  await owner.query('begin; set local session_replication_role = replica')
  await work()
  await owner.query('commit')
}

/** A number nobody has: a day before the war, three digits, and the check digit (folkbokföringslag 1991:481 18 §). */
export function testNumber(): string {
  const day = `19${randomInt(20, 40)}${String(randomInt(1, 13)).padStart(2, '0')}${String(randomInt(1, 29)).padStart(2, '0')}`
  const digits = `${day}${String(randomInt(0, 1000)).padStart(3, '0')}`
  const sum = Array.from(digits.slice(2)).reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 2 : 1)
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return `${digits}${(10 - (sum % 10)) % 10}`
}
