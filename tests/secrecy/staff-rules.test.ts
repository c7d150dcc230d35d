import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerRemark } from '../../app/remark/answer-remark'
import { storyId } from '../../db/seed/story-id.ts'
import { idOf } from '../support/people.ts'
import { id, staffAttempts, type StaffAttempts } from '../support/staff-attempts.ts'
import { openStories, type Stories } from '../support/stories.ts'

// What staff may do, rule by rule: what goes through, beside what does not.
let stories: Stories
let staff: StaffAttempts

beforeAll(async () => {
  stories = await openStories()
  staff = staffAttempts(stories)
})

afterAll(() => stories.close())

type Row = { rule: string; allowed: () => Promise<unknown>; denied: () => Promise<unknown> }
/** `refused`: an error of the database; else what the denied try gives. */
type Denied = 'refused' | { gives: unknown }

const rules: (Row & { as: Denied })[] = [
  {
    rule: 'a note is signed in one’s own name',
    allowed: async () => staff.run('mira', staff.sign(await staff.draft())),
    denied: async () => staff.run('mira', staff.sign(await staff.draft(), 'samira')),
    as: 'refused',
  },
  {
    rule: 'only a reviewed text is signed',
    allowed: async () => staff.run('mira', staff.sign(await staff.draft())),
    denied: async () => {
      const made = await staff.draft()
      await made.review({ isReviewed: false })
      return staff.run('mira', staff.sign(made))
    },
    as: 'refused',
  },
  {
    rule: 'a text that is changed after its review is reviewed again before it is signed',
    allowed: async () => staff.run('mira', staff.sign(await staff.draft())),
    denied: async () => {
      const made = await staff.draft()
      await staff.run(
        'mira',
        sql`update note_version set draft_text = 'Mamma bor hos mormor.' where note_id = ${id(made.noteId)}`,
      )
      return staff.run('mira', staff.sign(made))
    },
    as: 'refused',
  },
  {
    rule: 'nothing is signed while sound is being written down',
    allowed: async () => staff.run('mira', staff.sign(await staff.withRecording('transcribed'))),
    denied: async () => staff.run('mira', staff.sign(await staff.withRecording('stopped'))),
    as: 'refused',
  },
  {
    rule: 'every phrase that was heard stands in the text before it is signed',
    allowed: async () => staff.run('mira', staff.sign(await staff.withPhrase(true))),
    denied: async () => staff.run('mira', staff.sign(await staff.withPhrase(false))),
    as: 'refused',
  },
  {
    rule: 'every reader is decided on before a note is signed',
    allowed: async () => staff.run('mira', staff.sign(await staff.draft())),
    denied: async () => {
      const made = await staff.draft()
      await stories.owner.query('delete from disclosure where note_id = $1 and person_id = $2', [
        made.noteId,
        idOf('marie'),
      ])
      return staff.run('mira', staff.sign(made))
    },
    as: 'refused',
  },
  {
    rule: 'a draft is thrown away, a signed note is not',
    allowed: async () => {
      const { noteId } = await staff.draft()
      return staff.run('mira', sql`delete from note where id = ${id(noteId)}`)
    },
    // The versions are locked by a trigger of their own: without them the note's own rule is seen.
    denied: async () => {
      const made = await staff.draft()
      await made.sign()
      return staff.run('mira', sql`delete from note where id = ${id(made.noteId)}`)
    },
    as: { gives: 0n },
  },
  {
    rule: 'less than everything has a ground and a written harm assessment',
    allowed: async () =>
      staff.run(
        'mira',
        staff.decide(await staff.draft(), {
          set: sql`level = 'withheld', ground = 'OSL 26:1', harm_assessment = 'Det kan skada.'`,
        }),
      ),
    denied: async () =>
      staff.run(
        'mira',
        staff.decide(await staff.draft(), { set: sql`level = 'withheld', ground = 'OSL 26:1'` }),
      ),
    as: 'refused',
  },
  {
    rule: 'a decision is changed in one’s own name',
    allowed: async () => staff.run('samira', staff.decide(await staff.draft(), { by: 'samira' })),
    denied: async () => staff.run('samira', staff.decide(await staff.draft(), { by: 'mira' })),
    as: 'refused',
  },
  {
    rule: 'a decision is changed in a case of one’s own',
    allowed: async () => staff.run('jonas', staff.decide(await staff.draft(), { by: 'jonas' })),
    denied: async () => staff.run('olle', staff.decide(await staff.draft(), { by: 'olle' })),
    as: { gives: 0n },
  },
  {
    rule: 'whose a number is, is told for people of one’s own cases',
    allowed: () => staff.isNumberOf('mira', 'tindra'),
    denied: () => staff.isNumberOf('mira', 'peter'),
    as: { gives: false },
  },
  {
    rule: 'a remark is answered once',
    allowed: async () => {
      const remarkId = await staff.remark()
      return staff.as('mira', (tx) => answerRemark(tx, remarkId, 'Tack, det rättar vi.'))
    },
    denied: async () => {
      const remarkId = await staff.remark('Tack.')
      return staff.run(
        'mira',
        sql`update remark set answer = 'Nej.', answered_at = app_now(), answered_by = app_subject() where id = ${id(remarkId)}`,
      )
    },
    as: { gives: 0n },
  },
  {
    rule: 'a remark is answered in one’s own name',
    allowed: async () => {
      const remarkId = await staff.remark()
      return staff.run(
        'mira',
        sql`update remark set answer = 'Tack.', answered_at = app_now(), answered_by = app_subject() where id = ${id(remarkId)}`,
      )
    },
    denied: async () => {
      const remarkId = await staff.remark()
      return staff.run(
        'mira',
        sql`update remark set answer = 'Tack.', answered_at = app_now(), answered_by = ${id(idOf('samira'))} where id = ${id(remarkId)}`,
      )
    },
    as: 'refused',
  },
  {
    rule: 'a signed note of an open case is corrected',
    allowed: () => staff.correct('mira', storyId('note', 'A1')),
    denied: () => staff.correct('mira', storyId('note', 'B1')),
    as: { gives: false },
  },
  {
    rule: 'one looks as somebody who reads a case of one’s own',
    allowed: () =>
      expect(staff.lookAs('mira', 'tindra'))
        .rejects.toThrow('looks')
        .then(() => true),
    denied: () => staff.lookAs('mira', 'peter'),
    as: { gives: false },
  },
  {
    rule: 'a note is shown when what it tells has happened',
    allowed: async () => staff.shownTo('tindra', (await staff.datedOn('2026-09-15T08:00:00+02:00')).noteId),
    denied: async () => staff.shownTo('tindra', (await staff.datedOn('2026-09-16T08:00:00+02:00')).noteId),
    as: { gives: undefined },
  },
]

test.each(rules)('$rule: allowed', async ({ allowed }) => {
  expect(await allowed()).toBeTruthy()
})

test.each(rules)('$rule: denied', async ({ denied, as: how }) => {
  if (how === 'refused')
    await expect(denied()).rejects.toThrow(
      /row-level security|violates check|not reviewed|undecided|transcribing/,
    )
  else expect(await denied()).toEqual(how.gives)
})
