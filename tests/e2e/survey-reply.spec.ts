import { storyId } from '../../db/seed/story-id'
import { expect, test } from '../support/browser-test'

const autumn = storyId('survey_round', 'family 2025 autumn')
const spring = storyId('survey_round', 'family 2026 spring')
const address = '/handlaggare/enkatresultat/vi-gjorde'

test(
  'what the team leader says back is read by whoever was asked, answered or not',
  { tag: '@without-script' },
  async ({ pageAs, town }) => {
    const leader = await pageAs('jonas')
    await leader.goto('/handlaggare/enkatresultat')
    await leader.getByRole('link', { name: 'Skriv ”Ni sa – vi gjorde”' }).click()
    await expect(leader.getByLabel('Det här sa ni')).toHaveValue(/bestämma mer/)
    await leader.getByLabel('Det här sa ni').fill('')
    await leader.getByLabel('Det här gjorde vi').fill('Vi ringer upp samma dag.')
    await leader.getByRole('button', { name: 'Visa för dem som fick enkäten' }).click()
    await expect(leader.getByLabel('Det här sa ni')).toHaveAttribute('aria-invalid', 'true')
    await expect(leader.getByLabel('Det här gjorde vi')).toHaveValue('Vi ringer upp samma dag.')
    await leader.getByLabel('Det här sa ni').fill('Ni vill nå oss snabbare.')
    await leader.getByRole('button', { name: 'Visa för dem som fick enkäten' }).click()
    await expect(leader.getByRole('heading', { name: 'Det syns nu' })).toBeVisible()
    const { rows } = await town.owner.query<{ action: string }>(
      `select action from audit_event where municipality_id = $1 and action = 'wroteSurveyReply'`,
      [town.id],
    )
    expect(rows).toHaveLength(1)

    const asked = await pageAs('tindra')
    await asked.goto('/hem')
    await asked.getByRole('link', { name: 'Så svarade alla på enkäten' }).click()
    await expect(asked.getByText('Ni vill nå oss snabbare.')).toBeVisible()
    await expect(asked.getByText('Vi ringer upp samma dag.')).toBeVisible()
    await expect(asked.getByText(/^\d\d\s% svarade något bra$/).first()).toBeVisible()

    const never = await pageAs('peter')
    await never.goto('/enkater/resultat')
    await expect(never.getByText('Inget att visa än')).toBeVisible()
  },
)

test('a caseworker, another unit and a round that is not theirs find no page to write on', async ({
  requestAs,
  origin,
}) => {
  for (const who of ['mira', 'hanna', 'eva'] as const) {
    const asked = await requestAs(who)
    expect((await asked.get(address)).status(), who).toBe(404)
    const sent = await asked.post(`${address}?omgang=${spring}`, {
      form: { heard: 'a', done: 'b' },
      headers: { Origin: origin },
    })
    expect(sent.status(), who).toBe(404)
  }
  const leader = await requestAs('jonas')
  for (const round of [
    storyId('survey_round', 'reception 2026 spring'),
    storyId('survey_round', 'family 2026 autumn'),
    'x',
  ])
    expect((await leader.get(`${address}?omgang=${round}`)).status()).toBe(404)
  expect((await leader.get(`${address}?omgang=${autumn}`)).status()).toBe(200)
})
