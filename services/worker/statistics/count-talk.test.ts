import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { storyId } from '../../../db/seed/story-id.ts'
import { contentSaying } from '../../../tests/support/content-saying.ts'
import {
  countedAuthor,
  countedChild,
  countedMunicipality,
  times,
  openIndicatorWorld,
  type IndicatorWorld,
  type Row,
} from '../../../tests/support/indicator-world.ts'

const countedGuardian = storyId('person', 'marie')

// Each test has a unit of its own, and looks at the second quarter of 2026.
let world: IndicatorWorld
beforeAll(async () => {
  world = await openIndicatorWorld()
})
beforeEach(() => world.newUnit())
afterAll(() => world.stories.close())

describe('notes', () => {
  const share = (noteId: string, person: string, at: string, level = 'full') =>
    world.insert('disclosure', {
      note_id: noteId,
      person_id: person,
      level,
      ...(level === 'full' ? {} : { title: 'Möte', ground: 'OSL 26:1', harm_assessment: 'Kan skada.' }),
      shown_from: at,
      decided_at: at,
      decided_by: countedAuthor,
    })

  test('are shared with child and guardian one by one, and what is kept from them is not shared', async () => {
    const notes = await times(5, async () => {
      const caseId = await world.aCase()
      await world.insert('case_party', {
        case_id: caseId,
        person_id: countedGuardian,
        role: 'guardian',
        valid: '[2025-01-01,)',
        source: 'test',
      })
      return world.wrote(caseId, '2026-06-30T23:59:00+02:00')
    })
    for (const noteId of notes) await share(noteId, countedGuardian, '2026-07-02T01:59:00+02:00')
    for (const noteId of notes.slice(1, 4)) await share(noteId, countedChild, '2026-07-01T09:59:00+02:00')
    await share(notes[4]!, countedChild, '2026-07-01T09:59:00+02:00', 'withheld')
    expect(await world.figures()).toMatchObject({
      noteSharedChild: '0.6 of 5',
      noteSharedChildTime: '..',
      noteSharedGuardian: '1 of 5',
      noteSharedGuardianTime: '26 of 5',
    })
    expect(await world.figures('2026-07-01')).toEqual({})
  })

  test('decided anew were shared when they first were', async () => {
    await times(5, async () => {
      const disclosure = await share(
        await world.wrote(await world.aCase(), '2026-05-04T09:00:00+02:00'),
        countedChild,
        '2026-05-04T19:00:00+02:00',
      )
      await world.stories.owner.query(
        `insert into disclosure_decision (municipality_id, disclosure_id, decided)
           select municipality_id, id, to_jsonb(d) from disclosure d where id = $1`,
        [disclosure],
      )
      await world.stories.owner.query(
        `update disclosure set decided_at = '2026-06-04T09:00:00+02:00' where id = $1`,
        [disclosure],
      )
    })
    expect(await world.figures()).toMatchObject({ noteSharedChildTime: '10 of 5' })
  })

  test('have so many remarks for each hundred, and their answers so many days', async () => {
    await times(5, async (index) => {
      const caseId = await world.aCase()
      const noteId = await world.wrote(caseId, '2026-05-04T09:00:00+02:00')
      const remark = (kind: string, row: Row = {}) =>
        world.insert('remark', {
          case_id: caseId,
          note_id: noteId,
          person_id: countedChild,
          kind,
          text: 'Så var det inte.',
          form_key: randomUUID(),
          written_at: '2026-05-05T23:30:00+02:00',
          ...row,
        })
      await remark('ownComment')
      await remark('disputedFact', {
        answer: 'Tack.',
        answered_by: countedAuthor,
        answered_at: `2026-05-0${6 + Math.min(index, 2)}T00:30:00+02:00`,
      })
      if (index === 0) await remark('disputedFact')
    })
    expect(await world.figures()).toMatchObject({ remarkRate: '120 of 5', remarkAnswer: '3 of 5' })
  })
})

describe('answers', () => {
  const asked = async (at: string, answeredAt?: string, againAt?: string) => {
    const thread = await world.insert('question_thread', {
      case_id: await world.aCase(),
      person_id: countedChild,
      subject: 'Fråga',
      started_at: at,
    })
    const say = (row: Row) =>
      world.insert('message', { thread_id: thread, text: 'Hej', readable_from: row['sent_at'], ...row })
    await say({ from_person_id: countedChild, sent_at: at })
    if (againAt) await say({ from_person_id: countedChild, sent_at: againAt })
    if (answeredAt) await say({ from_staff_id: countedAuthor, sent_at: answeredAt })
  }

  test('within two working days skip Easter, and the second day lasts until midnight in Sweden', async () => {
    // Good Friday is 3 April and Easter Monday the 6th: two working days after the 2nd is the 8th.
    const at = '2026-04-02T15:00:00+02:00'
    await asked(at, '2026-04-08T23:59:00+02:00')
    await asked(at, '2026-04-08T09:00:00+02:00', '2026-04-07T09:00:00+02:00')
    await asked(at, '2026-04-02T15:10:00+02:00')
    await asked(at, '2026-04-09T00:01:00+02:00')
    await asked(at)
    expect(await world.figures()).toEqual({ inquiryInTime: '0.6 of 5' })
  })

  test('are owed neither for a question that was taken back nor for a thank-you', async () => {
    await times(5, () => asked('2026-05-04T09:00:00+02:00', '2026-05-04T10:00:00+02:00'))
    await world.insert('question_thread', {
      case_id: await world.aCase(),
      person_id: countedChild,
      subject: 'Ångrad',
      started_at: '2026-05-04T09:00:00+02:00',
    })
    const thread = await world.insert('question_thread', {
      case_id: await world.aCase(),
      person_id: countedChild,
      subject: 'Tack',
      started_at: '2026-05-04T09:00:00+02:00',
    })
    const at = '2026-05-04T09:00:00+02:00'
    const noAnswer = { no_answer_needed_at: at, no_answer_needed_by: countedAuthor }
    await world.insert('message', {
      ...{ thread_id: thread, text: 'Tack!', from_person_id: countedChild, sent_at: at, readable_from: at },
      ...noAnswer,
    })
    expect(await world.figures()).toEqual({ inquiryInTime: '1 of 5' })
  })

  test('to what is asked in an old thread are counted anew', async () => {
    await times(5, async () => {
      const thread = await world.insert('question_thread', {
        case_id: await world.aCase(),
        person_id: countedChild,
        subject: 'Fråga',
        started_at: '2026-02-02T10:00:00+01:00',
      })
      const say = (row: Row) =>
        world.insert('message', { thread_id: thread, text: 'Hej', readable_from: row['sent_at'], ...row })
      await say({ from_person_id: countedChild, sent_at: '2026-02-02T10:00:00+01:00' })
      await say({ from_staff_id: countedAuthor, sent_at: '2026-02-03T10:00:00+01:00' })
      await say({ from_person_id: countedChild, sent_at: '2026-05-04T10:00:00+02:00' })
    })
    expect(await world.figures('2026-01-01')).toEqual({ inquiryInTime: '1 of 5' })
    expect(await world.figures()).toEqual({ inquiryInTime: '0 of 5' })
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
      const [caseId, document, version] = [await world.aCase(), randomUUID(), randomUUID()]
      await world.stories.owner.query(
        `insert into document (municipality_id, id, case_id, type, dated_on) values ($1, $2, $3, 'decision', '2026-05-04')`,
        [countedMunicipality, document, caseId],
      )
      await world.stories.owner.query(
        `insert into document_version (municipality_id, id, document_id, number, title, content, signed_at, signed_by)
           values ($1, $2, $3, 1, 'Beslut', $6, $4, $5)`,
        [countedMunicipality, version, document, askedAt, countedAuthor, contentSaying('Beslut.')],
      )
      const request = { document_version_id: version, person_id: countedChild, act: 'receipt', state }
      await world.insert('signature_request', { ...request, asked_at: askedAt, moved_at: movedAt })
    }
    expect(await world.figures()).toMatchObject({ receiptInTime: '0.6 of 5' })
  })
})
