import { randomUUID } from 'node:crypto'
import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { storyId } from '../../../db/seed/story-id.ts'
import { contentSaying } from '../../../tests/support/content-saying.ts'
import { municipalityId } from '../../../tests/support/people.ts'
import { openStories, storyTime, type Stories } from '../../../tests/support/stories.ts'
import { countIndicators } from './count-indicators.ts'

// Each test has a unit of its own, and looks at the second quarter of 2026.
const municipality = municipalityId('ekdala')
const [child, guardian] = [storyId('person', 'tindra'), storyId('person', 'marie')]
const author = storyId('staff', 'mira')
const forever = '-infinity'

let stories: Stories
let unit: string
beforeAll(async () => {
  stories = await openStories()
})
beforeEach(async () => {
  unit = randomUUID()
  await stories.owner.query('insert into unit (municipality_id, id, name) values ($1, $2, $3)', [
    municipality,
    unit,
    'Räknade enheten',
  ])
})
afterAll(() => stories.close())

type Row = Record<string, unknown>

async function insert(table: string, row: Row): Promise<string> {
  const all: Row = { municipality_id: municipality, id: randomUUID(), ...row }
  const names = Object.keys(all).filter((name) => all[name] !== undefined)
  const places = names.map((_name, index) => `$${index + 1}`)
  await stories.owner.query(
    `insert into ${table} (${names.join(', ')}) values (${places.join(', ')})`,
    names.map((name) => all[name]),
  )
  return all['id'] as string
}

const aCase = (row: Row = {}) =>
  insert('case_file', {
    unit_id: unit,
    child_id: child,
    case_number: randomUUID(),
    opened_on: '2025-01-01',
    ...row,
  })

/** A case that has gone through these stages. */
async function went(stages: Record<string, string>, row?: Row): Promise<string> {
  const caseId = await aCase(row)
  for (const [stage, day] of Object.entries(stages))
    await insert('case_stage', { case_id: caseId, stage, started_on: day, shown_from: forever })
  return caseId
}

async function wrote(
  caseId: string,
  at: string,
  note: { kind?: string; isDraft?: true } = {},
): Promise<string> {
  const noteId = await insert('note', {
    case_id: caseId,
    kind: note.kind ?? 'meeting',
    event_at: at,
    author_id: author,
  })
  await insert('note_version', {
    note_id: noteId,
    number: 1,
    title: 'Möte',
    paragraphs: '[]',
    origin: 'typed',
    ...(note.isDraft ? {} : { signed_at: at, signed_by: author }),
  })
  return noteId
}

const times = async <T>(count: number, work: (index: number) => Promise<T>): Promise<T[]> => {
  const done: T[] = []
  for (let index = 0; index < count; index++) done.push(await work(index))
  return done
}

const count = (now = storyTime) =>
  countIndicators({ database: stories.database, now: () => now, log: pino({ enabled: false }) })

/** "0.8 of 5" by indicator, ".." for what is hidden. */
async function figures(begins = '2026-04-01', period = 'quarter'): Promise<Record<string, string>> {
  await count()
  const { rows } = await stories.owner.query<{ indicator: string; value: string | null; subjects: number }>(
    'select indicator, value, subjects from indicator_figure where unit_id = $1 and begins = $2 and period = $3',
    [unit, begins, period],
  )
  return Object.fromEntries(
    rows.map(({ indicator, value, subjects }) => [
      indicator,
      value === null ? '..' : `${Number(value)} of ${subjects}`,
    ]),
  )
}

describe('follow-ups', () => {
  const planned = async (row: Row = {}, caseRow: Row = {}) =>
    insert('follow_up', {
      case_id: await aCase(caseRow),
      planned_on: '2026-05-12',
      shown_from: forever,
      ...row,
    })
  const held = { outcome: 'held', held_on: '2026-05-12' }

  test('are counted by what became of those that were planned for the quarter', async () => {
    for (const row of [held, held, held, { outcome: 'moved' }, { outcome: 'notHeld' }, {}]) await planned(row)
    expect(await figures()).toEqual({
      followUpHeld: '0.5 of 6',
      followUpMoved: '0.17 of 6',
      followUpNotHeld: '0.17 of 6',
      followUpUnrecorded: '0.17 of 6',
    })
  })

  test('of another quarter, that nobody had planned, or that a closed case needs no more are left out', async () => {
    await times(5, () => planned(held))
    await planned({ planned_on: '2026-03-31', outcome: 'moved' })
    await planned({ planned_on: '2026-07-01', outcome: 'moved' })
    await planned({ ...held, shown_from: 'infinity' })
    await planned({}, { closed_on: '2026-05-11' })
    expect(await figures()).toMatchObject({ followUpHeld: '1 of 5', followUpUnrecorded: '0 of 5' })
  })

  test('hold the child’s own view where one of their goals has it', async () => {
    const { rows } = await stories.owner.query<{ id: string }>('select id from plan_goal limit 1')
    await times(5, async (index) => {
      const followUp = await planned(held)
      const record = { id: undefined, follow_up_id: followUp, form_key: randomUUID(), recorded_by: author }
      await insert('follow_up_record', { ...record, recorded_at: '2026-05-12T16:00:00+02:00' })
      await insert('follow_up_goal', {
        id: undefined,
        follow_up_id: followUp,
        goal_id: rows[0]!.id,
        progress: 'onTheWay',
        child_view: index < 3 ? 'Det är bättre.' : undefined,
      })
    })
    expect(await figures()).toMatchObject({ followUpChildView: '0.6 of 5' })
  })
})

describe('time in a case', () => {
  test('a preliminary assessment of exactly 14 days is in time, one of 15 and one that is never made are not', async () => {
    await times(4, () => went({ report: '2026-04-10', investigation: '2026-04-24' }))
    await went({ report: '2026-04-10', noInvestigation: '2026-04-25' })
    await went({ report: '2026-04-10' })
    expect(await figures()).toMatchObject({
      preliminaryAssessmentInTime: '0.67 of 6',
      preliminaryAssessmentMean: '14 of 5',
    })
  })

  test('belongs to the quarter of its last day', async () => {
    await times(5, () => went({ report: '2026-03-18', investigation: '2026-03-20' }))
    await times(5, () => went({ report: '2026-06-17' }))
    expect(await figures()).toMatchObject({ preliminaryAssessmentInTime: '1 of 5' })
  })

  test('a report during an investigation asks for no preliminary assessment, but for a protective one', async () => {
    await times(5, () => went({ investigation: '2026-04-01', report: '2026-04-10' }))
    const told = await figures()
    expect(told).not.toHaveProperty('preliminaryAssessmentInTime')
    expect(told).toMatchObject({ protectiveAssessmentInTime: '0 of 5' })
  })

  test('a protective assessment is of the same day until midnight in Sweden, once it is signed', async () => {
    const cases = await times(7, () => went({ report: '2026-05-05' }))
    const kind = 'protectiveAssessment'
    for (const caseId of cases.slice(0, 4)) await wrote(caseId, '2026-05-05T23:59:00+02:00', { kind })
    // 22.01 the same day in UTC.
    await wrote(cases[4]!, '2026-05-06T00:01:00+02:00', { kind })
    await wrote(cases[5]!, '2026-05-05T12:00:00+02:00', { kind, isDraft: true })
    await wrote(cases[6]!, '2026-05-04T23:59:00+02:00', { kind })
    expect(await figures()).toMatchObject({ protectiveAssessmentInTime: '0.57 of 7' })
  })

  test('four months from the last of January end with May; mean and median are of what was done', async () => {
    await times(3, () => went({ investigation: '2026-01-31', decision: '2026-05-31' }))
    await went({ investigation: '2026-01-31', decision: '2026-06-01' })
    await went({ investigation: '2026-01-31' }, { closed_on: '2026-04-02' })
    await went({ investigation: '2026-01-31' })
    expect(await figures()).toMatchObject({
      investigationInTime: '0.67 of 6',
      investigationMean: '108 of 5',
      investigationMedian: '120 of 5',
    })
  })

  test('from decision to help counts what the decision led to first', async () => {
    await times(5, async (index) => {
      const caseId = await went({ decision: '2026-04-01', intervention: `2026-04-1${index}` })
      await insert('case_stage', {
        case_id: caseId,
        stage: 'intervention',
        started_on: '2026-06-20',
        shown_from: forever,
      })
    })
    expect(await figures()).toMatchObject({ interventionStart: '11 of 5' })
  })

  test('a consideration is in time on its day, and late the day after or never', async () => {
    for (const done of ['2026-05-08', '2026-05-08', '2026-05-01', '2026-05-09', undefined])
      await insert('deadline', {
        case_id: await aCase(),
        kind: 'consideration',
        due_on: '2026-05-08',
        done_on: done,
        source: 'LVU 13 §',
        shown_from: forever,
      })
    expect(await figures()).toMatchObject({ considerationInTime: '0.6 of 5' })
  })

  test('is not measured where no limit was in force', async () => {
    await times(5, () => went({ report: '2025-06-10', investigation: '2025-06-12' }))
    expect(await figures('2025-04-01')).toEqual({ preliminaryAssessmentMean: '2 of 5' })
  })
})

describe('notes', () => {
  const share = (noteId: string, person: string, at: string, level = 'full') =>
    insert('disclosure', {
      note_id: noteId,
      person_id: person,
      level,
      ...(level === 'full' ? {} : { title: 'Möte', ground: 'OSL 26:1', harm_assessment: 'Kan skada.' }),
      shown_from: at,
      decided_at: at,
      decided_by: author,
    })

  test('are shared with child and guardian one by one, and what is kept from them is not shared', async () => {
    const notes = await times(5, async () => {
      const caseId = await aCase()
      await insert('case_party', {
        case_id: caseId,
        person_id: guardian,
        role: 'guardian',
        valid: '[2025-01-01,)',
        source: 'test',
      })
      return wrote(caseId, '2026-06-30T23:59:00+02:00')
    })
    for (const noteId of notes) await share(noteId, guardian, '2026-07-02T01:59:00+02:00')
    for (const noteId of notes.slice(1, 4)) await share(noteId, child, '2026-07-01T09:59:00+02:00')
    await share(notes[4]!, child, '2026-07-01T09:59:00+02:00', 'withheld')
    expect(await figures()).toMatchObject({
      noteSharedChild: '0.6 of 5',
      noteSharedChildTime: '..',
      noteSharedGuardian: '1 of 5',
      noteSharedGuardianTime: '26 of 5',
    })
    expect(await figures('2026-07-01')).toEqual({})
  })

  test('decided anew were shared when they first were', async () => {
    await times(5, async () => {
      const disclosure = await share(
        await wrote(await aCase(), '2026-05-04T09:00:00+02:00'),
        child,
        '2026-05-04T19:00:00+02:00',
      )
      await stories.owner.query(
        `insert into disclosure_decision (municipality_id, disclosure_id, decided)
           select municipality_id, id, to_jsonb(d) from disclosure d where id = $1`,
        [disclosure],
      )
      await stories.owner.query(
        `update disclosure set decided_at = '2026-06-04T09:00:00+02:00' where id = $1`,
        [disclosure],
      )
    })
    expect(await figures()).toMatchObject({ noteSharedChildTime: '10 of 5' })
  })

  test('have so many remarks for each hundred, and their answers so many days', async () => {
    await times(5, async (index) => {
      const caseId = await aCase()
      const noteId = await wrote(caseId, '2026-05-04T09:00:00+02:00')
      const remark = (kind: string, row: Row = {}) =>
        insert('remark', {
          case_id: caseId,
          note_id: noteId,
          person_id: child,
          kind,
          text: 'Så var det inte.',
          form_key: randomUUID(),
          written_at: '2026-05-05T23:30:00+02:00',
          ...row,
        })
      await remark('ownComment')
      await remark('disputedFact', {
        answer: 'Tack.',
        answered_by: author,
        answered_at: `2026-05-0${6 + Math.min(index, 2)}T00:30:00+02:00`,
      })
      if (index === 0) await remark('disputedFact')
    })
    expect(await figures()).toMatchObject({ remarkRate: '120 of 5', remarkAnswer: '3 of 5' })
  })
})

describe('answers', () => {
  const asked = async (at: string, answeredAt?: string, againAt?: string) => {
    const thread = await insert('question_thread', {
      case_id: await aCase(),
      person_id: child,
      subject: 'Fråga',
      started_at: at,
    })
    const say = (row: Row) => insert('message', { thread_id: thread, text: 'Hej', ...row })
    await say({ from_person_id: child, sent_at: at })
    if (againAt) await say({ from_person_id: child, sent_at: againAt })
    if (answeredAt) await say({ from_staff_id: author, sent_at: answeredAt })
  }

  test('within two working days skip Easter, and the second day lasts until midnight in Sweden', async () => {
    // Good Friday is 3 April and Easter Monday the 6th: two working days after the 2nd is the 8th.
    const at = '2026-04-02T15:00:00+02:00'
    await asked(at, '2026-04-08T23:59:00+02:00')
    await asked(at, '2026-04-08T09:00:00+02:00', '2026-04-07T09:00:00+02:00')
    await asked(at, '2026-04-02T15:10:00+02:00')
    await asked(at, '2026-04-09T00:01:00+02:00')
    await asked(at)
    expect(await figures()).toEqual({ inquiryInTime: '0.6 of 5' })
  })

  test('to what is asked in an old thread are counted anew', async () => {
    await times(5, async () => {
      const thread = await insert('question_thread', {
        case_id: await aCase(),
        person_id: child,
        subject: 'Fråga',
        started_at: '2026-02-02T10:00:00+01:00',
      })
      const say = (row: Row) => insert('message', { thread_id: thread, text: 'Hej', ...row })
      await say({ from_person_id: child, sent_at: '2026-02-02T10:00:00+01:00' })
      await say({ from_staff_id: author, sent_at: '2026-02-03T10:00:00+01:00' })
      await say({ from_person_id: child, sent_at: '2026-05-04T10:00:00+02:00' })
    })
    expect(await figures('2026-01-01')).toEqual({ inquiryInTime: '1 of 5' })
    expect(await figures()).toEqual({ inquiryInTime: '0 of 5' })
  })

  test('a receipt is in time at 24 hours, not a second later, and one that was replaced is nobody’s', async () => {
    const askedAt = '2026-05-04T09:00:00+02:00'
    const states = [
      ['signed', '2026-05-05T09:00:00+02:00'],
      ['signed', '2026-05-04T10:00:00+02:00'],
      ['signed', '2026-05-04T10:00:00+02:00'],
      ['signed', '2026-05-05T09:00:01+02:00'],
      ['asked', askedAt],
      ['superseded', '2026-05-04T10:00:00+02:00'],
    ]
    for (const [state, movedAt] of states) {
      const [caseId, document, version] = [await aCase(), randomUUID(), randomUUID()]
      await stories.owner.query(
        `insert into document (municipality_id, id, case_id, type, dated_on) values ($1, $2, $3, 'decision', '2026-05-04')`,
        [municipality, document, caseId],
      )
      await stories.owner.query(
        `insert into document_version (municipality_id, id, document_id, number, title, content, signed_at, signed_by)
           values ($1, $2, $3, 1, 'Beslut', $6, $4, $5)`,
        [municipality, version, document, askedAt, author, contentSaying('Beslut.')],
      )
      const request = { document_version_id: version, person_id: child, act: 'receipt', state }
      await insert('signature_request', { ...request, asked_at: askedAt, moved_at: movedAt })
    }
    expect(await figures()).toMatchObject({ receiptInTime: '0.6 of 5' })
  })
})

describe('the survey', () => {
  async function offered(people: readonly string[], instruments = ['child']) {
    const round = await insert('survey_round', {
      unit_id: unit,
      year: 2026,
      season: 'spring',
      opens_on: '2026-01-01',
      offers_until: '2026-07-31',
      closes_on: '2026-08-21',
    })
    let place = 0
    for (const who of people)
      for (const instrument of instruments)
        await insert('survey_invitation', {
          round_id: round,
          person_id: storyId('person', who),
          instrument,
          instrument_version: 1,
          place: place++,
          opens_on: '2026-05-01',
          reminder_on: '2026-05-08',
          closes_on: '2026-05-22',
        })
  }

  test('counts whom it was offered in a round, each once', async () => {
    await offered(['tindra', 'marie', 'elias', 'alva', 'henrik'], ['child', 'authority-youth'])
    expect(await figures('2026-01-01', 'season')).toEqual({ surveyOffered: '5 of 5' })
  })

  test('offered to four says nothing', async () => {
    await offered(['tindra', 'marie', 'elias', 'alva'])
    expect(await figures('2026-01-01', 'season')).toEqual({ surveyOffered: '..' })
  })
})

describe('a figure', () => {
  const heldIn = async (cases: number, each = 1) =>
    times(cases, async () => {
      const caseId = await aCase()
      await times(each, (index) =>
        insert('follow_up', {
          case_id: caseId,
          planned_on: `2026-05-1${index}`,
          held_on: `2026-05-1${index}`,
          outcome: 'held',
          shown_from: forever,
        }),
      )
    })

  test('of four children is hidden, however many follow-ups they had', async () => {
    await heldIn(4, 9)
    expect(await figures()).toMatchObject({ followUpHeld: '..' })
  })

  test('is hidden where no minimum is in force', async () => {
    await heldIn(6)
    const setValid = (valid: string) =>
      stories.owner.query(`update statistics_minimum set valid = $1 where counted = 'subjects'`, [valid])
    await setValid('[2030-01-01,)')
    try {
      expect(await figures()).toMatchObject({ followUpHeld: '..' })
    } finally {
      await setValid('[2020-01-01,)')
    }
  })

  test('of four is refused by the table, whoever writes it', async () => {
    await count()
    const written = insert('indicator_figure', {
      id: undefined,
      unit_id: unit,
      period: 'quarter',
      begins: '2026-04-01',
      indicator: 'followUpHeld',
      value: 1,
      subjects: 4,
    })
    await expect(written).rejects.toMatchObject({ code: '23514' })
  })

  test.each([
    ['is not told thirteen days after its quarter', '2026-07-14T23:59:00+02:00', 0],
    ['is told two weeks after it', '2026-07-15T00:01:00+02:00', 1],
  ])('%s', async (_when, now, periods) => {
    await count(new Date(now))
    const { rowCount } = await stories.owner.query(
      `select from indicator_period where unit_id = $1 and begins = '2026-04-01'`,
      [unit],
    )
    expect(rowCount).toBe(periods)
  })

  test('stays as it was counted, whatever is written later, and two workers count it once', async () => {
    await heldIn(5)
    const logged = async () =>
      (await stories.owner.query(`select from audit_event where action = 'countedIndicators'`)).rowCount ?? 0
    await count()
    const before = await logged()
    await stories.owner.query('delete from indicator_figure where unit_id = $1', [unit])
    await stories.owner.query('delete from indicator_period where unit_id = $1', [unit])
    await Promise.all([count(), count()])
    const quarters = 8
    expect(await logged()).toBe(before + quarters)
    await heldIn(5)
    expect(await figures()).toMatchObject({ followUpHeld: '1 of 5' })
  })

  test('of another unit’s cases is not mixed in', async () => {
    await heldIn(3)
    unit = randomUUID()
    await stories.owner.query('insert into unit (municipality_id, id, name) values ($1, $2, $3)', [
      municipality,
      unit,
      'En annan',
    ])
    await heldIn(4)
    expect(await figures()).toMatchObject({ followUpHeld: '..' })
  })
})
