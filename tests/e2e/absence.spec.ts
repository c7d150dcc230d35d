import { storyId } from '../../db/seed/story-id'
import { askInTown } from '../support/asked-in-town'
import { expect, test } from '../support/browser-test'

test('while Mira is away Samira answers, and Tindra is told who and until when', async ({ pageAs, town }) => {
  const threadId = await askInTown(town, { answerBy: '2026-09-15' })
  const mira = await pageAs('mira')
  await mira.goto('/handlaggare/franvaro')
  await mira.getByLabel('Sista dagen').fill('2026-10-02')
  await mira.getByRole('button', { name: 'Spara frånvaron' }).click()
  await expect(mira.getByRole('status')).toContainText('Frånvaron är sparad.')
  await expect(mira.getByRole('main')).toContainText('fredag 2 oktober')

  const tindra = await pageAs('tindra')
  for (const page of ['/hem', `/arenden/${storyId('case', 'EK-2026-0412')}`]) {
    await tindra.goto(page)
    await expect(tindra.getByRole('main')).toContainText(
      'Mira är borta till och med 2 oktober. Samira svarar.',
    )
  }

  const samira = await pageAs('samira')
  await samira.goto('/handlaggare')
  const row = samira.getByRole('listitem').filter({ hasText: 'Tindra Ek · Fråga' })
  await expect(row).toContainText('ska besvaras senast i dag')
  await expect(row).toContainText('för Mira, som är borta')
  await row.getByRole('link').click()
  await expect(samira.getByRole('main')).toContainText('Mira är borta till och med 2 oktober.')
  await samira.getByLabel(/^Svar till/).fill('Jag svarar för Mira i dag.')
  await samira.getByRole('button', { name: 'Skicka svaret' }).click()
  await expect(samira.getByRole('main')).toContainText('Jag svarar för Mira i dag.')
  expect(samira.url()).toContain(threadId)

  await mira.getByRole('button', { name: /Mira(s frånvaro| är tillbaka)/ }).click()
  await expect(mira.getByRole('main')).toContainText('Ingen frånvaro är inlagd.')
  await tindra.reload()
  await expect(tindra.getByRole('main')).not.toContainText('Mira är borta')
})

test('Jonas sees what is late in the unit and who should have answered', async ({ pageAs, town }) => {
  const threadId = await askInTown(town, { answerBy: '2026-09-14', at: '2026-09-09 10:00+02' })
  const jonas = await pageAs('jonas')
  await jonas.goto('/handlaggare')
  const unit = jonas
    .getByRole('region', { name: 'Frågor i enheten' })
    .or(jonas.locator('section', { hasText: 'Frågor i enheten' }))
  await expect(unit.first()).toContainText('En fråga väntar på svar. En skulle redan ha besvarats.')
  await expect(unit.first()).toContainText('skulle ha besvarats i går')
  await expect(unit.first()).toContainText('Mira svarar')
  await unit
    .first()
    .getByRole('link', { name: /Tindra Ek/ })
    .click()
  await expect(jonas).toHaveURL(`/handlaggare/fragor/${threadId}`)
  await jonas.goto('/handlaggare/franvaro')
  await expect(jonas.getByLabel('Vem är borta?').locator('option')).toHaveText([
    'Jonas Ahlbeck',
    'Mira Sandell',
    'Olle Nyberg',
    'Samira Dahlin',
  ])
})
