import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { offerSurvey } from '../../app/survey/offer'
import type { SurveySubject } from '../../app/survey/instrument'
import { storyId } from '../../db/seed/story-id'
import type { PersonKey, StaffKey } from '../../db/seed/people'
import { idOf, municipalityId } from '../support/people'
import { instruments, openSurveyWorld, type SurveyWorld } from '../support/survey-world'

let world: SurveyWorld
beforeEach(async () => {
  world = await openSurveyWorld()
})
afterEach(() => world.close())

const query = async <Row extends object>(text: string, values: unknown[] = []) =>
  (await world.stories.owner.query<Row>(text, values)).rows
const cases = { alva: 'EK-2026-0098', tindra: 'EK-2026-0412', elias: 'EK-2026-1187' }

type Offered = { by: StaffKey; of: keyof typeof cases; to: readonly PersonKey[]; about?: SurveySubject }

const offer = ({ by, of, to, about = 'authority' }: Offered) =>
  world.stories.asStaff(by, (tx) =>
    offerSurvey(tx, {
      caseId: storyId('case', cases[of]),
      personIds: to.map(idOf),
      about,
      surveys: { instruments, allowUnverified: true },
      day: '2026-09-15',
    }),
  )
const asked = (who: PersonKey) =>
  query<{ instrument: string; closes_on: string }>(
    `select instrument, opens_on::text, reminder_on::text, closes_on::text from survey_invitation
      where person_id = $1 and opens_on >= '2026-08-01' order by instrument`,
    [idOf(who)],
  )

test('whoever took part is asked in the form of their age and part, for three weeks, with a reminder after one', async () => {
  expect(await offer({ by: 'mira', of: 'tindra', to: ['tindra', 'marie'] })).toBe(2)
  const window = { opens_on: '2026-09-15', reminder_on: '2026-09-22', closes_on: '2026-10-06' }
  expect(await asked('tindra')).toEqual([{ instrument: 'authority-youth', ...window }])
  expect(await asked('marie')).toEqual([{ instrument: 'authority-guardian', ...window }])
  expect(
    await query(`select kind from notice where kind = 'surveyOffer' and person_id = $1`, [idOf('tindra')]),
  ).toHaveLength(1)
  expect(
    await query(`select action from audit_event where action = 'offeredSurvey' and actor_id = $1`, [
      idOf('mira'),
    ]),
  ).toHaveLength(2)
})

test('nobody is asked the same twice in one round, nor told of it twice', async () => {
  expect(await offer({ by: 'mira', of: 'tindra', to: ['tindra'] })).toBe(1)
  expect(await offer({ by: 'mira', of: 'tindra', to: ['tindra'] })).toBe(0)
  expect(await asked('tindra')).toHaveLength(1)
})

test.each([
  ['of another’s case', { by: 'olle', of: 'tindra', to: ['tindra'] }],
  ['who has no part in the case', { by: 'mira', of: 'tindra', to: ['peter'] }],
  ['of another unit’s case', { by: 'hanna', of: 'alva', to: ['alva'] }],
] as const)('nobody is asked %s', async (_who, given) => {
  expect(await offer(given)).toBe(0)
})

test('somebody who is shut out from the child is not asked, and in a unit without a round nobody is', async () => {
  await query(
    `insert into case_party_block (municipality_id, child_id, person_id, valid, ground, decided_by) values ($1, $2, $3, '[2026-09-15,)', 'LVU 14 §', $4)`,
    [municipalityId('ekdala'), idOf('tindra'), idOf('marie'), idOf('mira')],
  )
  expect(await offer({ by: 'mira', of: 'tindra', to: ['marie'] })).toBe(0)
  await query(`update survey_round set offers_until = '2026-09-14' where opens_on = '2026-08-01'`)
  expect(await offer({ by: 'mira', of: 'tindra', to: ['tindra'] })).toBe(0)
})

test('everybody who was asked is reminded, once, whether they have answered or not', async () => {
  const remind = (day: string) =>
    world.stories.database.asService(new Date(`${day}T12:00:00+02:00`), (tx) =>
      sql`select service_remind_surveys()`.execute(tx),
    )
  await remind('2026-09-01')
  const told = () => query(`select person_id from notice where kind = 'surveyReminder'`)
  expect(await told()).toEqual([])
  await remind('2026-09-02')
  await remind('2026-09-03')
  expect(await told()).toHaveLength(3)
})

test('two who turn out to be one are asked once', async () => {
  await query(`select merge_survey_invitations($1, $2, $3)`, [
    municipalityId('ekdala'),
    idOf('henrik'),
    idOf('lina'),
  ])
  expect([await asked('henrik'), await asked('lina')].map(({ length }) => length)).toEqual([0, 1])
})

test('past the page, too, nobody is asked who has no part in the case', async () => {
  const ask = (who: PersonKey) =>
    world.stories.asStaff('mira', async (tx) => {
      const { rows } = await sql<{ id: string | null }>`
        select staff_offer_survey(${storyId('case', cases.tindra)}, ${idOf(who)}, 'child', 1) as id`.execute(
        tx,
      )
      return rows[0]!.id
    })
  expect(await ask('peter')).toBeNull()
  expect(await ask('tindra')).not.toBeNull()
})
