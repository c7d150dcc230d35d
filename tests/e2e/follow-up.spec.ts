import { storyId } from '../../db/seed/story-id'
import { expect, test } from '../support/browser-test'

const caseId = storyId('case', 'EK-2026-0412')
const work = `/handlaggare/arenden/${caseId}`

test(
  'Mira records a follow-up, begins its note from it, and Tindra is told when to meet next and nothing more',
  { tag: '@without-script' },
  async ({ pageAs }) => {
    const mira = await pageAs('mira')
    await mira.goto(work)
    await mira.getByRole('link', { name: 'Skriv in uppföljning' }).click()
    await mira.getByLabel('Tindra Ek').check()
    await mira.getByText('Andra som var med').click()
    await mira.getByLabel('Namn 1').fill('Hanna Lund')
    await mira.getByLabel('Roll 1').fill('samtalsstöd')
    const goal = mira.locator('section', { has: mira.getByRole('heading', { name: /^Mål 1:/ }) }).last()
    await goal.getByLabel('På väg').check()
    await goal.getByText('Vad de säger om målet').click()
    await goal.getByLabel('Vad Tindra säger').fill('Det är lättare på morgonen.')
    await mira.getByText('Skola, hälsa, familj').click()
    await mira.getByRole('textbox', { name: 'Skola' }).fill('Hon är i skolan varje dag.')
    await mira.getByRole('textbox', { name: 'Dag', exact: false }).last().fill('2026-12-01')
    await mira.getByLabel(/^Klockslag/).fill('15:30')
    await mira.getByLabel(/^Plats/).fill('Stora huset')
    await mira.getByRole('button', { name: 'Spara uppföljningen' }).click()

    await expect(mira).toHaveURL(/uppfoljning\/[0-9a-f-]{36}\?erbjuden=1$/)
    await expect(mira.getByRole('status')).toContainText('Enkäten är erbjuden')
    await expect(mira.getByRole('main')).toContainText('Tindra, Hanna Lund (samtalsstöd)')
    await expect(mira.getByRole('main')).toContainText('Det är lättare på morgonen.')
    await mira.getByRole('button', { name: 'Skriv en anteckning av den' }).click()
    await expect(mira).toHaveURL(/\/handlaggare\/anteckningar\//)
    await expect(mira.locator('textarea').first()).toHaveValue(/Tindra säger: Det är lättare på morgonen\./)

    await mira.goto(work)
    await expect(mira.getByRole('main')).toContainText('Nästa uppföljning: tisdag 1 december')
    await expect(mira.getByRole('main')).toContainText('Stora huset')
    await expect(mira.getByRole('link', { name: 'Uppföljning 15 september', exact: true })).toBeVisible()

    const tindra = await pageAs('tindra')
    await tindra.goto('/hem')
    await expect(tindra.getByRole('main')).toContainText('Klockan 15.30. Plats: Stora huset')
    await expect(tindra.getByRole('link', { name: 'Öppna enkäten' })).toBeVisible()
    await tindra.goto(`/arenden/${caseId}/plan`)
    await expect(tindra.getByRole('main')).toContainText('Vi har träffats')
    await expect(tindra.getByRole('main')).toContainText('Bestämt · 15.30 · Stora huset')
    await expect(tindra.getByRole('main')).not.toContainText('lättare på morgonen')
  },
)

test('what cannot be kept is said at its field, with everything that was typed still there', async ({
  pageAs,
}) => {
  const mira = await pageAs('mira')
  await mira.goto(`${work}/uppfoljning`)
  await mira.getByLabel('Vilken dag hölls den?').fill('2026-09-20')
  await mira.getByLabel('Tindra Ek').check()
  await mira.getByText('Andra som var med').click()
  await mira.getByLabel('Namn 1').fill('Hanna Lund')
  await mira.getByText('Skola, hälsa, familj').click()
  await mira.getByLabel(/^Skola/).fill('Hon är i skolan varje dag.')
  await mira.getByRole('button', { name: 'Spara uppföljningen' }).click()
  await expect(mira.locator('.errors')).toContainText('Skriv både namn och roll.')
  await expect(mira.getByLabel(/^Skola/)).toHaveValue('Hon är i skolan varje dag.')
  await mira.getByLabel('Roll 1').fill('samtalsstöd')
  await mira.getByRole('button', { name: 'Spara uppföljningen' }).click()
  await expect(mira.locator('.errors')).toContainText('Den kan inte vara i framtiden')
  await expect(mira.getByLabel('Tindra Ek')).toBeChecked()
  await mira.getByLabel('Vilken dag hölls den?').fill('2026-09-14')
  await mira.getByLabel(/^Skola/).fill('x'.repeat(4001))
  await mira.getByRole('button', { name: 'Spara uppföljningen' }).click()
  await expect(mira.locator('.errors')).toContainText('4001 tecken')
})

test('a follow-up that is moved has a new day, and the old one is past', async ({ pageAs }) => {
  const mira = await pageAs('mira')
  await mira.goto(`${work}/uppfoljning`)
  await mira.getByRole('link', { name: 'Den flyttades' }).click()
  await mira.getByRole('button', { name: 'Spara uppföljningen' }).click()
  await expect(mira.locator('.errors')).toContainText('Skriv varför.')
  await mira.getByLabel(/^Varför flyttades den/).fill('Tindra har match.')
  await mira.getByRole('textbox', { name: 'Dag', exact: true }).fill('2026-10-09')
  await mira.getByRole('button', { name: 'Spara uppföljningen' }).click()
  await expect(mira.getByRole('main')).toContainText('Tindra har match.')

  const tindra = await pageAs('tindra')
  await tindra.goto(`/arenden/${caseId}/plan`)
  await expect(tindra.getByRole('main')).toContainText('Blev flyttad till en annan dag')
  await expect(tindra.getByRole('main')).toContainText('fredag 9 oktober')
  await expect(tindra.getByRole('main')).not.toContainText('match')
})

test(
  'a goal or a person of another case is kept for nobody',
  { tag: '@phone' },
  async ({ requestAs, origin }) => {
    const request = await requestAs('mira')
    const send = (form: Record<string, string>) =>
      request.post(`${work}/uppfoljning`, {
        form: {
          outcome: 'held',
          which: storyId('follow_up', 'EK-2026-0412 2026-10-02'),
          day: '2026-09-15',
          persons: storyId('person', 'tindra'),
          ...form,
        },
        headers: { Origin: origin },
      })
    const goal = storyId('plan_goal', 'alva/plan 2 1')
    expect((await send({ goals: goal, [`progress-${goal}`]: 'reached' })).status()).toBe(400)
    expect((await send({ persons: storyId('person', 'peter') })).status()).toBe(400)
    expect((await send({ which: 'x' })).status()).toBe(400)
    expect((await send({ which: storyId('follow_up', 'EK-2026-0098 2026-05-19') })).status()).toBe(404)
    expect((await send({})).status()).toBe(303)
    expect((await send({})).status()).toBe(400)
  },
)
