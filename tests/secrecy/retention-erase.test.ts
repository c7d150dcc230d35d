import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import { eliasCase, tindrasCase } from '../support/asked.ts'
import { foundInClear } from '../support/found-in-clear.ts'
import { idOf } from '../support/people.ts'
import {
  addCase,
  addPerson,
  decideRetention,
  ekdala,
  eraseOn,
  isThere,
  noonOf,
  settle,
} from '../support/retention-world.ts'
import { openStories, type Stories } from '../support/stories.ts'
import { fillElias, idsOfElias, letGo } from '../support/whole-case.ts'
import { mark } from '../support/whole-case-rows.ts'

const due = '2060-01-01'
let stories: Stories

const rowsOf = async <Row extends object>(text: string, values: unknown[] = []) =>
  (await stories.owner.query<Row>(text, values)).rows

describe('a case that holds something in every table', () => {
  let proofs: { counts: Record<string, number>; rule: string; source: string; hash: Buffer; id: string }[]
  let before: Record<string, string[]>
  let figures: object[]
  const texts = [mark, 'EK-2026-1187', 'Brandt', ...idsOfElias()]
  const figuresNow = async () =>
    rowsOf(`select 'f' as t, to_jsonb(x) as row from survey_figure x union all select 't', to_jsonb(x) from survey_telling x
            union all select 'r', to_jsonb(x) from survey.response x union all select 'w', to_jsonb(x) from survey.free_text x
            union all select 's', to_jsonb(x) from survey_text x
            union all select 'i', to_jsonb(x) from indicator_figure x union all select 'd', to_jsonb(x) from documentation_time x order by 1, 2`)

  beforeAll(async () => {
    stories = await openStories()
    await decideRetention(stories)
    await letGo(stories)
    await fillElias(stories)
    before = {}
    for (const text of texts) before[text] = await foundInClear(stories.owner, text)
    figures = await figuresNow()
    await settle(stories, due)
    expect(await eraseOn(stories, [eliasCase], due)).toEqual([eliasCase])
    proofs = await rowsOf('select counts, rule, source, hash, id from retention_proof')
  })
  afterAll(() => stories.close())

  test.each(texts)('leaves %s nowhere in the database', async (text) => {
    expect(before[text]).not.toEqual([])
    expect(await foundInClear(stories.owner, text)).toEqual([])
  })

  test('is told of by one proof that counts the rows of every table, and by the log that one went', async () => {
    expect(proofs).toHaveLength(1)
    const { counts, rule, source } = proofs[0]!
    expect({ rule, source }).toEqual({
      rule: 'childInvestigation',
      source: 'Socialtjänstlag (2025:400) 16 kap. 2 a §',
    })
    const tables = await rowsOf<{ table_name: string }>('select distinct table_name from retention_reach')
    // Whoever adds a table that is erased adds a row of it to tests/support/whole-case.ts.
    expect(tables.map((each) => each.table_name).filter((name) => !counts[name])).toEqual([])
    expect(counts).toMatchObject({ case_file: 1, person: 4, job: 2 })
    expect(await rowsOf("select actor_kind, case_id from audit_event where action = 'erasedCase'")).toEqual([
      { actor_kind: 'service', case_id: null },
    ])
  })

  test('is known in its proof by whoever has its id, and by nobody else', async () => {
    const proofOf = (caseId: string) =>
      stories.database.asService(noonOf(due), async (tx) => {
        const { rows } = await sql<{
          id: string
        }>`select id from service_retention_proof_of(${caseId})`.execute(tx)
        return rows
      })
    expect(await proofOf(eliasCase)).toEqual([{ id: proofs[0]!.id }])
    expect(await proofOf(tindrasCase)).toEqual([])
  })

  test('leaves statistics and what was answered in surveys as they were', async () => {
    expect(figures.length).toBeGreaterThan(10)
    expect(await figuresNow()).toEqual(figures)
  })

  test('leaves the other cases as they were', async () => {
    const { rows } = await stories.owner.query('select from note where case_id = $1', [tindrasCase])
    expect(rows.length).toBeGreaterThan(3)
  })

  test.each([
    'update retention_proof set rule = rule',
    'delete from retention_proof',
    'truncate retention_proof',
  ])('leaves a proof that nobody changes: %s', async (statement) => {
    await expect(stories.owner.query(statement)).rejects.toThrow(/kept as it is|not emptied/)
  })
})

describe('people', () => {
  beforeEach(async () => {
    stories = await openStories()
    await decideRetention(stories)
    return () => stories.close()
  })
  const knownOf = async (people: string[]) => {
    const known = await rowsOf<{ id: string }>('select id from person where id = any ($1)', [people])
    return people.map((person) => known.some(({ id }) => id === person))
  }

  test('who have another case stay, with what belongs there, and go with the last', async () => {
    const [sister, brother, mother] = [
      await addPerson(stories, '2012-05-02'),
      await addPerson(stories, '2014-05-02'),
      await addPerson(stories, '1980-01-02'),
    ]
    const first = await addCase(stories, { child: sister, parties: [[mother, 'guardian']] })
    const second = await addCase(stories, { child: brother, parties: [[mother, 'guardian']], closed: null })
    await stories.owner.query(
      `insert into question_thread (municipality_id, case_id, person_id, subject, started_at)
       values ($1, $2, $4, 'Om den ena', '2026-02-01'), ($1, $3, $4, 'Om den andra', '2026-02-01')`,
      [ekdala, first, second, mother],
    )
    expect(await eraseOn(stories, [first, second], due)).toEqual([first])
    expect(await knownOf([sister, brother, mother])).toEqual([false, true, true])
    expect(await rowsOf('select subject from question_thread where person_id = $1', [mother])).toEqual([
      { subject: 'Om den andra' },
    ])
    await stories.owner.query(`update case_file set closed_on = '2026-07-01' where id = $1`, [second])
    expect(await eraseOn(stories, [second], due)).toEqual([second])
    expect(await knownOf([brother, mother])).toEqual([false, false])
  })

  test('who may not see a child that stays are known as long as the child is', async () => {
    const child = await addPerson(stories, '2014-05-02')
    await addCase(stories, { child, closed: null })
    const father = await addPerson(stories, '1980-01-02')
    const gone = await addCase(stories, { parties: [[father, 'guardian']] })
    await stories.owner.query(
      `insert into case_party_block (municipality_id, child_id, person_id, valid, ground, decided_by) values ($1, $2, $3, '[2026-01-01,)', 'hot', $4)`,
      [ekdala, child, father, idOf('samira')],
    )
    expect(await eraseOn(stories, [gone], due)).toEqual([gone])
    expect(await knownOf([father])).toEqual([true])
    expect(await rowsOf('select ground from case_party_block where person_id = $1', [father])).toHaveLength(1)
  })

  test('who were merged into somebody with another case stay as that one does', async () => {
    const mother = await addPerson(stories, '1980-01-02')
    const before = await addPerson(stories, '1980-01-02')
    await stories.owner.query('update person set merged_into = $2 where id = $1', [before, mother])
    const gone = await addCase(stories, { parties: [[before, 'guardian']] })
    await addCase(stories, { parties: [[mother, 'guardian']], closed: null })
    expect(await eraseOn(stories, [gone], due)).toEqual([gone])
    expect(await knownOf([before, mother])).toEqual([true, true])
  })
})

describe('the one way', () => {
  beforeEach(async () => {
    stories = await openStories()
    await decideRetention(stories)
    return () => stories.close()
  })

  test.each([
    ['document_file', 'kept as it is'],
    ['note_version', 'a signed version is locked'],
    ['document_version', 'a signed version is locked'],
  ])('is not open to anybody else, the owner included: %s', async (table, why) => {
    await expect(stories.owner.query(`delete from ${table}`)).rejects.toThrow(why)
    for (const seal of ['', 'true', 'erasing', 'x'.repeat(64)]) {
      await stories.owner.query('begin')
      await stories.owner.query("select set_config('app.erasing', $1, true)", [seal])
      await expect(stories.owner.query(`delete from ${table}`)).rejects.toThrow(why)
      await stories.owner.query('rollback')
    }
  })

  test('is shut again in the same transaction when the case is gone', async () => {
    const id = await addCase(stories, {})
    await stories.database.undone.asService(noonOf(due), async (tx) => {
      await sql`select service_erase_cases(${ekdala}, ${[id]}::uuid[])`.execute(tx)
      const { rows } = await sql<{
        seal: string
      }>`select current_setting('app.erasing', true) as seal`.execute(tx)
      expect(rows).toEqual([{ seal: '' }])
    })
    expect(await isThere(stories, id)).toBe(true)
  })

  test('leads by no function of its parts for any role', async () => {
    const parts = [
      'set_erasing',
      'is_erasing',
      'note_erasing',
      'erase_noted',
      'keep_named_people',
      'erase_jobs',
    ]
    const granted = await rowsOf(
      `select r.rolname, p.proname from pg_proc p cross join pg_roles r where p.proname = any ($1) and r.rolname = any ($2)
          and has_function_privilege(r.rolname, p.oid, 'execute')`,
      [parts, ['person', 'staff', 'service', 'respondent', 'portal']],
    )
    expect(granted).toEqual([])
  })

  test.each(['person', 'staff'] as const)('is not for role %s', async (role) => {
    const call = sql`select service_erase_cases(${ekdala}, '{}')`
    const asked =
      role === 'person'
        ? stories.asPerson('tindra', (tx) => call.execute(tx))
        : stories.asStaff('jonas', (tx) => call.execute(tx))
    await expect(asked).rejects.toThrow('permission denied')
  })

  test('a case that somebody writes in is left for the next time', async () => {
    const id = await addCase(stories, {})
    await stories.owner.query('begin')
    await stories.owner.query('select from case_file where id = $1 for key share', [id])
    expect(await eraseOn(stories, [id], due)).toEqual([])
    await stories.owner.query('commit')
    expect(await eraseOn(stories, [id], due)).toEqual([id])
  })
})
