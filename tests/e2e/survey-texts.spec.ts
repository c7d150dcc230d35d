import { randomUUID } from 'node:crypto'
import { storyId } from '../../db/seed/story-id'
import { expect, test } from '../support/browser-test'

const address = '/handlaggare/enkattexter'
const results = `/handlaggare/enkatresultat?omgang=${storyId('survey_round', 'family 2026 spring')}&enkat=child`

test(
  'a reviewer of another unit lets texts through; only then does the unit read them, as they were left',
  {
    tag: '@without-script',
  },
  async ({ pageAs, town }) => {
    const reviewer = await pageAs('hanna')
    await reviewer.goto('/handlaggare/enkatresultat')
    await reviewer.getByRole('link', { name: 'Läs enkätens fritexter' }).click()
    for (const left of [2, 1]) {
      await expect(reviewer.getByText(`${left} att läsa`)).toBeVisible()
      const isOfKarin = await reviewer.getByText('snäll').first().isVisible()
      if (isOfKarin) {
        await expect(reviewer.getByLabel('Så här får enheten läsa det')).toHaveValue(
          '[…] var snäll. Ring mig på […] om ni vill veta mer.',
        )
        await reviewer.getByLabel('Så här får enheten läsa det').fill('')
        await reviewer.getByRole('button', { name: 'Släpp så här' }).click()
        await expect(reviewer.getByLabel('Så här får enheten läsa det')).toHaveAttribute(
          'aria-invalid',
          'true',
        )
        await reviewer.getByLabel('Så här får enheten läsa det').fill('En vuxen var snäll.')
        await reviewer.getByRole('button', { name: 'Släpp så här' }).click()
      } else await reviewer.getByRole('button', { name: 'Visa inte alls' }).click()
      await expect(reviewer.getByRole('heading', { name: 'Klart' })).toBeVisible()
    }
    await expect(reviewer.getByText('Inget att läsa just nu')).toBeVisible()

    const leader = await pageAs('jonas')
    await leader.goto(results)
    await expect(leader.getByText('En vuxen var snäll.')).toBeVisible()
    await expect(leader.getByText('Jag vill att ni ringer mig')).toBeVisible()
    const page = await leader.content()
    expect(page).not.toContain('Karin')
    expect(page).not.toContain('orden betyder')
    const { rows } = await town.owner.query<{ action: string; count: number }>(
      `select action, count(*)::int from audit_event where municipality_id = $1 and action like '%SurveyText' group by 1 order by 1`,
      [town.id],
    )
    expect(rows).toEqual([
      { action: 'readSurveyText', count: 3 },
      { action: 'reviewedSurveyText', count: 2 },
    ])
  },
)

test('nobody else finds the texts: not the unit they are of, not whoever is no longer named', async ({
  requestAs,
  origin,
  town,
}) => {
  const form = { text: randomUUID(), outcome: 'released', shown: '' }
  for (const who of ['jonas', 'mira', 'eva'] as const) {
    const asked = await requestAs(who)
    expect((await asked.get(address)).status(), who).toBe(404)
    expect((await asked.post(address, { form, headers: { Origin: origin } })).status(), who).toBe(404)
  }
  const named = await requestAs('hanna')
  for (const odd of [{}, { ...form, text: 'x' }, { ...form, outcome: 'waiting' }, form])
    expect((await named.post(address, { form: odd, headers: { Origin: origin } })).status()).toBe(303)
  const waiting = async () =>
    (
      await town.owner.query<{ count: number }>(
        `select count(*)::int as count from survey_text where municipality_id = $1 and state = 'waiting'`,
        [town.id],
      )
    ).rows[0]!.count
  expect(await waiting()).toBe(2)
  // A reviewer who now works in the unit reads nothing of it.
  await town.owner.query(`update staff_member set unit_id = $2 where municipality_id = $1 and id = $3`, [
    town.id,
    storyId('unit', 'family'),
    storyId('staff', 'hanna'),
  ])
  expect(await (await named.get(address)).text()).toContain('Inget att läsa just nu')
  await town.owner.query(
    `update survey_reviewer set valid = daterange(lower(valid), '2026-09-01') where municipality_id = $1`,
    [town.id],
  )
  expect((await named.get(address)).status()).toBe(404)
})
