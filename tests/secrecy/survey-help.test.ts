import { afterEach, beforeEach, expect, test } from 'vitest'
import { listToHelp, showCode } from '../../app/survey/help'
import { invitationsOf } from '../../app/survey/invitation'
import { storyId } from '../../db/seed/story-id'
import type { StaffKey } from '../../db/seed/people'
import { homeOf } from '../support/home-of'
import { testKeys } from '../support/keys'
import { idOf, municipalityId } from '../support/people'
import { openStories, type Stories } from '../support/stories'

let stories: Stories
beforeEach(async () => {
  stories = await openStories()
})
afterEach(() => stories.close())

const known = { municipalityId: municipalityId('ekdala'), dataKeys: testKeys }
const names = async (who: StaffKey, when?: Date) =>
  (await stories.asStaff(who, listToHelp, when)).map(({ name }) => name)
const codeFor = (who: StaffKey, of: string) =>
  stories.asStaff(who, (tx) => showCode(tx, storyId('survey_invitation', of), known))

test('a helper of another unit sees whom to help, while they may answer, and the code that each has', async () => {
  expect(await names('nina')).toEqual(['Alva Ström', 'Henrik Ström', 'Lina Ström Berg'])
  expect(await names('nina', new Date('2026-09-17T00:00:00+02:00'))).toEqual([])
  const own = invitationsOf((await homeOf(stories, 'henrik')).invitations, known)
  expect(await codeFor('nina', 'henrik')).toEqual({ name: 'Henrik Ström', code: own[0]!.code })
  const { rows } = await stories.owner.query(
    `select from audit_event where action = 'showedSurveyCode' and actor_id = $1`,
    [idOf('nina')],
  )
  expect(rows).toHaveLength(1)
})

test.each(['olle', 'mira', 'jonas', 'hanna', 'eva'] as const)(
  '%s is no helper and sees nobody',
  async (who) => {
    expect(await names(who)).toEqual([])
    expect(await codeFor(who, 'alva')).toBeNull()
  },
)

test('somebody of the unit itself is made no helper of it, and a helper who comes to it is none any more', async () => {
  const make = (who: StaffKey) =>
    stories.owner.query(
      `insert into survey_helper (municipality_id, unit_id, staff_id, valid, source) values ($1, $2, $3, '[2026-01-01,)', 'test')`,
      [known.municipalityId, storyId('unit', 'family'), idOf(who)],
    )
  await expect(make('olle')).rejects.toMatchObject({ code: '23514' })
  await stories.owner.query('update staff_member set unit_id = $1 where id = $2', [
    storyId('unit', 'family'),
    idOf('nina'),
  ])
  expect(await names('nina')).toEqual([])
})

test('whoever has protected personal data stands in no list of another unit', async () => {
  await stories.owner.query(
    `insert into person_protection (municipality_id, person_id, kind, valid, source) values ($1, $2, 'confidentialityMarking', '[2026-01-01,)', 'test')`,
    [known.municipalityId, idOf('alva')],
  )
  expect(await names('nina')).toEqual(['Henrik Ström', 'Lina Ström Berg'])
  expect(await codeFor('nina', 'alva')).toBeNull()
})
