import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findLineReader, listEarlierLines, writeLine } from '../../app/case/line/write-line.ts'
import { listSilences } from '../../app/case/line/silences.ts'
import type { PersonKey, StaffKey } from '../../db/seed/people.ts'
import { alvasCase, eliasCase, leosCase, tindrasCase } from '../support/asked.ts'
import { serviceCalls } from '../support/asking.ts'
import { idOf } from '../support/people.ts'
import { openStories, type Stories } from '../support/stories.ts'

let stories: Stories

beforeEach(async () => {
  stories = await openStories()
})

afterEach(() => stories.close())

const ask = (moment: string) => serviceCalls(stories, 'service_ask_for_lines', new Date(moment))

const silentFor = async (who: StaffKey, moment: string) =>
  (await stories.asStaff(who, listSilences, new Date(moment))).map(({ name, days }) => [name, days])

const linesOf = (who: PersonKey, moment: string) =>
  stories.asPerson(
    who,
    async (tx) =>
      (await tx.selectFrom('person_case_line').select(['text', 'from_given_name']).execute()).map(
        ({ text, from_given_name }) => [text, from_given_name],
      ),
    new Date(moment),
  )

const write = (
  who: StaffKey,
  to: PersonKey,
  text: string,
  { caseId = tindrasCase, id = randomUUID(), at = silent } = {},
) => stories.asStaff(who, (tx) => writeLine(tx, { caseId, personId: idOf(to) }, { id, text }), new Date(at))

// The newest that Tindra may read in her story came on 14 September.
const quiet = '2026-10-13T03:00:00+02:00'
const silent = '2026-10-20T03:00:00+02:00'

test('a line is asked for when nothing has come for as many days as the municipality says, once', async () => {
  await ask(quiet)
  expect((await silentFor('mira', quiet)).map(([name]) => name)).not.toContain('Tindra Ek')
  expect(await ask(silent)).toBeGreaterThan(0)
  expect((await silentFor('mira', silent)).map(([name]) => name)).toContain('Tindra Ek')
  expect(await ask(silent)).toBe(0)
  const { rows } = await stories.owner.query(
    `select actor_kind, count(*)::int > 0 as some from audit_event where action = 'askedForLine' group by 1`,
  )
  expect(rows).toEqual([{ actor_kind: 'service', some: true }])
})

test('two workers at once ask once', async () => {
  const [one, other] = await Promise.all([ask(silent), ask(silent)])
  const { rows } = await stories.owner.query<{ count: number }>(`select count(*)::int as count from silence`)
  expect(one + other).toBe(rows[0]!.count)
})

test('what comes meanwhile ends the asking', async () => {
  await ask(silent)
  await stories.owner.query(
    `insert into case_stage (municipality_id, case_id, stage, started_on, shown_from)
     select municipality_id, id, 'followUp', '2026-10-20', '2026-10-20T04:00:00+02:00' from case_file where id = $1`,
    [tindrasCase],
  )
  await ask('2026-10-20T15:00:00+02:00')
  expect(await silentFor('mira', silent)).toEqual([])
})

test('no line is asked for to a child who is too young to sign in, and one to who is not', async () => {
  await ask(silent)
  const askedTo = async (who: PersonKey) =>
    (await stories.owner.query('select from silence where person_id = $1', [idOf(who)])).rowCount
  expect(await askedTo('elias')).toBe(0)
  expect(await askedTo('sara')).toBe(1)
})

const tindras = [tindrasCase, idOf('tindra')]

test.each<[string, string, unknown[], boolean]>([
  [
    'a meeting that is booked',
    `with booked as (
       insert into appointment (municipality_id, case_id, kind, starts_at, ends_at, shown_from, planned_by, planned_at, changed_by, changed_at, time_set_at, form_key)
       select municipality_id, id, 'officeMeeting', '2026-11-02T10:00Z', '2026-11-02T11:00Z', '2026-10-15', $3, '2026-10-15', $3, '2026-10-15',
              '2026-10-15', gen_random_uuid() from case_file where id = $1 returning municipality_id, id)
     insert into appointment_participant (municipality_id, appointment_id, person_id) select municipality_id, id, $2 from booked`,
    [...tindras, idOf('mira')],
    true,
  ],
  [
    'a document of which no version is signed',
    `with written as (
       insert into document (municipality_id, case_id, type, dated_on)
       select municipality_id, id, 'decision', '2026-10-15' from case_file where id = $1 returning municipality_id, id)
     insert into disclosure (municipality_id, document_id, person_id, level, shown_from, decided_by, decided_at)
     select municipality_id, id, $2, 'full', '2026-10-15', $3, '2026-10-15' from written`,
    [...tindras, idOf('mira')],
    false,
  ],
])('%s ends a silence or does not, as it can be read', async (_what, insert, values, ends) => {
  await stories.owner.query(insert, values)
  await ask(silent)
  expect((await silentFor('mira', silent)).some(([name]) => name === 'Tindra Ek')).toBe(!ends)
})

test('nobody is asked for a line in a closed case, or to somebody who does not read it any more', async () => {
  await stories.owner.query(
    `update case_file set closed_on = '2026-09-20', readable_until = '2027-09-20' where id = $1`,
    [tindrasCase],
  )
  await stories.owner.query(
    `insert into case_party_block (municipality_id, child_id, person_id, valid, ground, decided_by)
     select municipality_id, child_id, $2, '[2026-09-20,)', 'test', $3 from case_file where id = $1`,
    [eliasCase, idOf('peter'), idOf('samira')],
  )
  await ask(silent)
  const { rows } = await stories.owner.query(
    `select from silence where case_id = $1 or (case_id = $2 and person_id = $3)`,
    [tindrasCase, eliasCase, idOf('peter')],
  )
  expect(rows).toEqual([])
})

test('a line is read by the one it was written to, and by nobody else in the case', async () => {
  await ask(silent)
  expect(await write('mira', 'tindra', 'Vi väntar på skolan.')).toBe('written')
  expect(await linesOf('tindra', silent)).toEqual([['Vi väntar på skolan.', 'Mira']])
  expect(await linesOf('marie', silent)).toEqual([])
  expect((await silentFor('mira', silent)).map(([name]) => name)).not.toContain('Tindra Ek')
  const { rows } = await stories.owner.query(
    `select n.person_id, n.kind from notice n where n.line_id is not null`,
  )
  expect(rows).toEqual([{ person_id: idOf('tindra'), kind: 'newLine' }])
})

test('the same form sent twice, even at once, is one line with one notice', async () => {
  const id = randomUUID()
  const both = await Promise.all([
    write('mira', 'tindra', 'En rad.', { id }),
    write('mira', 'tindra', 'En rad.', { id }),
  ])
  expect(both).toEqual(['written', 'written'])
  const { rows } = await stories.owner.query(
    `select (select count(*)::int from case_line) as lines, (select count(*)::int from notice where line_id is not null) as notices,
            (select count(*)::int from audit_event where action = 'wroteLine') as logged`,
  )
  expect(rows).toEqual([{ lines: 1, notices: 1, logged: 1 }])
})

test('a form sent again with other words has not sent them, and says so', async () => {
  const id = randomUUID()
  await write('mira', 'tindra', 'Vi väntar på skolan.', { id })
  expect(await write('mira', 'tindra', 'Vi väntar på BUP.', { id })).toBe('otherWords')
  expect(await linesOf('tindra', silent)).toEqual([['Vi väntar på skolan.', 'Mira']])
})

test.each<[string, StaffKey, PersonKey, string, boolean]>([
  ['the caseworker', 'mira', 'tindra', tindrasCase, true],
  ['the deputy', 'samira', 'marie', tindrasCase, true],
  ['the team leader', 'jonas', 'tindra', tindrasCase, true],
  ['another caseworker', 'olle', 'tindra', tindrasCase, false],
  ['another municipality', 'nils', 'tindra', tindrasCase, false],
  ['the caseworker, to somebody of another case', 'mira', 'peter', tindrasCase, false],
  ['the caseworker, in a case of another municipality', 'mira', 'leo', leosCase, false],
  ['the caseworker, to a child who reads with an adult', 'samira', 'elias', eliasCase, false],
  ['the caseworker, to that child’s mother', 'samira', 'sara', eliasCase, true],
  ['the caseworker of a closed case', 'olle', 'alva', alvasCase, false],
])('%s', async (_who, staff, to, caseId, may) => {
  expect(await write(staff, to, 'Hej.', { caseId, at: '2026-09-15T10:00:00+02:00' })).toBe(
    may ? 'written' : null,
  )
  const found = await stories.asStaff(staff, (tx) => findLineReader(tx, caseId, idOf(to)))
  expect(found !== undefined).toBe(may)
  const { rows } = await stories.owner.query('select from case_line')
  expect(rows).toHaveLength(may ? 1 : 0)
})

test('who writes the next sees what was written before, in their own cases alone', async () => {
  await write('mira', 'tindra', 'Vi väntar på skolan.', { at: '2026-09-15T10:00:00+02:00' })
  const seen = async (who: StaffKey) =>
    (
      await stories.asStaff(
        who,
        (tx) => listEarlierLines(tx, { caseId: tindrasCase, personId: idOf('tindra') }),
        new Date('2026-09-15T11:00:00+02:00'),
      )
    ).map(({ text }) => text)
  expect(await seen('samira')).toEqual(['Vi väntar på skolan.'])
  expect(await seen('olle')).toEqual([])
})

test('an id of somebody else’s line changes nothing and tells nothing', async () => {
  const id = randomUUID()
  await write('mira', 'tindra', 'Bara till Tindra.', { id })
  expect(await write('mira', 'marie', 'Nej.', { id })).toBeNull()
  expect(await linesOf('marie', silent)).toEqual([])
})
