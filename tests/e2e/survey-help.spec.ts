import { storyId } from '../../db/seed/story-id'
import { expect, test } from '../support/browser-test'
import { printedCode } from '../../app/survey/survey-code'
import { surveyCodeOf } from '../support/survey-codes'

const alvas = `/handlaggare/enkathjalp/${storyId('survey_invitation', 'alva')}`

test(
  'Nina of another unit finds Alva’s code, which is the one that opens her form, and that is in the log',
  { tag: '@without-script' },
  async ({ pageAs, town }) => {
    const code = await surveyCodeOf(town, 'alva')
    const nina = await pageAs('nina')
    await nina.goto('/handlaggare')
    await nina.getByRole('link', { name: 'Hjälp med enkäten' }).click()
    await nina.getByRole('link', { name: /Alva Ström/ }).click()
    await expect(nina.getByText(printedCode(code))).toBeVisible()
    const { rows } = await town.owner.query(
      `select from audit_event where municipality_id = $1 and action = 'showedSurveyCode' and actor_id = $2`,
      [town.id, storyId('staff', 'nina')],
    )
    expect(rows).toHaveLength(1)
  },
)

test('nobody of the case’s own unit is shown a code, nor whom to help', async ({ requestAs }) => {
  for (const who of ['olle', 'mira', 'jonas', 'hanna', 'eva'] as const) {
    const request = await requestAs(who)
    expect((await request.get(alvas)).status(), who).toBe(404)
    expect(await (await request.get('/handlaggare/enkathjalp')).text(), who).not.toContain('Alva')
  }
})

test('whoever has protected personal data stands in no list of another unit', async ({ requestAs, town }) => {
  await town.owner.query(
    `insert into person_protection (municipality_id, person_id, kind, valid, source) values ($1, $2, 'confidentialityMarking', '[2026-01-01,)', 'test')`,
    [town.id, storyId('person', 'alva')],
  )
  const request = await requestAs('nina')
  expect((await request.get(alvas)).status()).toBe(404)
  const list = await (await request.get('/handlaggare/enkathjalp')).text()
  expect(list).not.toContain('Alva')
  expect(list).toContain('Henrik')
})
